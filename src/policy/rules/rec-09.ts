import { rule } from "../rule";

export const rec09 = rule({
  control: "REC-09",
  title: "The environment has been rehearsed, as it is now and in this generation",
  why: "A platform that was never rebuilt is one that nobody knows how to rebuild.",
  fix: "Run gatewright prove <env> --rehearse and commit the certificate.",
  severity: "high",
  since: "pre-production",
  types: [],
  needs: ["recreation"],
  check(context) {
    const { broken, mismatches, rehearsed } = context.recreation;
    for (const title of broken) context.fail("config", "recreation.claims", `A claim does not hold: ${title}.`);
    if (broken.length === 0) context.pass("config", "recreation.claims");
    for (const says of mismatches) context.fail("config", "recreation.certificate", says);
    if (mismatches.length > 0) return;
    if (rehearsed) context.pass("config", "recreation.certificate");
    else
      context.fail("config", "recreation.certificate", "The certificate records no rehearsal with the real provider.");
  },
});
