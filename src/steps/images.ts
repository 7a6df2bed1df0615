import { isOwnImage, parseImage } from "../config/image";
import type { ResolvedEnvironment } from "../config/resolve";
import { hardenedConfig } from "./hardened";
import type { Step } from "./step";

/**
 * Brings the images that come from the environment's own registry; nothing when there are none. From Pre-Production on the
 * registry is private and `importImages` fills it.
 */
export function images(environment: ResolvedEnvironment): Step[] {
  if (hardenedConfig(environment)) return [];
  const registry = environment.nameOf("container_registry");
  const migrations = environment.stores.flatMap((store) =>
    store.type === "postgresql" && store.migrations ? [store.migrations] : [],
  );
  const own = [...new Set([...environment.services.map(({ image }) => image), ...migrations])]
    .filter(isOwnImage)
    .sort();
  if (own.length === 0) return [];
  const tagged = own.filter((image) => parseImage(image)?.digest === undefined);
  const pinned = own.filter((image) => !tagged.includes(image));
  return [
    {
      id: "push-images",
      title: "Bring the images",
      why: "An app whose image is not in the registry does not start. These come from the environment's own registry.",
      commands: [
        ...(tagged.length > 0 ? [`az acr login --name ${registry}`] : []),
        ...tagged.flatMap((image) => [
          `docker tag ${image} ${registry}.azurecr.io/${image}`,
          `docker push ${registry}.azurecr.io/${image}`,
        ]),
        // A push makes a digest of its own; an import keeps it.
        ...(pinned.length > 0
          ? ['read -r -p "Registry that the images were built into (host name): " BUILD_REGISTRY']
          : []),
        ...pinned.map(
          (image) =>
            `az acr import --name ${registry} --source "$BUILD_REGISTRY/${image}" --repository ${parseImage(image)?.repository}`,
        ),
      ],
    },
  ];
}
