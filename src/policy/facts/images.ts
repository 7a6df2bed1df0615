import type { PlanGraph } from "../graph/graph";
import type { Part, Resource } from "../graph/resource";

/** Apps and jobs. */
export const WORKLOADS = ["azurerm_container_app", "azurerm_container_app_job"] as const;

/**
 * Every image that an app or job runs, init containers too, as written: a registry that is not known yet stays as `${…}`.
 * `undefined` where the whole image is not known.
 */
export function imagesOf(workload: Resource): { container: Part; image: string | undefined }[] {
  return workload.blocks("template").flatMap((template) =>
    [...template.blocks("container"), ...template.blocks("init_container")].map((container) => {
      const read = container.read("image");
      if (read.state === "known") return { container, image: String(read.value) };
      const text = read.state === "unknown" && read.text.includes("/") ? read.text : undefined;
      return { container, image: text };
    }),
  );
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
