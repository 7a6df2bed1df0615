import { isOwnImage, parseImage } from "../azure/image";
import { BOOTSTRAP_IMAGE, bootstrapImage, PUBLISHED_BOOTSTRAP_IMAGE } from "../config/bootstrap-image";
import type { ResolvedEnvironment } from "../config/resolve";
import { hardenedConfig } from "./hardened";
import { scriptNamed } from "./script";
import { shellWord } from "./shell-word";
import type { Step } from "./step";

/** Hexadecimal digits of a digest that serve as its tag. */
const TAG_LENGTH = 12;
const IMPORT = "import-images";

/**
 * How images reach the environment's registry from Pilot on: Azure itself copies them from the build registry, by digest.
 *
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-import-images
 */
export function importImages(environment: ResolvedEnvironment): Step[] {
  if (!importsImages(environment)) return [];
  const from = buildRegistry(environment);
  const hardened = hardenedConfig(environment) !== undefined;
  const how = hardened
    ? "The registry has no public side, so nothing is pushed: an import runs inside Azure and comes in through the registry's exception for trusted services."
    : "Nothing is pushed, because a push makes a digest of its own: an import runs inside Azure and keeps it.";
  const why = hardened
    ? "Each digest gets a tag, because the registry removes what no tag names; the apps pull by digest."
    : "Each digest gets a tag, for people; the apps pull by digest.";
  return [
    ...(hardened ? mirror(environment, from) : []),
    {
      id: IMPORT,
      title: `Import the images from ${from}`,
      why: `An app whose image is not in the registry does not start. ${how} Whoever imports, you or the deploy identity, needs Reader and AcrPull on ${from} where it is an Azure registry; for a private one of another kind add --username and --password. ${why}`,
      commands: importCommands(environment, imagesOf(environment).filter(isOwnImage)),
    },
  ];
}

/** The import by itself, for an environment whose registry has been filled: a release runs it. */
export function laterImport(environment: ResolvedEnvironment): Step[] {
  return importImages(environment)
    .filter(({ id }) => id === IMPORT)
    .map((step) => ({ ...step, title: "Later: import the images of a release", purpose: "later" }));
}

/** Whether a release brings images by import: from Pilot on, where any come from the own registry. */
export function importsImages(environment: ResolvedEnvironment): boolean {
  return environment.config.stage !== "poc" && imagesOf(environment).some(isOwnImage);
}

/** Runs the import of the steps as they stand after the next synth: with the digests that it wrote. */
export function importAgain({ name }: Pick<ResolvedEnvironment, "name">): string {
  return `bash ${scriptNamed(name, IMPORT)}`;
}

/**
 * Imports images by digest; what is there already stays as it is. An Azure registry of another subscription is found by its
 * resource id, any other by its host name.
 */
export function importCommands(environment: ResolvedEnvironment, images: readonly string[]): string[] {
  const from = buildRegistry(environment);
  const into = `az acr import --name ${environment.nameOf("container_registry")} --force --image "$2"`;
  return [
    askFor(from),
    `if [ -z "\${BUILD_REGISTRY_ID+set}" ]; then printf '%s: ' ${shellWord(`Resource id of ${from}; empty if it is no Azure registry`)} >&2; IFS= read -r BUILD_REGISTRY_ID || true; export BUILD_REGISTRY_ID; fi`,
    `import_image() { if [ -n "$BUILD_REGISTRY_ID" ]; then ${into} --registry "$BUILD_REGISTRY_ID" --source "$1"; else ${into} --source "$BUILD_REGISTRY/$1"; fi; }`,
    ...images.map((image) => `import_image ${image} ${tagged(image)}`),
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

/** The registry that the images were built into, as the config calls it. */
function buildRegistry(environment: ResolvedEnvironment): string {
  return hardenedConfig(environment)?.supply.buildRegistry ?? "the build registry";
}

function askFor(registry: string): string {
  return `ask BUILD_REGISTRY ${shellWord(`Host name of ${registry}`)}`;
}

/** Every image that an app or a job runs, once. */
export function imagesOf({ services, stores, stage }: ResolvedEnvironment): string[] {
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
