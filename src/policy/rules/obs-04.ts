import { rule } from "../rule";

export const obs04 = rule({
  control: "OBS-04",
  title: "The stance on personal data in logs is recorded, with an owner",
  why: "Logs are copied, kept and read widely; personal data in them is a breach in waiting.",
  fix: "Write logging: { personalData: never } and who answers for it.",
  severity: "medium",
  since: "poc",
  types: [],
  needs: ["config"],
  check(context) {
    const { logging, owner } = context.config;
    if (logging?.personalData !== "never")
      context.fail("config", "logging.personalData", "The config does not say that logs hold no personal data.");
    else if (!(logging.owner ?? owner)) context.fail("config", "logging.owner", "Nobody answers for what is logged.");
    else context.pass("config", "logging.personalData");
  },
});
