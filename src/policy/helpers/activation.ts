import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { durationText, minutesOf } from "../../promise/duration";
import { heldRole } from "./roles";

/** Settings by which Privileged Identity Management lets somebody take a role. */
export const ACTIVATION_POLICY = "azurerm_role_management_policy";

/** A working day. */
const LONGEST = 8 * 60;

/** One setting of a policy: what stands against it, or that it is not known; neither where it holds. */
export interface ActivationFinding {
  readonly path: string;
  readonly verdict: "pass" | "fail" | "unknown";
  readonly says?: string;
  /** True for what two people are needed for, so that a small team may be without it. */
  readonly takesTwo: boolean;
}

/** What must be on: the setting, what stands against a role that is taken without it, and whether it takes two people. */
const ON: readonly (readonly [path: string, otherwise: string, takesTwo?: "takes two"])[] = [
  ["activation_rules.require_approval", "Nobody approves that somebody takes it.", "takes two"],
  ["activation_rules.require_justification", "Nobody says why they take it."],
  ["activation_rules.require_multifactor_authentication", "A stolen password is enough to take it."],
  ["active_assignment_rules.expiration_required", "It may be held for good, without being activated.", "takes two"],
  ["eligible_assignment_rules.expiration_required", "People may be eligible for good."],
];

/**
 * How a policy for a role stands; one that only looks may be taken by any. What it leaves out stays as it is in Azure, where anybody may have changed it.
 *
 * @see https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-resource-roles-configure-role-settings
 */
export function* judgeActivation(policy: Resource): Generator<ActivationFinding> {
  const { name, access } = heldRole(policy);
  if (access === "read") {
    yield { path: "role_definition_id", verdict: "pass", says: `${name} only looks.`, takesTwo: false };
    return;
  }
  for (const [path, otherwise, takesTwo] of ON) {
    const one = { path, takesTwo: takesTwo !== undefined };
    const value = policy.value(path);
    if (value === true || (path.endsWith("multifactor_authentication") && stepsUp(policy)))
      yield { ...one, verdict: "pass" };
    else if (value === false) yield { ...one, verdict: "fail", says: otherwise };
    else yield { ...one, verdict: "unknown", says: leftOpen(value) };
  }
  const path = "activation_rules.maximum_duration";
  const value = policy.value(path);
  const lasts = minutesOf(value);
  const one = { path, takesTwo: false };
  if (lasts === undefined) yield { ...one, verdict: "unknown", says: leftOpen(value) };
  else if (lasts <= LONGEST) yield { ...one, verdict: "pass" };
  else {
    const says = `Once taken it lasts for ${durationText(lasts)}; ${durationText(LONGEST)} are the most.`;
    yield { ...one, verdict: "fail", says };
  }
}

/** A context of conditional access stands in place of the second factor, and may ask for more. */
function stepsUp(policy: Resource): boolean {
  const context = policy.text("activation_rules.required_conditional_access_authentication_context");
  return context !== undefined && context !== "";
}

function leftOpen(value: unknown): string {
  return value === UNKNOWN
    ? "What the policy sets is not known before apply."
    : "The policy leaves it as it is in Azure, which is not known here.";
}
