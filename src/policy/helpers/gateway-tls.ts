import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import type { RuleContext } from "../rule";

/** @see https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview */
const MODERN = new Set<unknown>(["AppGwSslPolicy20220101", "AppGwSslPolicy20220101S"]);
const CURRENT = new Set<unknown>(["TLSv1_2", "TLSv1_3"]);

/** Judges the TLS of a gateway, and that of the profiles that a listener may use instead. */
export function judgeTls(context: RuleContext, gateway: Resource): void {
  const [policy] = gateway.blocks("ssl_policy");
  if (policy) judgePolicy(context, policy);
  else if (gateway.isUnknown("ssl_policy")) context.unknown(gateway, "ssl_policy");
  else context.fail(gateway, "ssl_policy", "The gateway uses the provider's old TLS policy.");
  for (const profile of gateway.blocks("ssl_profile"))
    for (const own of profile.blocks("ssl_policy")) judgePolicy(context, own);
}

function judgePolicy(context: RuleContext, policy: Part): void {
  const [name, least] = [policy.value("policy_name"), policy.value("min_protocol_version")];
  const predefined = policy.text("policy_type") === "Predefined" || (name !== undefined && name !== "");
  const path = predefined ? "policy_name" : "min_protocol_version";
  const good = predefined ? MODERN.has(name) : CURRENT.has(least);
  if (policy.uncertain || policy.value(path) === UNKNOWN) context.unknown(policy, path);
  else if (good) context.pass(policy, path);
  else if (predefined) context.fail(policy, path, `The TLS policy is ${name}.`);
  else context.fail(policy, path, least ? `Callers may speak ${least}.` : "It names no TLS policy.");
}
