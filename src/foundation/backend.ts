import type { ResolvedEnvironment } from "../config/resolve";
import type { FoundationConfig } from "../config/schema/foundation";
import { suggest } from "../config/suggest";
import { BadInput, badInput } from "../errors";
import { accessProblems, type ClaimedAccess } from "./access";
import { foundationNames } from "./names";

/**
 * Settings of Terraform's azurerm backend. Nothing in them is secret and nothing names a tenant or subscription: with
 * Entra sign-in the account's name is enough. Who signs in comes from the machine: the Azure CLI of a person, or
 * `ARM_USE_OIDC` with `ARM_CLIENT_ID` and `ARM_TENANT_ID` of a workflow.
 */
export interface StateBackend {
  readonly storageAccountName: string;
  readonly containerName: string;
  readonly key: string;
  readonly useAzureadAuth: true;
}

/** REC-07: where a foundation keeps the state of one stack of an environment. */
export function foundationBackend(
  foundation: FoundationConfig,
  environment: Pick<ResolvedEnvironment, "name" | "workload" | "stage" | "generation"> & {
    readonly config?: { readonly subscription?: string; readonly access?: ClaimedAccess["access"] };
  },
  role: string,
): StateBackend {
  const names = foundationNames(foundation);
  const wanted = names.environment(environment);
  const entry = listedBy(foundation).find(({ name }) => name === wanted);
  const file = fileOf(foundation);
  const lacks = unlisted(foundation, environment);
  if (!entry || lacks) throw badInput(lacks?.says ?? "", lacks?.fix);
  const { subscription, access } = environment.config ?? {};
  if (subscription !== undefined && subscription !== entry.subscription)
    throw badInput(
      `${environment.name} says subscription ${subscription}, but ${file} gives it ${entry.subscription}`,
      "Make both say the same: the deploy identity has rights in the foundation's answer only.",
    );
  const problems = access ? accessProblems(foundation, { ...environment, access }) : [];
  if (problems.length > 0) throw new BadInput(problems);
  return {
    storageAccountName: names.stateAccount,
    containerName: names.container(environment),
    key: names.key(environment, environment.generation, role),
    useAzureadAuth: true,
  };
}

/** Why a foundation keeps no state of an environment; `undefined` where it lists it. */
export function unlisted(
  foundation: FoundationConfig,
  environment: Pick<ResolvedEnvironment, "name" | "workload" | "stage">,
): { readonly says: string; readonly fix: string } | undefined {
  const wanted = foundationNames(foundation).environment(environment);
  const listed = listedBy(foundation).map(({ name }) => name);
  if (listed.includes(wanted)) return undefined;
  const near = suggest(wanted, listed);
  return {
    says: `${environment.name} is not an environment of ${fileOf(foundation)}${near ? `; did you mean ${near}?` : ""}`,
    fix: "List it there and apply the foundation first: it makes the state container and the deploy identity.",
  };
}

function listedBy(foundation: FoundationConfig) {
  const names = foundationNames(foundation);
  return foundation.environments.map(({ workload = foundation.workload, stage, subscription }) => ({
    name: names.environment({ workload, stage }),
    subscription,
  }));
}

const fileOf = ({ workload }: FoundationConfig) => `${workload}.foundation.yaml`;

/** Where the foundation keeps its own state, once `state: own` says so. */
export function ownBackend(foundation: FoundationConfig): StateBackend {
  const { stateAccount, own } = foundationNames(foundation);
  return { storageAccountName: stateAccount, containerName: own.container, key: own.key, useAzureadAuth: true };
}
