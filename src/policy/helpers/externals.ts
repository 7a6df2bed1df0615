import { REGIONS } from "../../azure/regions";
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

/** An output of another stack of the environment, which somebody passes on: Azure makes the value up. */
export interface OutputOfStack {
  /** The other stack's part: `platform`. */
  readonly stack: string;
  readonly output: string;
}

/** The domain of the apps, of the first region or of the one with a code. */
const APPS_DOMAIN = /^(apps_domain)(?:_([a-z0-9]+))?$/;

/** The output that fills an input of a stack; `undefined` for an input that no stack fills. */
export function outputBehind(variable: string): OutputOfStack | undefined {
  const [, output, code] = APPS_DOMAIN.exec(variable) ?? [];
  if (output === undefined) return undefined;
  if (code === undefined) return { stack: "platform", output };
  return REGIONS.some((one) => one.code === code) ? { stack: `platform-${code}`, output } : undefined;
}

/** Kinds of externals that something may be sent or connected to; the others name a registry or an app registration. */
export const PLACES: readonly string[] = ["dns-zone", "network", "workspace", "other"];

/**
 * Whether a variable is an external of the config, which says whose it is and why.
 *
 * @param kinds  of which kinds it must be, where that matters
 */
export function standingOf(context: RuleContext, variable: string, kinds?: readonly string[]): Standing {
  if (GIVEN.has(variable) || outputBehind(variable) !== undefined)
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
