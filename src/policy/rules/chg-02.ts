import { saysSomething } from "../../config/visible-text";
import { pinning } from "../../plan/images";
import { rule } from "../rule";

export const chg02 = rule({
  control: "CHG-02",
  title: "Releases go by digest with a stated way back, and databases change in a declared migration",
  why: "A release that can be named exactly can be taken back exactly.",
  fix: "Name images by digest, state releases.rollback, and give every database that a service uses a migrations image.",
  severity: "medium",
  since: "pilot",
  types: [],
  needs: ["config"],
  check(context) {
    const { services = {}, stores = {}, releases } = context.config;
    if (saysSomething(releases?.rollback)) context.pass("config", "releases.rollback");
    else context.fail("config", "releases.rollback", "The config does not say how a release is undone.");
    for (const [name, { image }] of Object.entries(services)) {
      const path = `services.${name}.image`;
      if (image !== undefined && pinning(image) === "digest") context.pass("config", path);
      else context.fail("config", path, `The image ${image ?? `of ${name}`} is not named by digest.`);
    }
    const used = new Set(Object.values(services).flatMap((one) => one.uses ?? []));
    for (const [name, { type, migrations }] of Object.entries(stores)) {
      if (type !== "postgresql" || !used.has(name)) continue;
      const path = `stores.${name}.migrations`;
      if (migrations === undefined) context.fail("config", path, `The database ${name} has no migration step.`);
      else if (pinning(migrations) === "digest") context.pass("config", path);
      else context.fail("config", path, `The migration ${migrations} is not named by digest.`);
    }
  },
});
