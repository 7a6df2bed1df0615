import { addDays } from "../../config/dates";
import type { Day } from "../../config/day";
import type { FoundationConfig } from "../../config/schema/foundation";
import { leadsTo } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { type Rule, type RuleContext, rule } from "../../policy/rule";
import type { ResolvedFoundation } from "../resolve";

const LEAST_DAYS = 14;

/** Days from the decision for a foundation until its own state is where it belongs. */
const STARTING_DAYS = 14;

/** What is wrong with a state that has not been moved. */
export const localState = {
  says: "The foundation's own state is a file on somebody's disk.",
  fix: "Follow FIRST-APPLY.md: apply once, write state: own, and move the state.",
} as const;

/**
 * The last day on which the state of a foundation may still be local, while it has not come: a foundation is reviewed and
 * merged before it is applied for the first time. `undefined` where that is over, or the day is not known.
 */
export function startsUntil(
  { state, created }: Pick<FoundationConfig, "state" | "created">,
  today: Day | undefined,
): string | undefined {
  const last = addDays(created, STARTING_DAYS);
  return state === "local" && today !== undefined && today <= last ? last : undefined;
}

/** FND-01: the storage that holds every state. */
export const fnd01 = ({ names, config }: ResolvedFoundation, today?: Day): Rule =>
  rule({
    control: "FND-01",
    title: "State is kept in hardened, locked storage that only Entra sign-in opens",
    why: "A state names everything that exists: who can write it can change all of it, and without it nothing can be changed safely.",
    fix: "Build the foundation from its config, and keep its own state there too (state: own).",
    severity: "high",
    types: [],
    needs: ["plan", "config"],
    check(context) {
      if (config.state === "own") context.pass("config", "state", "The foundation keeps its own state in its storage.");
      else if (startsUntil(config, today) === undefined)
        context.fail("config", "state", localState.says, { fix: localState.fix });
      else context.skip("config", "state", "The first apply makes the storage that the state moves into.");
      const account = context
        .resources("azurerm_storage_account")
        .find((one) => one.text("name") === names.stateAccount);
      if (!account) {
        context.fail("config", "stateAccount", `No stack makes the state account ${names.stateAccount}.`);
        return;
      }
      hardened(context, account);
      for (const container of context.graph.by("azurerm_storage_container", "storage_account_id").get(account) ?? [])
        context.expect(
          container,
          "container_access_type",
          (value) => value === "private",
          (value) => `The container's access type is ${value}: states can be read without signing in.`,
        );
      const locked = context
        .resources("azurerm_management_lock")
        .some((lock) => lock.refs("scope").some((ref) => leadsTo(ref, account)));
      if (locked) context.pass(account, "lock", "A lock refuses to delete it.");
      else context.fail(account, "lock", "No lock refuses to delete it.");
    },
  });

function hardened(context: RuleContext, account: Resource): void {
  const must = (path: string, wanted: unknown, otherwise: string) =>
    context.expect(
      account,
      path,
      (value) => value === wanted,
      () => otherwise,
    );
  must("shared_access_key_enabled", false, "Its keys open it without Entra.");
  must("allow_nested_items_to_be_public", false, "A container in it could be made public.");
  must("min_tls_version", "TLS1_2", "It accepts connections below TLS 1.2.");
  must("blob_properties.versioning_enabled", true, "An overwritten state is lost.");
  for (const policy of ["delete_retention_policy", "container_delete_retention_policy"])
    context.expect(
      account,
      `blob_properties.${policy}.days`,
      (days) => typeof days === "number" && days >= LEAST_DAYS,
      (days) => `What is deleted can be brought back for ${days ?? 0} days; ${LEAST_DAYS} are needed.`,
    );
  if (account.value("public_network_access_enabled") === false)
    context.fail(
      account,
      "public_network_access_enabled",
      "Hosted runners cannot reach it, so nothing can be deployed.",
    );
  else
    context.pass(
      account,
      "public_network_access_enabled",
      "Stays reachable for hosted runners, which have no fixed addresses; only Entra sign-in opens it.",
    );
}
