import { parseImage } from "../../config/image";
import { type EvidenceEntry, type Standing, standingOf } from "../evidence";
import { isObject } from "../graph/json";
import type { RuleContext } from "../rule";
import { ownEvidence } from "./own-evidence";

/** One image that the config names, once however many services run it. */
export interface NamedImage {
  /** Where the config names it first: `services.web.image`. */
  readonly path: string;
  readonly image: string;
  /** Absent for an image by tag. */
  readonly digest: string | undefined;
}

/** The images of a config's services and migrations, by digest where they have one. */
export function namedImages({ config }: RuleContext): readonly NamedImage[] {
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

/** How the bill of materials of each digest stands; a digest that no entry names is not in it. */
export function billsOfMaterials(context: RuleContext): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  for (const entry of ownEvidence(context)) {
    if (entry.fact !== "sbom") continue;
    const standing = standingOf("sbom", entry, context.today);
    for (const digest of digestsOf(entry)) {
      if (found.get(digest)?.state !== "present") found.set(digest, standing);
    }
  }
  return found;
}

function digestsOf({ measured }: EvidenceEntry): string[] {
  if (!isObject(measured)) return [];
  const all = [measured["digest"], measured["digests"]].flat();
  return all.filter((one): one is string => typeof one === "string").map((one) => one.trim().toLowerCase());
}
