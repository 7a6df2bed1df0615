import { nearMisses } from "./said";
import { smallTeam as team } from "./small-team";

const gate = "pre-production" as const;
const today = "2027-03-10";
const env = { workload: "orders", stage: "pre-production", generation: 1 } as const;
const groups = { readers: "r", operators: "o", approvers: "a", breakGlass: "b" } as const;
const named = ["access.readers", "access.operators", "access.breakGlass"].map((one) => `config ${one}`);

const accepted = team({ fact: "risk-accepted", env: "orders-production", until: undefined });

const standing = { ...env, access: { ...groups, writers: "standing" as const } };
const held = "People hold roles that write all the time.";
const what = "The evidence that one person holds roles that should be two";

nearMisses("IAM-04", {
  "named groups whose writers are eligible hold": {
    gate,
    today,
    config: { ...env, access: { ...groups, writers: "eligible" } },
    pass: [...named, "config access.writers"],
  },
  "a group that is missing or blank, and a way of holding roles that nobody decided on": {
    gate,
    today,
    config: { ...env, access: { readers: " ", approvers: "a" } },
    fail: {
      "config access.readers": "No group is named that looks.",
      "config access.operators": "No group is named that operates.",
      "config access.breakGlass": "No group is named that comes in when nothing else works.",
      "config access.writers": "The config does not say how people hold roles that write.",
    },
  },
  "a break-glass group that is used every day is none": {
    gate,
    today,
    config: { ...env, access: { ...groups, breakGlass: "O", writers: "eligible" } },
    pass: ["config access.operators", "config access.readers", "config access.writers"],
    fail: { "config access.breakGlass": "The break-glass group is also that of access.operators." },
  },
  "standing writers are a small team's, while somebody answers for it": {
    gate,
    today,
    config: standing,
    evidence: [team()],
    pass: [...named, "config access.writers"],
  },
  ...Object.fromEntries(
    (
      [
        ["without evidence", [], ""],
        ["with evidence of another environment", [team({ env: "orders-pilot" })], ""],
        ["with evidence of another generation", [team({ generation: 2 })], ""],
        ["after its end", [team({ until: "2027-03-09" })], ` ${what} ended on 2027-03-09.`],
        ["with an end too far away", [team({ until: "2027-05-31" })], ` ${what} needs an end at most 90 days away.`],
        ["without an end", [team({ until: undefined })], ` ${what} needs an end at most 90 days away.`],
        ["without a person", [team({ by: " " })], ` ${what} lacks a person, a day or a link.`],
        ["without a link", [team({ link: "" })], ` ${what} lacks a person, a day or a link.`],
        [
          "before it begins",
          [team({ date: "2027-03-11" })],
          ` ${what} is dated 2027-03-11, after the day of the check.`,
        ],
      ] as const
    ).map(([title, evidence, why]) => [
      `standing writers fail ${title}`,
      {
        gate,
        today,
        config: standing,
        evidence,
        pass: named,
        fail: { "config access.writers": `${held}${why}` },
      },
    ]),
  ),
  "at the end of its last day, and renewed by a newer entry, it still counts": {
    gate,
    today: "2027-05-30",
    config: standing,
    evidence: [team({ date: "2027-01-01", until: "2027-02-01" }), team()],
    pass: [...named, "config access.writers"],
  },
  "at Production it counts beside an accepted risk": {
    gate: "production",
    today,
    config: { ...standing, stage: "production" },
    evidence: [team({ env: "orders-production" }), accepted],
    pass: [...named, "config access.writers"],
  },
  "at Production it does not count alone, nor beside a risk accepted long ago": {
    gate: "production",
    today,
    config: { ...standing, stage: "production" },
    evidence: [team({ env: "orders-production" }), { ...accepted, date: "2026-01-01" }],
    pass: named,
    fail: {
      "config access.writers": `${held} The small-team evidence counts at Production only beside an accepted risk.`,
    },
  },
  "standing roles that only look, roles of services, and eligible ones hold; others do not": {
    gate,
    today,
    config: { ...env, access: { ...groups, writers: "eligible" } },
    resources: {
      "azurerm_user_assigned_identity.api": { name: "api" },
      "azurerm_role_assignment.reader": { principal_type: "Group", role_definition_name: "Reader" },
      "azurerm_role_assignment.logs": {
        principal_type: "Group",
        role_definition_id: "/providers/Microsoft.Authorization/roleDefinitions/73c42c96-874c-492b-b04d-ab87d138a893",
      },
      "azurerm_role_assignment.keys": { principal_type: "Group", role_definition_name: "Reader and Data Access" },
      "azurerm_role_assignment.writer": { principal_type: "Group", role_definition_name: "Contributor" },
      "azurerm_role_assignment.person": { principal_type: "User", role_definition_name: "Owner" },
      "azurerm_role_assignment.id": {
        principal_type: "Group",
        role_definition_id:
          "/subscriptions/${var.subscription_id}/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c",
      },
      "azurerm_role_assignment.service": { principal_type: "ServicePrincipal", role_definition_name: "Contributor" },
      "azurerm_role_assignment.api": {
        principal_id: "${azurerm_user_assigned_identity.api.principal_id}",
        role_definition_name: "Contributor",
      },
      "azurerm_pim_eligible_role_assignment.writer": { principal_id: "${var.operators}", role_definition_id: "x" },
      "azurerm_pim_active_role_assignment.writer": {
        principal_id: "${var.operators}",
        role_definition_id: "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c",
      },
      "azurerm_pim_active_role_assignment.reader": {
        principal_id: "${var.readers}",
        role_definition_id: "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7",
      },
      "azurerm_postgresql_flexible_server_active_directory_administrator.people": { principal_type: "Group" },
      "azurerm_postgresql_flexible_server_active_directory_administrator.job": { principal_type: "ServicePrincipal" },
    },
    pass: [
      ...named,
      "config access.writers",
      "azurerm_role_assignment.reader",
      "azurerm_role_assignment.logs",
      "azurerm_pim_active_role_assignment.reader",
      "azurerm_pim_eligible_role_assignment.writer",
    ],
    fail: {
      "azurerm_role_assignment.keys": "People hold Reader and Data Access all the time.",
      "azurerm_role_assignment.writer": "People hold Contributor all the time.",
      "azurerm_role_assignment.person": "People hold Owner all the time.",
      "azurerm_role_assignment.id": "People hold Contributor all the time.",
      "azurerm_pim_active_role_assignment.writer": "People hold Contributor all the time.",
      "azurerm_postgresql_flexible_server_active_directory_administrator.people":
        "People administer the database all the time.",
    },
  },
  "a role or a holder that is not written is unknown; a reader is harmless whoever holds it": {
    gate,
    today,
    config: { ...env, access: { ...groups, writers: "eligible" } },
    resources: {
      "azurerm_role_assignment.anyone": { principal_id: "${var.who}", role_definition_name: "Contributor" },
      "azurerm_role_assignment.looks": { principal_id: "${var.who}", role_definition_name: "Reader" },
      "azurerm_role_assignment.role": { principal_type: "Group", role_definition_name: "${var.role}" },
      "azurerm_role_assignment.custom": {
        principal_type: "Group",
        role_definition_id: "/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-0000-0000-000000000001",
      },
    },
    pass: [...named, "config access.writers", "azurerm_role_assignment.looks"],
    unknown: {
      "azurerm_role_assignment.anyone": "Whether people hold Contributor is not written.",
      "azurerm_role_assignment.role": "Whether a role that is not known yet only looks is not known here.",
      "azurerm_role_assignment.custom":
        "Whether the role 00000000-0000-0000-0000-000000000001 only looks is not known here.",
    },
  },
  "a small team's standing roles hold, its groups are named all the same": {
    gate,
    today,
    config: { ...env, access: { operators: "o", writers: "standing" } },
    evidence: [team()],
    resources: {
      "azurerm_role_assignment.writer": { principal_type: "Group", role_definition_name: "Contributor" },
      "azurerm_postgresql_flexible_server_active_directory_administrator.people": { principal_type: "Group" },
    },
    pass: [
      "config access.operators",
      "config access.writers",
      "azurerm_postgresql_flexible_server_active_directory_administrator.people",
      "azurerm_role_assignment.writer",
    ],
    fail: {
      "config access.readers": "No group is named that looks.",
      "config access.breakGlass": "No group is named that comes in when nothing else works.",
    },
  },
});

const change = { deploys: "ada@orders.example", approves: "grace@orders.example" };
const approvers = { access: { approvers: "a" } };

nearMisses("IAM-05", {
  "two people and a group of approvers hold": {
    gate,
    today,
    config: { ...env, ...approvers, change },
    pass: ["config access.approvers", "config change.approves"],
  },
  "one person under two spellings is one person": {
    gate,
    today,
    config: { ...env, ...approvers, change: { ...change, approves: " Ada@Orders.example" } },
    pass: ["config access.approvers"],
    fail: { "config change.approves": "Ada@Orders.example approves their own changes." },
  },
  "a small team may, for as long as somebody answers for it": {
    gate,
    today,
    config: { ...env, ...approvers, change: { ...change, approves: change.deploys } },
    evidence: [team()],
    pass: ["config access.approvers", "config change.approves"],
  },
  "evidence that has ended says so": {
    gate,
    today: "2027-06-01",
    config: { ...env, ...approvers, change: { ...change, approves: change.deploys } },
    evidence: [team()],
    pass: ["config access.approvers"],
    fail: { "config change.approves": `ada@orders.example approves their own changes. ${what} ended on 2027-05-30.` },
  },
  "nobody who approves, and no group of them": {
    gate,
    today,
    config: { ...env, change: { deploys: "ada@orders.example" } },
    fail: {
      "config access.approvers": "No group is named that approves.",
      "config change.approves": "Nobody is named who approves a change.",
    },
  },
  "an approver of nobody's changes is undecided": {
    gate,
    today,
    config: { ...env, ...approvers, change: { approves: "ada@orders.example" } },
    pass: ["config access.approvers"],
    unknown: {
      "config change.approves": "Whether ada@orders.example approves their own changes is open: nobody deploys.",
    },
  },
});
