import { parseToday } from "../../src/config/day";
import type { FoundationConfig } from "../../src/config/schema/foundation";
import { judgeFoundation } from "../../src/foundation/judge";
import { foundationConfig, synthesized } from "./support";

type Json = Record<string, Record<string, Record<string, unknown>>>;

/** What fails, after a change to the synthesized JSON. */
function failures(
  change: (resource: Json) => void = () => {},
  config: FoundationConfig = foundationConfig(),
): string[] {
  const stack = synthesized(config);
  change(stack.json.resource as Json);
  return judgeFoundation({ config }, [stack])
    .findings.filter(({ verdict }) => verdict === "fail" || verdict === "unknown")
    .map(({ id, says }) => `${id}: ${says}`);
}

const role = (json: Json, name: string) => json["azurerm_role_assignment"]![name]!;
const roleDefinition = (id: string) =>
  `/subscriptions/\${var.customers_subscription_id}/providers/Microsoft.Authorization/roleDefinitions/${id}`;

describe("company ready", () => {
  it("is admitted when everything is there", () => {
    const verdict = judgeFoundation({ config: foundationConfig() }, [synthesized()]);
    expect(verdict).toMatchObject({ gate: "foundation", env: "orders-foundation", outcome: "admitted", notJudged: [] });
    expect([...new Set(verdict.findings.map(({ control }) => control))]).toEqual([
      "FND-01",
      "FND-02",
      "FND-03",
      "FND-04",
      "FND-05",
      "FND-06",
    ]);
    expect(failures()).toEqual([]);
  });

  it("is held while facts about the company are missing", () => {
    const config = foundationConfig({ company: { admins: ["ada@orders.example"] } });
    expect(failures(undefined, config)).toEqual([
      "FND-06 config company.admins: One administrator is named; two people are needed.",
      "FND-06 config company.domain: Nobody is named who owns the company's domain.",
      "FND-06 config company.evidence: Nobody knows where evidence is kept.",
      "FND-06 config company.website: The company cannot be found in public.",
    ]);
    expect(judgeFoundation({ config }, [synthesized(config)]).outcome).toBe("held");
  });

  it("is held while the foundation's own state is local", () => {
    expect(failures(undefined, foundationConfig({ state: "local" }))).toEqual([
      "FND-01 config state: The foundation's own state is a file on somebody's disk.",
    ]);
  });

  it.each([
    [
      "2026-11-24",
      "admitted",
      ["The foundation's own state is a file on somebody's disk. It may be until 2026-11-24."],
    ],
    ["2026-11-25", "held", []],
  ])("is reviewed before it is applied: with local state on %s it is %s", (today, outcome, says) => {
    const config = foundationConfig({ state: "local" });
    const verdict = judgeFoundation({ config }, [synthesized(config)], parseToday(today));
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.warnings.map((one) => one.says)).toEqual(says);
  });

  it("judges how an eligible role is taken, where a stack says it", () => {
    const policy = (activation: object) => (json: Json) => {
      json["azurerm_role_management_policy"] = {
        operators: {
          scope: "/subscriptions/x",
          role_definition_id: roleDefinition("b24988ac-6180-42a0-ab88-20f7382dd24c"),
          activation_rules: {
            require_approval: true,
            require_justification: true,
            require_multifactor_authentication: true,
            maximum_duration: "PT8H",
            ...activation,
          },
          active_assignment_rules: { expiration_required: true },
          eligible_assignment_rules: { expiration_required: true },
        },
      };
    };
    const path = "FND-03 azurerm_role_management_policy.operators activation_rules";
    expect(failures(policy({}))).toEqual([]);
    expect(failures(policy({ require_approval: false, maximum_duration: undefined }))).toEqual([
      `${path}.maximum_duration: The policy leaves it as it is in Azure, which is not known here.`,
      `${path}.require_approval: Nobody approves that somebody takes it.`,
    ]);
  });

  it.each<[string, (json: Json) => void, string]>([
    [
      "shared keys",
      (json) => Object.assign(json["azurerm_storage_account"]!["state_account"]!, { shared_access_key_enabled: true }),
      "FND-01 azurerm_storage_account.state_account shared_access_key_enabled: Its keys open it without Entra.",
    ],
    [
      "short soft delete",
      (json) =>
        Object.assign(json["azurerm_storage_account"]!["state_account"]!["blob_properties"]!, {
          delete_retention_policy: { days: 7 },
        }),
      "FND-01 azurerm_storage_account.state_account blob_properties.delete_retention_policy.days: What is deleted can be brought back for 7 days; 14 are needed.",
    ],
    [
      "no public side",
      (json) =>
        Object.assign(json["azurerm_storage_account"]!["state_account"]!, { public_network_access_enabled: false }),
      "FND-01 azurerm_storage_account.state_account public_network_access_enabled: Hosted runners cannot reach it, so nothing can be deployed.",
    ],
    [
      "a public container",
      (json) =>
        Object.assign(json["azurerm_storage_container"]!["state_orders-pilot"]!, { container_access_type: "blob" }),
      "FND-01 azurerm_storage_container.state_orders-pilot container_access_type: The container's access type is blob: states can be read without signing in.",
    ],
    [
      "no lock",
      (json) => delete json["azurerm_management_lock"],
      "FND-01 azurerm_storage_account.state_account lock: No lock refuses to delete it.",
    ],
    [
      "a wider subject",
      (json) =>
        Object.assign(json["azurerm_federated_identity_credential"]!["deploy-orders-pilot_github"]!, {
          subject: "repo:orders-example/orders:ref:refs/heads/main",
        }),
      "FND-02 azurerm_federated_identity_credential.deploy-orders-pilot_github subject: It trusts repo:orders-example/orders:ref:refs/heads/main; it may trust repo:orders-example/orders:environment:orders-pilot only.",
    ],
    [
      "no condition",
      (json) => delete role(json, "deploy-orders-pilot_access")["condition"],
      "FND-02 azurerm_role_assignment.deploy-orders-pilot_access condition: No condition limits which roles it may give and to whom: it could make itself Owner.",
    ],
    [
      "a condition that lets Owner through",
      (json) => {
        const access = role(json, "deploy-orders-pilot_access");
        access["condition"] = String(access["condition"]).replace(
          "GuidEquals {",
          "GuidEquals {8e3af657-a8ff-443c-a75c-2fe8c4bcb635, ",
        );
      },
      "FND-02 azurerm_role_assignment.deploy-orders-pilot_access condition: Its condition lets it give Owner, with which it raises itself.",
    ],
    [
      "a condition for giving only",
      (json) => {
        const access = role(json, "deploy-orders-pilot_access");
        access["condition"] = String(access["condition"]).split(" AND ((!(ActionMatches")[0];
      },
      "FND-02 azurerm_role_assignment.deploy-orders-pilot_access condition: No condition limits which roles it may give and to whom: it could make itself Owner.",
    ],
    [
      "the whole account's states",
      (json) =>
        Object.assign(role(json, "deploy-orders-pilot_state"), {
          scope: "${azurerm_storage_account.state_account.id}",
        }),
      "FND-02 azurerm_role_assignment.deploy-orders-pilot_state scope: It reaches more than the container orders-pilot.",
    ],
    [
      "another subscription",
      (json) =>
        Object.assign(role(json, "deploy-orders-pilot_contributor"), {
          scope: "/subscriptions/${var.subscription_id}",
        }),
      "FND-02 azurerm_role_assignment.deploy-orders-pilot_contributor scope: It reaches outside of the subscription customers.",
    ],
    [
      "a plan that writes",
      (json) =>
        Object.assign(role(json, "plan_reads-customers"), {
          role_definition_id: roleDefinition("b24988ac-6180-42a0-ab88-20f7382dd24c"),
        }),
      "FND-02 azurerm_role_assignment.plan_reads-customers role_definition_id: Pull requests get Contributor; they may only read.",
    ],
    [
      "access for one person",
      (json) => Object.assign(role(json, "subscription-customers_readers"), { principal_type: "User" }),
      "FND-03 azurerm_role_assignment.subscription-customers_readers principal_type: It gives access to one person.",
    ],
    [
      "a stranger's group",
      (json) =>
        Object.assign(role(json, "subscription-customers_readers"), {
          principal_id: "00000000-0000-0000-0000-000000000001",
        }),
      "FND-03 azurerm_role_assignment.subscription-customers_readers principal_id: It gives access to 00000000-0000-0000-0000-000000000001, which is none of the foundation's groups.",
    ],
    [
      "another region",
      (json) =>
        Object.assign(json["azurerm_subscription_policy_assignment"]!["subscription-customers_policies_locations"]!, {
          parameters: '{"listOfAllowedLocations":{"value":["northeurope","uksouth","westeurope"]}}',
        }),
      "FND-04 config subscriptions.customers.locations: customers has no policy of exactly the allowed locations.",
    ],
    [
      "a policy that refuses what has no tags",
      (json) =>
        Object.assign(json["azurerm_subscription_policy_assignment"]!["subscription-customers_policies_tag-owner"]!, {
          policy_definition_id:
            "/providers/Microsoft.Authorization/policyDefinitions/871b6d14-10aa-478d-b590-94f262ecfa99",
        }),
      "FND-04 azurerm_subscription_policy_assignment.subscription-customers_policies_tag-owner policy_definition_id: It refuses what has no tags, such as the group that Azure makes for a container environment.",
    ],
    [
      "no security contact",
      (json) => delete json["azurerm_security_center_contact"]!["subscription-customers_security_contact"],
      "FND-04 config subscriptions.customers.securityContact: customers has no security contact.",
    ],
    [
      "no activity log",
      (json) => delete json["azurerm_monitor_diagnostic_setting"]!["subscription-base_activity"],
      "FND-04 config subscriptions.base.activityLog: base has no activity log in a workspace.",
    ],
    [
      "no Defender plan",
      (json) =>
        delete json["azurerm_security_center_subscription_pricing"]!["subscription-customers_security_plan-KeyVaults"],
      "FND-04 config subscriptions.customers.defender.KeyVaults: customers has no Defender plan for KeyVaults.",
    ],
  ])("finds %s", (_, change, finding) => {
    expect(failures(change)).toContain(finding);
  });

  it("finds an unregistered resource provider", () => {
    const config = foundationConfig();
    const stack = synthesized(config);
    const providers = stack.json.provider?.["azurerm"] as Record<string, unknown>[];
    providers[1]!["resource_providers_to_register"] = ["Microsoft.App"];
    const found = judgeFoundation({ config }, [stack]).findings.filter(({ verdict }) => verdict === "fail");
    expect(found.map(({ id }) => id)).toEqual(["FND-05 provider.azurerm.customers resource_providers_to_register"]);
  });

  it("finds environments that could reach each other or the foundation", () => {
    const both = foundationConfig({
      environments: [
        { stage: "pilot", subscription: "customers" },
        { stage: "poc", subscription: "customers" },
      ],
    });
    expect(failures(undefined, both)).toEqual([
      "FND-02 config subscriptions.customers: orders-pilot and orders-poc share the subscription customers: each one's deploy identity is Contributor of the other.",
    ]);
    const inside = foundationConfig({
      environments: [
        { stage: "poc", subscription: "base" },
        { stage: "pilot", subscription: "customers" },
      ],
    });
    expect(failures(undefined, inside)).toEqual([
      "FND-02 config subscriptions.base: orders-poc shares the foundation's subscription base: its deploy identity could take over the states and identities of orders-pilot.",
    ]);
  });

  it("lets a lone POC share the foundation's subscription", () => {
    const config = foundationConfig({
      subscriptions: { base: { monthlyBudget: 100 } },
      environments: [{ stage: "poc", subscription: "base" }],
    });
    expect(failures(undefined, config)).toEqual([]);
  });
});
