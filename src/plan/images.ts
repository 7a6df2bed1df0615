import { factOf, typesWith } from "../azure";
import type { PlanGraph } from "./graph";
import type { Part, Resource } from "./resource";

/** Apps and jobs. */
export const WORKLOADS = ["azurerm_container_app", "azurerm_container_app_job"] as const;

/** Everything that runs images. */
export const RUNNING: readonly string[] = typesWith("images").map(([type]) => type);

/** One place that names an image. */
export interface NamedImage {
  /** The block that names it. */
  readonly container: Part;
  /** Argument of the block. */
  readonly path: string;
  /** As written: a registry that is not known yet stays as `${…}`. `undefined` where the whole image is not known. */
  readonly image: string | undefined;
  /** Argument beside it that names the registry, where there is one. */
  readonly registry?: string;
}

const REGISTRIES = ["docker_registry_url", "registry_url", "server"];

/** Every image that a resource runs, init containers too. */
export function imagesOf(resource: Resource): NamedImage[] {
  return (factOf(resource.type, "images") ?? []).flatMap((at) => {
    const names = at.split(".");
    const path = names.pop()!;
    const holders = names.reduce<readonly Part[]>(
      (parts, name) => parts.flatMap((one) => one.blocks(name)),
      [resource],
    );
    return holders.flatMap((container) => imageIn(container, path));
  });
}

function imageIn(container: Part, path: string): NamedImage[] {
  const read = container.read(path);
  if (read.state === "absent" || (read.state === "unknown" && !container.wasWritten(path))) return [];
  const registry = REGISTRIES.find((one) => container.read(one).state !== "absent");
  const found = { container, path, ...(registry !== undefined && { registry }) };
  const text = read.state === "known" ? String(read.value) : read.text.includes("/") ? read.text : undefined;
  if (path.endsWith("_fx_version")) return runtime(found, text);
  const tag = container.read("image_tag");
  if (text === undefined || tag.state === "absent") return [{ ...found, image: text }];
  return [{ ...found, image: `${text}:${tag.state === "known" ? tag.value : tag.text}` }];
}

/** Classic sites name a runtime, or an image behind `DOCKER|`; a compose file is not read. */
function runtime(found: Omit<NamedImage, "image">, text: string | undefined): NamedImage[] {
  if (text === undefined || /^(?:compose|kube)\|/i.test(text)) return [{ ...found, image: undefined }];
  const image = /^docker\|(.*)$/is.exec(text)?.[1];
  return image === undefined ? [] : [{ ...found, image }];
}

/** How an image names its version. */
export function pinning(image: string): "digest" | "tag" | "latest" | "none" | "unknown" {
  const last = image.slice(image.lastIndexOf("/") + 1);
  if (/@sha256:[0-9a-f]{64}$/.test(image)) return "digest";
  if (last.includes("${")) return "unknown";
  const tag = /:([^:@]+)(?:@.*)?$/s.exec(last)?.[1];
  if (tag === undefined) return "none";
  return tag === "latest" ? "latest" : "tag";
}

/** All workloads of a graph. */
export function workloads(graph: PlanGraph): readonly Resource[] {
  return graph.of(...WORKLOADS);
}
