import { nearMisses } from "./said";
import { smallTeam } from "./small-team";

const gate = "pre-production" as const;
const today = "2027-03-10";
const READERS = "00000000-0000-0000-0000-00000000000a";
const APPROVERS = "00000000-0000-0000-0000-00000000000b";
const config = {
  workload: "orders",
  stage: "pre-production",
  generation: 1,
  access: { readers: READERS, operators: "o", approvers: APPROVERS, breakGlass: "b", writers: "eligible" },
} as const;
const named = ["breakGlass", "operators", "readers", "writers"].map((one) => `config access.${one}`);
const role = (guid: string) => `/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
const CONTRIBUTOR = role("b24988ac-6180-42a0-ab88-20f7382dd24c");
const READER = role("acdd72a7-3385-48ef-bd42-f606fba81ae7");

const strict = {
  require_approval: true,
  require_justification: true,
  require_multifactor_authentication: true,
  maximum_duration: "PT8H",
};
const ends = { expiration_required: true, expire_after: "P180D" };
const rules = (activation: object = {}, active: object = {}, eligible: object = {}) => ({
  scope: "/subscriptions/x",
  role_definition_id: CONTRIBUTOR,
  activation_rules: { ...strict, ...activation },
  active_assignment_rules: { ...ends, ...active },
  eligible_assignment_rules: { ...ends, ...eligible },
});
const policy = "azurerm_role_management_policy.p";
const row = (values: object) => ({ gate, today, config, resources: { [policy]: values as never } });
const OPEN = "The policy leaves it as it is in Azure, which is not known here.";
const NOT_YET = "What the policy sets is not known before apply.";

nearMisses("IAM-04", {
  "a policy that asks for an approval, a reason and a second factor, and that ends, holds": {
    ...row(rules()),
    pass: [...named, policy],
  },
  "a context of conditional access stands in place of the second factor": {
    ...row(
      rules({
        require_multifactor_authentication: undefined,
        required_conditional_access_authentication_context: "c1",
      }),
    ),
    pass: [...named, policy],
  },
  "a role that only looks may be taken as anybody likes": {
    ...row({ ...rules({ require_approval: false, maximum_duration: "P1D" }), role_definition_id: READER }),
    pass: [...named, policy],
  },
  ...Object.fromEntries(
    (
      [
        ["without approval", rules({ require_approval: false }), "Nobody approves that somebody takes it."],
        ["without a reason", rules({ require_justification: false }), "Nobody says why they take it."],
        [
          "without a second factor",
          rules({ require_multifactor_authentication: false }),
          "A stolen password is enough to take it.",
        ],
        ["for a day", rules({ maximum_duration: "P1D" }), "Once taken it lasts for 24 hours; 8 hours are the most."],
        [
          "for half an hour too long",
          rules({ maximum_duration: "PT8H30M" }),
          "Once taken it lasts for 8 hours 30 minutes; 8 hours are the most.",
        ],
        [
          "held for good",
          rules({}, { expiration_required: false }),
          "It may be held for good, without being activated.",
        ],
        ["eligible for good", rules({}, {}, { expiration_required: false }), "People may be eligible for good."],
      ] as const
    ).map(([what, values, says]) => [
      `a role that is taken ${what}`,
      { ...row(values), pass: named, fail: { [policy]: says } },
    ]),
  ),
  "what a policy leaves out is as somebody left it": {
    ...row({ scope: "/subscriptions/x", role_definition_id: CONTRIBUTOR, activation_rules: strict }),
    pass: named,
    unknown: { [policy]: [OPEN, OPEN] },
  },
  "what is known at apply only": {
    ...row(rules({ require_approval: "${var.approval}", maximum_duration: "${var.hours}" })),
    pass: named,
    unknown: { [policy]: [NOT_YET, NOT_YET] },
  },
  "a small team may do without a second person, and not without a reason": {
    ...row(rules({ require_approval: false, require_justification: false }, { expiration_required: false })),
    evidence: [smallTeam()],
    pass: named,
    fail: { [policy]: "Nobody says why they take it." },
  },
});

const approvedBy = (object_id: string) =>
  rules({ approval_stage: [{ primary_approver: [{ object_id, type: "Group" }] }] }) as never;
const STRANGER = "99999999-0000-0000-0000-000000000009";

nearMisses("IAM-03", {
  "who approves that a role is taken is the company's too": {
    gate,
    config,
    resources: {
      "azurerm_role_management_policy.own": approvedBy(APPROVERS),
      "azurerm_role_management_policy.stranger": approvedBy(STRANGER),
    },
    pass: ["azurerm_role_management_policy.own"],
    fail: {
      "azurerm_role_management_policy.stranger": `It is for ${STRANGER}, which is neither an identity of the environment nor a group that the config names.`,
    },
  },
});
