import { judgeRecreateEvery } from "../helpers/last-recreation";
import type { BrokenClaim } from "../recreation-view";
import { type RuleContext, rule } from "../rule";

const AGAIN = {
  fix: "Change what speaks against it, then run gatewright prove <env> --rehearse and commit the certificate.",
};

/** At the resource where there is one: it is what has to change. */
function judgeClaim(context: RuleContext, { claim, title, where, says }: BrokenClaim): void {
  const resource = context.graph.resources.find(({ address }) => address === where);
  const path = `recreation.${claim}`;
  const broken = `A claim does not hold: ${title} (${claim}).`;
  if (resource) context.fail(resource, path, `${says} ${broken}`, AGAIN);
  else context.fail("config", path, `${where}: ${says} ${broken}`, AGAIN);
}

export const rec09 = rule({
  control: "REC-09",
  title:
    "The environment has been rehearsed, as it is now and in this generation, and is recreated as often as it says",
  why: "A platform that was never rebuilt is one that nobody knows how to rebuild.",
  fix: "Run gatewright prove <env> --rehearse and commit the certificate.",
  severity: "high",
  since: "pre-production",
  types: [],
  needs: ["recreation"],
  check(context) {
    judgeRecreateEvery(context);
    const { broken, mismatches, rehearsed } = context.recreation;
    for (const one of broken) judgeClaim(context, one);
    if (broken.length === 0) context.pass("config", "recreation.claims");
    for (const says of mismatches) context.fail("config", "recreation.certificate", says);
    if (mismatches.length > 0) return;
    if (rehearsed) context.pass("config", "recreation.certificate");
    else
      context.fail("config", "recreation.certificate", "The certificate records no rehearsal with the real provider.");
  },
});
