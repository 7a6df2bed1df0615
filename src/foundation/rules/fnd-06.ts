import { type Rule, rule } from "../../policy/rule";
import type { ResolvedFoundation } from "../resolve";

/** FND-06: the facts of a company that can be held responsible. */
export const fnd06 = ({ config }: ResolvedFoundation): Rule =>
  rule({
    control: "FND-06",
    title: "Domain owner, public presence, two administrators and the place of evidence are known",
    why: "A company that one lost phone locks out, or whose domain is somebody's private account, cannot promise anything.",
    fix: "Write it under company in the foundation's config.",
    severity: "medium",
    types: [],
    needs: ["config"],
    check(context) {
      const { domain, website, admins, evidence } = config.company ?? {};
      const fact = (known: boolean, path: string, holds: string, lacks: string) =>
        known ? context.pass("config", `company.${path}`, holds) : context.fail("config", `company.${path}`, lacks);
      fact(
        domain !== undefined,
        "domain",
        `${domain?.name}, owned by ${domain?.owner}.`,
        "Nobody is named who owns the company's domain.",
      );
      fact(website !== undefined, "website", `${website}.`, "The company cannot be found in public.");
      const people = new Set((admins ?? []).map((admin) => admin.toLowerCase())).size;
      fact(
        people >= 2,
        "admins",
        `${people} administrators.`,
        `${people === 1 ? "One administrator is" : "No administrator is"} named; two people are needed.`,
      );
      fact(evidence !== undefined, "evidence", `${evidence}`, "Nobody knows where evidence is kept.");
    },
  });
