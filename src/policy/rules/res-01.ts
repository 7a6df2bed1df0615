import { normalLocation } from "../../azure/regions";
import type { Resource } from "../../plan/resource";
import { followed } from "../../reach/followers";
import { lacksZones, ZONED, zoneFact } from "../../reach/zones";
import { type RuleContext, rule } from "../rule";

/** What a replica cannot have, and needs only once it is promoted. */
const STANDBY = "high_availability";

/** One line a region without zones, at its resource group, instead of one for everything in it. */
function judgeRegions(context: RuleContext, resources: readonly Resource[]): ReadonlySet<string> {
  const places = new Map<string, Resource>();
  for (const one of [...context.resources("azurerm_resource_group"), ...resources]) {
    const location = normalLocation(one.text("location") ?? "");
    if (!places.has(location)) places.set(location, one);
  }
  const used = new Set(resources.map((one) => normalLocation(one.text("location") ?? "")));
  const without = [...used].filter((location) => lacksZones(location));
  for (const location of without) {
    const place = places.get(location);
    const says = `${location} has no availability zones: nothing in it can span any.`;
    if (place) context.fail(place, "location", says, { fix: "Choose a region with availability zones." });
  }
  return new Set(without);
}

function words(value: unknown): string {
  if (value === undefined) return "nothing";
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}

export const res01 = rule({
  control: "RES-01",
  title: "Everything that can span availability zones does",
  why: "One data centre with a power cut must not be the end of a promise to customers.",
  fix: "Set zone redundancy; for most types that is decided when they are created, so it is a new generation.",
  severity: "high",
  since: "production",
  types: ["azurerm_resource_group", ...ZONED],
  needs: ["plan"],
  check(context) {
    const resources = context.resources(...ZONED);
    const without = judgeRegions(context, resources);
    for (const one of resources) {
      const fact = zoneFact(one);
      if (!fact || without.has(normalLocation(one.text("location") ?? ""))) continue;
      const { path, state, value, want } = fact;
      const source = state === "spans" ? undefined : followed(one);
      if (source && path.startsWith(STANDBY))
        context.pass(one, path, `Azure gives a replica no standby; ${source.address} has it.`);
      else if (state === "spans") context.pass(one, path);
      else if (state === "unknown") context.unknown(one, path);
      else context.fail(one, path, `It stands in one zone: ${path} is ${words(value)}.`, { fix: `Set ${want}.` });
    }
  },
});
