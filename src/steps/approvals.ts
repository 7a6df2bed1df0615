import type { ResolvedEnvironment } from "../config/resolve";
import { audienceVariable } from "../config/resolve";
import { hardenedConfig } from "./hardened";
import { shellWord } from "./shell-word";
import type { Step } from "./step";

/** What GitHub's plans allow in a repository that is private; a public one may do all of it. */
export const GITHUB_PLANS =
  "In a private repository GitHub Enterprise alone knows required reviewers; Team and Pro know environments that admit protected branches only; Free knows neither environments nor protected branches there, so that with it people apply by hand.";

/** An environment of GitHub that only protected branches may deploy to. */
export const PROTECTED_ONLY = "deployment_branch_policy:{protected_branches:true,custom_branch_policies:false}";

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
  const settings = `{prevent_self_review:${others},reviewers:[{type:"Team",id:$team}],${PROTECTED_ONLY}}`;
  const put = `gh api --method PUT "repos/$REPOSITORY/environments/${name}" --input - --silent`;
  const variable = (key: string, value: string) =>
    `gh variable set ${key} --repo "$REPOSITORY" --env ${name} --body "${value}"`;
  return [
    {
      id: "approvals",
      title: "Let approvers stand before every release",
      why: `The deploy identity trusts the GitHub environment ${name}, so whoever passes that may deploy. Its reviewers are a team with the people of the group access.approvers, which the first command lists. ${self} Required checks before: ${checks.join(", ")}. ${GITHUB_PLANS} Where reviewers are refused, what holds is the branch: only what was merged is deployed, and the foundation's steps let nothing be merged without an approval. The last ones are what the stacks ask for, which a pipeline has no one to ask.`,
      purpose: "once",
      commands: [
        `az ad group member list --group ${shellWord(config.access.approvers)} --query "[].userPrincipalName" --output tsv`,
        'REPOSITORY="$(gh repo view --json nameWithOwner --jq .nameWithOwner)"',
        "ask TEAM 'GitHub team of these people'",
        'TEAM_ID="$(gh api "orgs/${REPOSITORY%%/*}/teams/$TEAM" --jq .id)"',
        `jq -n --argjson team "$TEAM_ID" '${settings}' | ${put} || { echo "GitHub's plan knows no reviewers here: protected branches only." >&2; jq -n '{${PROTECTED_ONLY}}' | ${put}; }`,
        variable("APPS_DOMAIN", "$TF_VAR_apps_domain"),
        variable("VPN_AUDIENCE", `$TF_VAR_${audienceVariable(config)}`),
        // Pull requests are planned outside of any GitHub environment.
        `gh variable set VPN_AUDIENCE --repo "$REPOSITORY" --body "$TF_VAR_${audienceVariable(config)}"`,
      ],
    },
  ];
}
