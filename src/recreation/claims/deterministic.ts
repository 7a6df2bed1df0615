import { canonicalJson } from "../../synth/digest";
import type { Claim } from "../claim";
import { firstDifference } from "../difference";

/** REC-06: the same config gives the same bytes, whoever synthesizes it, where and when. */
export const deterministic: Claim = {
  id: "deterministic",
  title: "The same config gives the same bytes in another process, folder, time zone, locale and day",
  check({ stacks, again }, say) {
    if (!again) return say.against("processes", "It was not synthesized again in another process.");
    if (again.failure !== undefined)
      return say.against("processes", `Another process could not synthesize it: ${again.failure}`);
    for (const { name, json } of stacks) {
      const text = canonicalJson(json);
      const other = again.stacks[name];
      if (other === text) continue;
      if (other === undefined) {
        say.against(name, "Another process did not make this stack.", "T37");
        continue;
      }
      const { path, here, there } = firstDifference(JSON.parse(text), JSON.parse(other));
      const because = again.because.length > 0 ? `it depends on ${again.because.join(" and ")}` : "it is drawn anew";
      say.against(name, `${path} is ${here} here and ${there} there: ${because}.`, "T37");
    }
    for (const name of Object.keys(again.stacks))
      if (!stacks.some((one) => one.name === name)) say.against(name, "Only another process made this stack.", "T37");
    say.evidence(`${stacks.length} stacks, byte for byte the same with another ${again.conditions.join(", ")}`);
  },
};
