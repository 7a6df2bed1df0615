import { normalLocation } from "../../azure/regions";
import { isScaleMode, SCALE_MODES } from "../../config/scale-mode";
import { isObject } from "../../plan/json";
import { minutesOf } from "../../promise/duration";
import { BACKUP_INSTANCES } from "../../promise/vault-copies";
import { type Drill, judgeDrill } from "../helpers/drill";
import { DATABASE_TYPES, judgeDatabases } from "../helpers/standby-databases";
import { judgePlatform, PLATFORM_TYPES } from "../helpers/standby-platform";
import { standbyOf } from "../helpers/standby-region";
import { judgeStores, STORE_TYPES } from "../helpers/standby-stores";
import { type RuleContext, rule } from "../rule";

const FAILOVER: Drill = {
  fact: "failover-drilled",
  noun: "failover drill",
  none: "No failover was drilled.",
  fix: "Drill the move to the second region, and record it with its generation, kind, rto and rpo.",
  better: "Make the move faster, or choose a mode that stands readier",
};
const KINDS = ["planned", "forced"];

/** Says what the config does not say of the second region. */
function judgeAnswers(context: RuleContext): void {
  const { scale, location } = context.config;
  const { mode, region } = scale ?? {};
  const second = normalLocation(region ?? "");
  if (!isScaleMode(mode)) {
    const says =
      mode === undefined
        ? "The config does not say how the second region stands by."
        : `${mode} is no way to stand by.`;
    context.fail("config", "scale.mode", says, { fix: `Answer scale.mode: ${SCALE_MODES.join(" | ")}.` });
  }
  if (second === "")
    context.fail("config", "scale.region", "The config does not name the second region.", {
      fix: "Answer scale.region.",
    });
  else if (second === normalLocation(location ?? ""))
    context.fail("config", "scale.region", `${second} is the first region.`, { fix: "Name another region." });
}

function judgeFailover(context: RuleContext): void {
  if (!context.knows("today")) return;
  const path = "evidence.failover-drilled";
  if (!context.knows("evidence")) {
    context.unknown("config", path, "Whether a failover was drilled is not known: there is no evidence to read.");
    return;
  }
  const { rto, rpo } = context.config.promise ?? {};
  const drill = judgeDrill(context, FAILOVER, { rto: minutesOf(rto), rpo: minutesOf(rpo) });
  if (!drill) return;
  const kind = isObject(drill.measured) ? drill.measured["kind"] : undefined;
  if (KINDS.some((one) => one === kind)) context.pass("config", `${path}.kind`, `It was ${kind}.`);
  else
    context.fail(
      "config",
      `${path}.kind`,
      `The failover drill of ${drill.date} does not say whether it was planned or forced.`,
      {
        fix: "Record measured: { kind: planned } or { kind: forced } with the drill.",
      },
    );
}

export const res04 = rule({
  control: "RES-04",
  title: "The second region is there as its mode says, and the move to it was drilled",
  why: "A second region that nobody has moved to is a second bill.",
  fix: "Build the region as its mode says, drill the move, and record it as failover-drilled evidence.",
  severity: "high",
  since: "scale",
  types: [...Object.keys(BACKUP_INSTANCES), ...DATABASE_TYPES, ...STORE_TYPES, ...PLATFORM_TYPES],
  needs: ["plan"],
  check(context) {
    if (!context.knows("config")) {
      const says = "How the second region is to stand by is in no plan, and there is no config that says it.";
      context.unknown("config", "scale.mode", says, {
        fix: "Judge it together with its config, whose scale.mode says it.",
      });
      return;
    }
    judgeAnswers(context);
    const standby = standbyOf(context.config);
    if (standby) {
      judgeDatabases(context, standby);
      judgeStores(context, standby);
      judgePlatform(context, standby);
    }
    judgeFailover(context);
  },
});
