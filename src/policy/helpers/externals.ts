import { saysSomething } from "../../config/visible-text";
import type { Part } from "../../plan/resource";
import type { FailOptions, RuleContext } from "../rule";

/** What a variable stands for that leads outside of the environment's code. */
export interface Standing {
  /** `given`: what every stack takes from whoever applies it. */
  readonly state: "given" | "declared" | "stranger" | "unknown";
  readonly says: string;
}

/** The two ids that every stack takes from whoever applies it. */
export const GIVEN: ReadonlySet<string> = new Set(["subscription_id", "tenant_id"]);

/** Inputs that a stack takes from an output of another one, by the other's part: Azure makes the value up. */
export const FROM_OUTPUT: Readonly<Record<string, string>> = { apps_domain: "platform" };

/** Kinds of externals that something may be sent or connected to; the others name a registry or an app registration. */
export const PLACES: readonly string[] = ["dns-zone", "network", "workspace", "other"];

/**
 * Whether a variable is an external of the config, which says whose it is and why.
 *
 * @param kinds  of which kinds it must be, where that matters
 */
export function standingOf(context: RuleContext, variable: string, kinds?: readonly string[]): Standing {
  if (GIVEN.has(variable) || Object.hasOwn(FROM_OUTPUT, variable))
    return { state: "given", says: `var.${variable} is given at apply.` };
  if (!context.knows("config"))
    return { state: "unknown", says: `Whether var.${variable} is a declared external is not known without a config.` };
  const externals = Object.entries(context.config.externals ?? {});
  const [, external] = externals.find(([name]) => name.replaceAll("-", "_") === variable) ?? [];
  const stranger = (says: string): Standing => ({ state: "stranger", says });
  if (!external) return stranger(`var.${variable} is an input that the config does not declare under externals.`);
  if (kinds && !kinds.includes(external.kind ?? ""))
    return stranger(`The external ${variable} is of kind ${external.kind ?? "nothing"}, not ${kinds.join(" or ")}.`);
  if (!saysSomething(external.owner) || !saysSomething(external.why))
    return stranger(`The external ${variable} does not say whose it is and why.`);
  return { state: "declared", says: `var.${variable} is a declared external.` };
}

/** Says of an attribute what its variable is; what is given or declared holds. */
export function judgeExternal(
  context: RuleContext,
  part: Part,
  path: string,
  { state, says }: Standing,
  options: FailOptions = {},
): void {
  if (state === "stranger") context.fail(part, path, says, options);
  else if (state === "unknown") context.unknown(part, path, says);
  else context.pass(part, path, says);
}
