import type { ResolvedFoundation } from "../foundation/resolve";
import { isAtLeast } from "../stages/stage";
import { GITHUB_PLANS, PROTECTED_ONLY } from "./approvals";
import { shellWord } from "./shell-word";
import type { Step } from "./step";
import { tools } from "./tools";

/**
 * The ordered steps from nothing to a foundation that keeps its own state. It makes the storage that it moves into, so
 * the first apply writes a local file; `state` in the config says which side of the move it is on.
 */
export function foundationSteps(foundation: ResolvedFoundation): Step[] {
  const { state } = foundation.config;
  const bootstrap = state === "local" ? [applyLocally(foundation), switchState(foundation)] : [];
  const later = state === "own" ? [apply(foundation)] : [];
  const steps = [
    signIn(),
    ...bootstrap,
    migrate(foundation),
    forget(foundation),
    ...later,
    ...github(foundation),
    retire(foundation),
  ].map((step) => standalone(step, foundation));
  return [tools(steps), ...steps];
}

const terraform = ({ name }: ResolvedFoundation, command: string) => `terraform -chdir=stacks/${name} ${command}`;

function signIn(): Step {
  return {
    id: "sign-in",
    title: "Sign in and see the subscriptions",
    why: "A person applies the foundation, never a pipeline: it gives roles out, so whoever applies it is Owner of every subscription, and a member of the owners group, which alone reaches the foundation's own state. The provider registers what the subscriptions lack.",
    commands: ["az account list --output table"],
  };
}

/** What a step needs to be run alone, in a new terminal: a sign-in, the subscriptions' ids, and a stack that is initialized. */
function standalone(step: Step, foundation: ResolvedFoundation): Step {
  const text = step.commands.join("\n");
  const stack = text.includes("-chdir=");
  const initialized = !stack || / init\b/.test(text) ? [] : [terraform(foundation, "init -input=false")];
  const needs = stack || /\baz /.test(text) ? [...signedIn(foundation), ...initialized] : [];
  return { ...step, needs };
}

function signedIn({ subscriptions, config }: ResolvedFoundation): string[] {
  const id = (name: string) => `"$(az account show --subscription ${shellWord(name)} --query id --output tsv)"`;
  const variables = subscriptions.map(({ variable }) => `TF_VAR_${variable}`);
  return [
    "az account show --output none 2>/dev/null || az login --output none",
    ...subscriptions.map(({ name, variable }) => `TF_VAR_${variable}=${id(name)}`),
    `ARM_SUBSCRIPTION_ID=${id(config.subscription)}`,
    `export ${[...variables, "ARM_SUBSCRIPTION_ID"].join(" ")}`,
  ];
}

function applyLocally(foundation: ResolvedFoundation): Step {
  return {
    id: "apply-foundation",
    title: "Apply the foundation with local state",
    why: "The storage that will hold the state does not exist yet, so this once the state is a file beside the output folder.",
    stack: foundation.name,
    commands: [terraform(foundation, "init"), terraform(foundation, "apply")],
  };
}

function switchState({ config }: ResolvedFoundation): Step {
  return {
    id: "switch-state",
    title: "Say that the foundation keeps its own state",
    why: `Write \`state: own\` instead of \`state: local\` in ${config.workload}.foundation.yaml and run \`gatewright synth\` again. The next step then finds the new backend; role assignments may take some minutes to reach it.`,
    commands: [],
  };
}

function migrate(foundation: ResolvedFoundation): Step {
  const own = foundation.config.state === "own";
  return {
    id: "migrate-state",
    title: "Move the state into its own storage",
    why: own
      ? "Terraform offers to copy the local state into the storage; where it is there already, this only connects to it. Right after the move the plan finds nothing to do."
      : "After the switch, Terraform offers to copy the local state into the storage; answer yes. The plan then finds nothing to do.",
    stack: foundation.name,
    commands: [terraform(foundation, "init -migrate-state"), terraform(foundation, "plan -detailed-exitcode")],
  };
}

function forget({ name }: ResolvedFoundation): Step {
  return {
    id: "forget-local-state",
    title: "Remove the local copy",
    why: "Two states of one foundation would sooner or later both be applied. The storage keeps versions.",
    commands: [`rm -f ../state/${name}.tfstate ../state/${name}.tfstate.backup`],
  };
}

function apply(foundation: ResolvedFoundation): Step {
  return {
    id: "apply-foundation",
    title: "Apply what has changed",
    why: "For example an environment that was added to the list: its deploy identity and state container come before its first deployment.",
    stack: foundation.name,
    commands: [terraform(foundation, "apply")],
  };
}

/** GitHub's side of the federation: ids are no secrets, so they are variables. */
function github(foundation: ResolvedFoundation): Step[] {
  const { repository } = foundation.config;
  const output = (query: string) => `"$(${terraform(foundation, "output -json")} | jq -r '${query}')"`;
  const variable = (name: string, query: string, environment?: string) =>
    `gh variable set ${name} --repo ${repository}${environment ? ` --env ${environment}` : ""} --body ${output(query)}`;
  const plans: Step = {
    id: "github-plan",
    title: "Let pull requests plan",
    why: "The plan identity reads and nothing else. Its jobs are of no GitHub environment, so what they need to know stands in the repository: ids, which are no secrets. An environment whose subscription is not listed there is not planned.",
    commands: [
      variable("AZURE_TENANT_ID", ".tenant_id.value"),
      variable("AZURE_PLAN_CLIENT_ID", ".plan_client_id.value"),
      variable("AZURE_SUBSCRIPTION_IDS", ".subscription_ids.value | tojson"),
    ],
  };
  const deploys = foundation.environments.map(({ name, stage }): Step => {
    const reviewed = isAtLeast(stage, "pre-production");
    const settings = `repos/${repository}/environments/${name}`;
    return {
      id: `github-${name}`,
      title: `Let the GitHub environment ${name} deploy`,
      why: `The deploy identity trusts every job of this GitHub environment, so the environment admits protected branches only. ${reviewed ? "Its required reviewers come with the environment's own steps; what is set already is left alone, because setting it anew would take them away." : `Where your plan knows required reviewers, add them in the repository's settings. ${GITHUB_PLANS}`}`,
      commands: [
        `${reviewed ? `gh api ${settings} --silent 2>/dev/null || ` : ""}jq -n '{${PROTECTED_ONLY}}' | gh api --method PUT ${settings} --input - --silent`,
        variable("AZURE_CLIENT_ID", `.deploy_client_ids.value["${name}"]`, name),
        variable("AZURE_SUBSCRIPTION_ID", `.subscription_ids.value["${name}"]`, name),
      ],
    };
  });
  return [protectBranch(repository), plans, ...deploys];
}

/**
 * What the environments of GitHub admit is a protected branch, so there has to be one.
 *
 * @see https://docs.github.com/rest/branches/branch-protection#update-branch-protection
 */
function protectBranch(repository: string): Step {
  const reviews =
    "{required_approving_review_count:$approvals,dismiss_stale_reviews:true,require_last_push_approval:($approvals>0)}";
  const protection = `{required_status_checks:{strict:true,contexts:["gates"]},enforce_admins:true,required_pull_request_reviews:${reviews},restrictions:null,allow_force_pushes:false,allow_deletions:false}`;
  return {
    id: "protect-branch",
    title: "Protect the branch that deploys",
    why: "An environment of GitHub admits protected branches only, and everything on one was merged through a pull request: with the job gates of the workflow that init wrote, and with as many approvals as you say, by somebody who did not push last. A team of one says 0. In a private repository it needs GitHub Pro, Team or Enterprise; without one GitHub refuses it (403), and nothing then keeps a push from being deployed.",
    commands: [
      `BRANCH="$(gh repo view ${repository} --json defaultBranchRef --jq .defaultBranchRef.name)"`,
      "ask APPROVALS 'Approvals that a pull request needs, 1 or more; 0 where nobody else can give one'",
      `jq -n --argjson approvals "$APPROVALS" '${protection}' | gh api --method PUT "repos/${repository}/branches/$BRANCH/protection" --input - --silent`,
    ],
  };
}

function retire(foundation: ResolvedFoundation): Step {
  return {
    id: "retire",
    title: "Later, when an environment is taken off the list",
    why: "Destroy the environment first: its state goes with it. The lock on the state storage also refuses to delete a container or a role below it, so lift it on purpose and let the apply put it back. Deleted containers can be restored for 30 days.",
    stack: foundation.name,
    commands: [
      terraform(foundation, "destroy -target=azurerm_management_lock.state_lock"),
      terraform(foundation, "apply"),
    ],
  };
}
