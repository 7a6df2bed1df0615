import { parseImage } from "../azure/image";
import type { ConfigView } from "../config/view";
import { isObject } from "../plan/json";
import type { EvidenceEntry } from "./entry";
import type { EvidenceResult } from "./result";

/** One image that a config names, once however many services run it. */
export interface NamedImage {
  /** Where the config names it first: `services.web.image`. */
  readonly path: string;
  readonly image: string;
  /** Absent for an image by tag. */
  readonly digest: string | undefined;
}

/** The images of a config's services and migrations, by digest where they have one. */
export function namedImages(config: ConfigView): readonly NamedImage[] {
  const all = [
    ...Object.entries(config.services ?? {}).map(([name, one]) => [`services.${name}.image`, one.image] as const),
    ...Object.entries(config.stores ?? {}).map(([name, one]) => [`stores.${name}.migrations`, one.migrations] as const),
  ];
  const found = new Map<string, NamedImage>();
  for (const [path, image] of all) {
    if (image === undefined) continue;
    const digest = parseImage(image)?.digest;
    if (!found.has(digest ?? image)) found.set(digest ?? image, { path, image, digest });
  }
  return [...found.values()];
}

/** The digests that a bill of materials is of. */
export function billedDigests({ measured }: EvidenceEntry): string[] {
  if (!isObject(measured)) return [];
  const all = [measured["digest"], measured["digests"]].flat();
  return all.filter((one): one is string => typeof one === "string").map((one) => one.trim().toLowerCase());
}

/** Bills of materials of images that the environment does not have count for none; one line says which they are. */
export function withoutStrangers(
  own: readonly EvidenceEntry[],
  config: ConfigView | undefined,
): { readonly own: readonly EvidenceEntry[]; readonly strangers: readonly EvidenceResult[] } {
  if (!config) return { own, strangers: [] };
  const images = new Set(namedImages(config).map(({ digest }) => digest));
  const strange = own.filter((one) => one.fact === "sbom" && !billedDigests(one).some((digest) => images.has(digest)));
  if (strange.length === 0) return { own, strangers: [] };
  const digests = [...new Set(strange.flatMap(billedDigests))];
  const of = digests.length === 0 ? "names no image" : `is of ${digests.join(", ")}, no image of the environment`;
  const says = `A bill of materials ${of}, and counts for none.`;
  return {
    own: own.filter((one) => !strange.includes(one)),
    strangers: [{ fact: "sbom", control: "SUP-05", state: "malformed", holds: false, says }],
  };
}
