import { overlaps, parseCidr } from "../../config/cidr";
import { rule } from "../rule";

export const net11 = rule({
  control: "NET-11",
  title: "The networks of one workload's environments do not overlap",
  why: "Networks that overlap can never be joined: not for a migration, not for a recreation side by side.",
  fix: "Give each environment an address range of its own.",
  severity: "medium",
  since: "pilot",
  types: [],
  needs: ["config", "neighbours"],
  check(context) {
    const { workload, stage, network } = context.config;
    const own = network === undefined ? undefined : parseCidr(network);
    if (!own) {
      context.fail("config", "network", `The config names no network, got ${network ?? "nothing"}.`);
      return;
    }
    const others = context.neighbours.filter((one) => one.workload === workload && one.stage !== stage);
    const met = others.find((one) => {
      const range = one.network === undefined ? undefined : parseCidr(one.network);
      return range !== undefined && overlaps(own, range);
    });
    if (met) context.fail("config", "network", `${network} overlaps ${met.network} of ${met.workload}-${met.stage}.`);
    else context.pass("config", "network");
  },
});
