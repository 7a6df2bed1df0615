import { isOwnImage, parseImage } from "../azure/image";
import type { ResolvedEnvironment } from "../config/resolve";
import { imagesOf, importCommands } from "./import-images";
import type { Step } from "./step";

/**
 * Brings the images of a POC into its own registry: those with a tag are built and pushed, those by digest imported, because
 * a push makes a digest of its own. Nothing when there are none; from Pilot on `importImages` does it.
 *
 * @see https://learn.microsoft.com/azure/container-apps/containers
 */
export function images(environment: ResolvedEnvironment): Step[] {
  if (environment.config.stage !== "poc") return [];
  const registry = environment.nameOf("container_registry");
  const own = imagesOf(environment).filter(isOwnImage);
  if (own.length === 0) return [];
  const tagged = own.filter((image) => parseImage(image)?.digest === undefined);
  const pinned = own.filter((image) => !tagged.includes(image));
  const built =
    tagged.length > 0
      ? " Azure runs images for linux/amd64, which a Mac does not build unless it is told to: docker build --platform linux/amd64 --tag <image> <folder>."
      : "";
  return [
    {
      id: "push-images",
      title: "Bring the images",
      why: `An app whose image is not in the registry does not start. These come from the environment's own registry.${built}`,
      commands: [
        ...(tagged.length > 0
          ? [
              `push() { if [ "$(docker image inspect --format '{{.Os}}/{{.Architecture}}' "$1" 2>/dev/null)" != linux/amd64 ]; then echo "No $1 for linux/amd64 here. Build it: docker build --platform linux/amd64 --tag $1 <folder>" >&2; return 1; fi; docker tag "$1" "${registry}.azurecr.io/$1"; docker push "${registry}.azurecr.io/$1"; }`,
              `az acr login --name ${registry}`,
            ]
          : []),
        ...tagged.map((image) => `push ${image}`),
        ...(pinned.length > 0 ? importCommands(environment, pinned) : []),
      ],
    },
  ];
}
