import { readText } from "../config/load";
import { parseYaml } from "../config/parse";
import type { EnvironmentConfig } from "../config/schema";
import { isThere } from "../disk/absence";
import { removeFile } from "../disk/remove-file";
import { writeWhole } from "../disk/write-whole";
import { BadInput } from "../errors";
import { differences } from "../promotion/differences";
import type { PromotionSource } from "./promote-source";

/** The files of a promotion: what is promoted, and what it becomes. */
type Files = Pick<PromotionSource, "target"> & {
  readonly loaded: Pick<PromotionSource["loaded"], "file">;
  readonly gate: Pick<PromotionSource["gate"], "inPlace">;
};

/**
 * Writes the new environment, unless it is there and says the same. Where the old one goes on in it, the old file goes
 * once the new one is whole: a run that was cut off between the two is finished by the next.
 *
 * @throws BadInput when another config is there; nothing is written or removed then
 */
export function placePromoted(
  { target, loaded, gate }: Files,
  text: string,
  config: EnvironmentConfig,
): "written" | "unchanged" {
  const outcome = isThere(target) ? sameAs(target, config) : written(target, text);
  if (gate.inPlace) removeFile(loaded.file);
  return outcome;
}

function written(target: string, text: string): "written" {
  writeWhole(target, text);
  return "written";
}

function sameAs(target: string, config: EnvironmentConfig): "unchanged" {
  const { value, positionOf } = parseYaml(readText(target), target);
  const found = differences(value, config);
  if (found.length === 0) return "unchanged";
  throw new BadInput(
    found.map(({ path, place, says }) => ({
      path,
      says: `${target} is there already and differs: ${says}`,
      fix: "It is left as it is. Move it away to have it written again, or change it by hand from now on.",
      at: positionOf(place),
    })),
  );
}
