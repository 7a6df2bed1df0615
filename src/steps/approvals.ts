import type { ResolvedEnvironment } from "../config/resolve";
import { audienceVariable, hardenedConfig } from "./hardened";
import type { Step } from "./step";

/**
 * IAM-05: a release waits for somebody else; nothing below Pre-Production. GitHub knows teams, not Entra groups, so the
 * team is compared with the group.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/deployments-and-environments#required-reviewers
 */
export function approvals(environment: ResolvedEnvironment): Step[] {
  const config = hardenedConfig(environment);
  if (!config) return [];
  const { name } = environment;
  const { deploys, approves, checks } = config.change;
  const others = approves !== deploys;
  const self = others
    ? "Nobody approves a release of their own."
    : `${deploys} approves what they deploy themselves, so that only small-team evidence admits it.`;
  const settings = `{prevent_self_review:${others},reviewers:[{type:"Team",id:$team}],deployment_branch_policy:{protected_branches:true,custom_branch_policies:false}}`;
  const variable = (key: string, value: string) =>
    `gh variable set ${key} --repo "$REPOSITORY" --env ${name} --body "${value}"`;
  return [
    {
      id: "approvals",
      title: "Let approvers stand before every release",
      why: `The deploy identity trusts the GitHub environment ${name}, so whoever passes that may deploy. Its reviewers are a team with the people of the group access.approvers, which the first command lists. ${self} Required checks before: ${checks.join(", ")}. In a private repository required reviewers need GitHub Enterprise; without them protect the branch instead. The last two are what the stacks ask for, which a pipeline has no one to ask.`,
      purpose: "once",
      commands: [
        `az ad group member list --group ${config.access.approvers} --query "[].userPrincipalName" --output tsv`,
        'REPOSITORY="$(gh repo view --json nameWithOwner --jq .nameWithOwner)"',
        'read -r -p "GitHub team of these people: " TEAM',
        'TEAM_ID="$(gh api "orgs/${REPOSITORY%%/*}/teams/$TEAM" --jq .id)"',
        `jq -n --argjson team "$TEAM_ID" '${settings}' | gh api --method PUT "repos/$REPOSITORY/environments/${name}" --input -`,
        variable("APPS_DOMAIN", "$TF_VAR_apps_domain"),
        variable("VPN_AUDIENCE", `$TF_VAR_${audienceVariable(config)}`),
        // Pull requests are planned outside of any GitHub environment.
        `gh variable set VPN_AUDIENCE --repo "$REPOSITORY" --body "$TF_VAR_${audienceVariable(config)}"`,
      ],
    },
  ];
}
