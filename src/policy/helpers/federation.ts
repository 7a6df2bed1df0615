import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import type { RuleContext } from "../rule";

const GITHUB = "https://token.actions.githubusercontent.com";

/** The environment that a resource is of, as the config or else its stack says. */
function environmentOf({ config }: RuleContext, { stack: { identity } }: Resource): string | undefined {
  const workload = config.workload ?? identity.workload;
  const stage = config.stage ?? identity.stage;
  return workload === undefined || stage === undefined ? undefined : `${workload}-${stage}`;
}

/**
 * Who gets in by a federated credential beside the environment's own deployments; `UNKNOWN` where that cannot be told:
 * which repository is the foundation's is not written in an environment.
 */
export function strangerIn(context: RuleContext, credential: Resource): string | typeof UNKNOWN {
  const [issuer, subject] = [credential.value("issuer"), credential.value("subject")];
  if (typeof issuer === "string" && issuer.replace(/\/$/, "") !== GITHUB) return `whoever ${issuer} vouches for`;
  if (typeof subject !== "string") return UNKNOWN;
  const environment = environmentOf(context, credential);
  const own = /^repo:[\w.-]+\/[\w.-]+:environment:(.+)$/.exec(subject)?.[1];
  if (own === undefined || (environment !== undefined && own !== environment)) return subject;
  return UNKNOWN;
}
