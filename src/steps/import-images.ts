import { BOOTSTRAP_IMAGE, bootstrapImage, PUBLISHED_BOOTSTRAP_IMAGE } from "../config/bootstrap-image";
import { parseImage } from "../config/image";
import type { ResolvedEnvironment } from "../config/resolve";
import { hardenedConfig } from "./hardened";
import type { Step } from "./step";

/** Hexadecimal digits of a digest that serve as its tag. */
const TAG_LENGTH = 12;

/**
 * How images reach a private registry: Azure itself copies them from the build registry, by digest. Empty below
 * Pre-Production.
 *
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-import-images
 */
export function importImages(environment: ResolvedEnvironment): Step[] {
  const from = buildRegistry(environment);
  if (from === undefined) return [];
  return [
    ...mirror(environment, from),
    {
      id: "import-images",
      title: `Import the images from ${from}`,
      why: `An app whose image is not in the registry does not start. The registry has no public side, so nothing is pushed: an import runs inside Azure and comes in through the registry's exception for trusted services. Whoever imports, you or the deploy identity, needs Reader and AcrPull on ${from} where it is an Azure registry; for a private one of another kind add --username and --password. Each digest gets a tag, because the registry removes what no tag names; the apps pull by digest.`,
      commands: importCommands(environment),
    },
  ];
}

/** Runs the import of the steps as they stand after the next synth: with the digests that it wrote. */
export function importAgain({ name }: Pick<ResolvedEnvironment, "name">): string {
  return `bash <(jq -r '.steps[] | select(.id == "import-images").commands[]' environments/${name}/steps.json)`;
}

/** Imports every image that the stacks name; what is there already stays as it is. */
function importCommands(environment: ResolvedEnvironment): string[] {
  const from = buildRegistry(environment);
  const registry = environment.nameOf("container_registry");
  const into = `az acr import --name ${registry} --force --image "$2"`;
  return [
    askFor(from),
    `[ -n "\${BUILD_REGISTRY_ID+set}" ] || read -r -p "Resource id of ${from}; empty if it is no Azure registry: " BUILD_REGISTRY_ID`,
    `import_image() { if [ -n "$BUILD_REGISTRY_ID" ]; then ${into} --registry "$BUILD_REGISTRY_ID" --source "$1"; else ${into} --source "$BUILD_REGISTRY/$1"; fi; }`,
    ...ownImages(environment).map((image) => `import_image ${image} ${tagged(image)}`),
  ];
}

/** The bootstrap image is public; from the build registry it comes like any other. The copy keeps the digest. */
function mirror({ stores }: ResolvedEnvironment, from: string): Step[] {
  if (stores.every(({ type }) => type !== "postgresql")) return [];
  const { repository, tag, digest } = BOOTSTRAP_IMAGE;
  return [
    {
      id: "mirror-bootstrap-image",
      title: `Put the bootstrap image into ${from}`,
      why: `The job that makes SQL roles runs a PostgreSQL client. It comes from ${from} as everything else, so that one registry is scanned and trusted; sign in to it with docker login first. Copied this way an index stays as it is and a single manifest is not wrapped into a new one, so the digest holds: the second command fails where it does not.`,
      commands: [
        askFor(from),
        `docker buildx imagetools create --prefer-index=false --tag "$BUILD_REGISTRY/${repository}:${tag}" ${PUBLISHED_BOOTSTRAP_IMAGE}`,
        `docker buildx imagetools inspect "$BUILD_REGISTRY/${repository}@${digest}"`,
      ],
    },
  ];
}

function buildRegistry(environment: ResolvedEnvironment): string | undefined {
  return hardenedConfig(environment)?.supply.buildRegistry;
}

function askFor(registry: string | undefined): string {
  return `[ -n "$BUILD_REGISTRY" ] || read -r -p "Host name of ${registry}: " BUILD_REGISTRY`;
}

function ownImages({ services, stores, stage }: ResolvedEnvironment): string[] {
  const databases = stores.flatMap((store) => (store.type === "postgresql" ? [store] : []));
  return [
    ...new Set([
      ...services.map(({ image }) => image),
      ...databases.flatMap(({ migrations }) => (migrations === undefined ? [] : [migrations])),
      ...databases.map(() => bootstrapImage(stage)),
    ]),
  ].sort();
}

/** `orders/web@sha256:ab12…` under a tag of its own: `orders/web:ab12…`, twelve digits. */
function tagged(image: string): string {
  const { repository = "", digest = "" } = parseImage(image) ?? {};
  const start = "sha256:".length;
  return `${repository}:${digest.slice(start, start + TAG_LENGTH)}`;
}
