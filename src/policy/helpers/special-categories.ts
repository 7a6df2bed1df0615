import { basesOf, recognised, SPECIAL_BASES, SPECIAL_KINDS, type SpecialBasis } from "../../config/special-categories";
import type { StoreView } from "../../config/view";
import { speaking } from "../../evidence/facts";
import type { RuleContext } from "../rule";
import { ownEvidence } from "./own-evidence";

type DataView = NonNullable<StoreView["data"]>;

const FACT = "data-protection-assessment";

/**
 * Judges what a store declares of special categories, and asks for what its words look like. Words decide nothing: a
 * person says that they are one, with a basis, or why they are none.
 */
export function judgeSpecial(context: RuleContext, name: string, data: DataView): void {
  const path = `stores.${name}.data.special`;
  for (const { kind = "", basis = "", law } of data.special ?? []) {
    const article = kind === "criminal-records" ? 10 : 9;
    const allowed = Object.hasOwn(SPECIAL_BASES, basis) ? SPECIAL_BASES[basis as SpecialBasis] : undefined;
    if (allowed?.article !== article)
      context.fail("config", path, `${name} keeps ${kind} on no basis of article ${article}.`, {
        fix: `Write one of: ${basesOf(article).join(", ")}.`,
      });
    else if (allowed.law && !law?.trim())
      context.fail("config", path, `${name} keeps ${kind} on the basis ${basis}, and no law is named.`);
    else context.pass("config", path, `${kind}: ${basis}${law ? ` (${law})` : ""}.`);
  }
  if (data.notSpecial?.trim()) return;
  const declared = new Set(data.special?.map(({ kind }) => kind));
  for (const [kind, text] of recognised([...(data.categories ?? []), data.purpose ?? "", name])) {
    if (declared.has(kind)) continue;
    const { article, title } = SPECIAL_KINDS[kind];
    const says = `${name} has ${JSON.stringify(text)}, which looks like ${title}: article ${article} wants a basis of its own.`;
    const fix = `Add special: [{ kind: ${kind}, basis: … }], one of ${basesOf(article).join(", ")}; or notSpecial: why it is none.`;
    context.fail("config", path, says, { fix });
  }
}

/** Whoever keeps special categories has assessed what that means for people, and looks again every year. */
export function judgeAssessment(context: RuleContext): void {
  const { stores = {} } = context.config;
  const keeps = Object.entries(stores).filter(([, { data }]) => (data?.special?.length ?? 0) > 0);
  if (keeps.length === 0 || !context.knows("evidence") || !context.knows("today")) return;
  const found = speaking(FACT, ownEvidence(context), context.today, context.config);
  const path = `evidence.${FACT}`;
  const names = keeps.map(([name]) => name).join(", ");
  if (found?.standing.state === "present") context.pass("config", path, found.standing.says);
  else
    context.fail(
      "config",
      path,
      found?.standing.says ?? `Nobody assessed what the special categories in ${names} mean for people.`,
      {
        fix: `Assess it (GDPR article 35), and record ${FACT} in environments/evidence.yaml.`,
      },
    );
}
