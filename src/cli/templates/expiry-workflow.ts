import { INSTALLED, SIGN_IN } from "./workflow-steps";

/** The environment that ends, and where that is written. */
export interface Expiring {
  /** For example `orders-poc`. */
  readonly environment: string;
  readonly workload: string;
  /** Names of its stacks, in the order in which they are destroyed. */
  readonly stacks: readonly string[];
  /** File name of the foundation that lists it. */
  readonly foundation: string;
}

/**
 * The weekly look at a POC that should be gone. Its state is on the machine that applied it, where no workflow reaches it,
 * and a group that is deleted without its state leaves a vault and a workspace behind: so it says what is left and what
 * ends it, in an issue.
 */
export function expiryWorkflow({ environment, workload, stacks, foundation }: Expiring): string {
  const tags = `tags.workload=='${workload}' && tags.stage=='poc'`;
  return `# Written by gatewright promote, and yours from now on: nothing writes over it.
# Once ${environment} has expired, an issue says every week what is left of it and how it goes. Nothing is deleted from here:
# the state that knows all of it is on the machine that applied it. Delete this file with the environment's.
name: expiry of ${environment}
on:
  schedule:
    - cron: "41 5 * * 1"
  workflow_dispatch:
permissions: {}
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
${INSTALLED}      - run: npx gatewright check ${environment}

  # Reviewers of the GitHub environment agree first, where there are some: its identity may do more than look.
  look:
    needs: check
    if: failure()
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    environment: ${environment}
    permissions:
      id-token: write
    outputs:
      remains: \${{ steps.remains.outputs.remains }}
    steps:
${SIGN_IN}      - id: remains
        env:
          CLIENT_ID: \${{ vars.AZURE_CLIENT_ID }}
        run: |
          {
            echo "remains<<END-OF-LIST"
            echo "Resource groups, until they are destroyed:"
            az group list --query "[?${tags}].name" --output tsv
            echo "Deleted vaults, whose names and secrets are kept until:"
            az keyvault list-deleted --resource-type vault --query "[?properties.${tags.replace(" && ", " && properties.")}].[name, properties.scheduledPurgeDate]" --output tsv
            echo "Deleted workspaces, whose data is kept for 14 days:"
            az monitor log-analytics workspace list-deleted-workspaces --query "[?${tags}].name" --output tsv
            echo "Roles of its deploy identity, until it is taken off the foundation:"
            az role assignment list --assignee "$CLIENT_ID" --all --query "[].roleDefinitionName" --output tsv
            echo "END-OF-LIST"
          } >> "$GITHUB_OUTPUT"

  # The only job that may write to the repository runs nothing of it.
  tell:
    needs: [check, look]
    if: always() && needs.check.result == 'failure'
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      issues: write
    steps:
      - env:
          GH_TOKEN: \${{ github.token }}
          GH_REPO: \${{ github.repository }}
          REMAINS: \${{ needs.look.outputs.remains }}
        run: |
          title="${environment} is held: has it expired?"
          cat > body.md <<'END'
          The gate holds ${environment}. Where that is because its day has come, end it from its state, on the machine that
          applied it. Sign in as the first step of its FIRST-APPLY.md says, then:

              npx gatewright synth ${environment} && cd cdktf.out
${stacks.map((stack) => `              terraform -chdir=stacks/${stack} init && terraform -chdir=stacks/${stack} destroy\n`).join("")}
          Where that state is lost, delete the resource groups, and purge what Azure keeps: \`az keyvault purge\`, and
          \`az monitor log-analytics workspace delete --force\` before the group goes.

          Then take it off \`environments\` in ${foundation} and apply the foundation, as the last step of its
          FIRST-APPLY.md says: until then its deploy identity can change everything in the subscription, and give roles
          there. Last, delete its file, its test and this workflow.

          END
          printf 'What is left in Azure:\\n\\n%s\\n' "\${REMAINS:-It could not be looked at.}" >> body.md
          number="$(gh issue list --state open --search "in:title \\"$title\\"" --json number --jq '.[0].number // empty')"
          if [ -n "$number" ]; then gh issue edit "$number" --body-file body.md; else gh issue create --title "$title" --body-file body.md; fi
`;
}
