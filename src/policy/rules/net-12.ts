import { NOT_YET } from "../helpers/not-yet";
import { rule } from "../rule";

export const net12 = rule({
  control: "NET-12",
  title: "Every origin of the entry is a private link to an environment whose public side is off",
  why: "An origin that answers the Internet is reached around the entry and its filter.",
  fix: "Lead the entry to each region's environment by private link, and switch the public side of the environment off.",
  severity: "high",
  since: "scale",
  types: [],
  needs: ["plan"],
  neverWaived: true,
  check(context) {
    context.unknown(
      "config",
      "entry.origins",
      `${NOT_YET} whether every origin is a private link to an environment that nothing else reaches.`,
    );
  },
});
