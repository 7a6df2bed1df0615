import { isTaggable } from "../../azure/schema";
import { asDay, daysBetween } from "../../config/day";
import { UNKNOWN } from "../../plan/reference";
import { daysAhead } from "../helpers/days-ahead";
import { endsInThePast, outlived } from "../helpers/outlived";
import { rule } from "../rule";

export const rec02 = rule({
  control: "REC-02",
  title: "The environment expires, and says so on every resource",
  why: "A POC without an end becomes the Pilot that nobody decided on.",
  fix: "Set expires to a day at most 90 days after created; promote or destroy the POC by then.",
  severity: "high",
  only: "poc",
  types: ["*"],
  needs: ["plan", "today"],
  neverWaived: true,
  check(context) {
    const { config, today, stance } = context;
    const group = context.resources("resource_group")[0]?.entries("tags");
    const expiresOn = config.expires ?? group?.get("expires-on");
    const createdOn = config.created ?? group?.get("created-on");
    const expires = asDay(expiresOn);
    const created = asDay(createdOn);
    const [end] = context.knows("neighbours") ? endsInThePast(context) : [];
    const limit = stance.lifetime.kind === "expires" ? stance.lifetime.maxDays : 0;
    if (!expires) context.fail("config", "expires", "The environment does not say when it ends.");
    else if (expires < today) context.fail("config", "expires", `The environment expired on ${expires}.`);
    else if (!created) context.fail("config", "created", "The environment does not say when it began.");
    else if (daysBetween(created, expires) > limit)
      context.fail("config", "expires", `It lasts ${daysBetween(created, expires)} days; ${limit} are allowed.`);
    else if (end) context.fail("config", "expires", outlived.says(end), { fix: outlived.fix });
    else context.pass("config", "expires", `It ends on ${expires}.`);
    for (const { path, says, fix } of daysAhead({ created }, today)) context.fail("config", path, says, { fix });
    for (const one of context.resources().filter((each) => isTaggable(each.type))) {
      const tag = one.entries("tags").get("expires-on");
      if (tag === UNKNOWN || one.isUnknown("tags")) context.unknown(one, "tags.expires-on");
      else if (tag === undefined) context.fail(one, "tags.expires-on", "It has no expires-on tag.");
      else if (expires && tag !== expires)
        context.fail(one, "tags.expires-on", `Its expires-on tag says ${String(tag)} instead of ${expires}.`);
      else context.pass(one, "tags.expires-on");
    }
  },
});
