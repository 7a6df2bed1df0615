import { UNKNOWN } from "../../plan/reference";
import { rule } from "../rule";

export const dat06 = rule({
  control: "DAT-06",
  title: "The data is synthetic",
  why: "With real people's data this is a Pilot, with a Pilot's duties.",
  fix: "Use synthetic data, or promote to a Pilot.",
  severity: "high",
  only: "poc",
  types: ["*"],
  needs: ["plan"],
  check(context) {
    const { data, stores = {} } = context.config;
    if (data !== undefined && data !== "synthetic")
      context.fail("config", "data", `The data is ${data}: this is a Pilot.`);
    else if (data !== undefined) context.pass("config", "data");
    for (const [name, store] of Object.entries(stores)) {
      const path = `stores.${name}.data`;
      if (!store.data) context.pass("config", path);
      else context.fail("config", path, `The data of ${name} is mapped as real: this is a Pilot.`);
    }
    for (const one of context.resources()) {
      const tag = one.entries("tags").get("data-classification");
      if (tag === UNKNOWN) context.unknown(one, "tags.data-classification");
      else if (tag !== undefined && tag !== "synthetic")
        context.fail(one, "tags.data-classification", `Its data is ${String(tag)}: this is a Pilot.`);
    }
  },
});
