import { UNKNOWN } from "../../plan/reference";
import { coverage } from "../../promise/services";
import { isThere, standbyOf } from "../helpers/standby-region";
import { rule } from "../rule";

const LEAST = 2;

export const res02 = rule({
  control: "RES-02",
  title: "Every service that the promise covers has at least two replicas",
  why: "A single replica is away whenever its machine is, and in every other restart.",
  fix: "Set min_replicas to 2 or more: scale.min of the service.",
  severity: "high",
  since: "production",
  types: ["azurerm_container_app"],
  needs: ["plan"],
  check(context) {
    const { covered, missing } = coverage(context.config.promise ?? {}, context);
    const standby = standbyOf(context.config);
    for (const { service, runner } of covered) {
      // How many run in the second region is what its mode says, and RES-04 judges it.
      if (runner.type !== "azurerm_container_app" || (standby && isThere(runner, standby))) continue;
      const path = "template.min_replicas";
      const value = runner.value(path);
      if (value === UNKNOWN || runner.isUnknown("template")) context.unknown(runner, path);
      else if (Number(value) >= LEAST) context.pass(runner, path);
      else context.fail(runner, path, `${service} may run on ${value} replicas; the promise covers it.`);
    }
    for (const name of missing)
      context.fail("config", "promise.covers", `The promise covers ${name}, which nothing runs.`, {
        fix: "Name services of this environment under promise.covers.",
      });
  },
});
