import { INSTALLED, INSTALLED_WITH_TERRAFORM } from "./workflow-steps";

/** A stack as a workflow sees it. */
export interface DeployedStack {
  /** The part after the environment's name, for example `platform`. */
  readonly role: string;
  /** Terraform variables that it asks for. */
  readonly variables: readonly string[];
}

/** What the workflow of one environment deploys. */
export interface Deployment {
  /** For example `orders-pilot`: its GitHub environment has the same name, and its deploy identity trusts that. */
  readonly environment: string;
  /** In the order in which they are applied first. */
  readonly stacks: readonly DeployedStack[];
  /** Terraform variable that takes the app registration of the VPN, where there is one. */
  readonly audience?: string;
}

/** Variables that the workflow itself sets. */
const SET = ["subscription_id", "tenant_id"];

/**
 * The workflow that plans an environment on a pull request and applies it after an approval. The subjects that its jobs
 * sign in with are those that the foundation's identities trust: `pull_request` reads, the environment deploys.
 */
export function deployWorkflow(deployment: Deployment): string {
  const { environment, stacks } = deployment;
  const roles = stacks.map(({ role }) => role);
  const byDefault = roles.includes("services") ? "services" : roles[0];
  return `# Written by gatewright promote, and yours from now on: nothing writes over it.
# Pull requests are planned by an identity that only reads. To apply, run this workflow for one stack: it waits for the
# reviewers of the GitHub environment ${environment}. The first apply is made by hand, as FIRST-APPLY.md says, and a release
# brings its images first. Until the foundation is applied there is nothing to sign in as, and nothing is planned.
name: ${environment}
on:
  pull_request:
  schedule:
    - cron: "37 4 * * 1" # reviews, evidence, waivers and certificates end on a day
  workflow_dispatch:
    inputs:
      stack:
        description: What to apply
        required: true
        type: choice
        default: ${byDefault}
        options: [${[byDefault, ...roles.filter((role) => role !== byDefault)].join(", ")}]
permissions: {}
jobs:
  gate:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
${INSTALLED}      - run: npx tsc
      - run: npx gatewright check ${environment}
      # A change of the platform needs a new certificate in the same pull request: npx gatewright prove ${environment}
      - run: npx gatewright prove ${environment} --verify

  plan:
    if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository && vars.AZURE_PLAN_CLIENT_ID != '' && fromJSON(vars.AZURE_SUBSCRIPTION_IDS || '{}')['${environment}'] != ''
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      id-token: write
    env:
      ARM_CLIENT_ID: \${{ vars.AZURE_PLAN_CLIENT_ID }}
      ARM_SUBSCRIPTION_ID: \${{ fromJSON(vars.AZURE_SUBSCRIPTION_IDS || '{}')['${environment}'] }}
      TF_VAR_subscription_id: \${{ fromJSON(vars.AZURE_SUBSCRIPTION_IDS || '{}')['${environment}'] }}
${shared(deployment)}    steps:
${INSTALLED_WITH_TERRAFORM}      - run: npx gatewright synth ${environment}
      # It can take no lock and may not list the settings of an app: this is a plan against the state, not against Azure.
${stacks.map((stack) => planned(environment, stack)).join("")}
  apply:
    if: github.event_name == 'workflow_dispatch'
    needs: gate
    runs-on: ubuntu-24.04
    timeout-minutes: 120
    environment: ${environment}
    concurrency:
      group: deploy-${environment}
      cancel-in-progress: false
    permissions:
      contents: read
      id-token: write
    env:
      STACK: \${{ inputs.stack }}
      ARM_CLIENT_ID: \${{ vars.AZURE_CLIENT_ID }}
      ARM_SUBSCRIPTION_ID: \${{ vars.AZURE_SUBSCRIPTION_ID }}
      TF_VAR_subscription_id: \${{ vars.AZURE_SUBSCRIPTION_ID }}
${shared(deployment)}    steps:
${INSTALLED_WITH_TERRAFORM}      - run: npx gatewright synth ${environment}
${stacks
  .filter((stack) => domainsOf(stack).length > 0)
  .map((stack) => domainsBefore(environment, stack))
  .join("")}      - run: terraform -chdir="${folder(environment, "$STACK")}" init -input=false
      - run: terraform -chdir="${folder(environment, "$STACK")}" plan -input=false -out=plan
      - run: terraform -chdir="${folder(environment, "$STACK")}" apply -input=false plan
`;
}

const folder = (environment: string, role: string) => `cdktf.out/stacks/${environment}-${role}`;

const DOMAIN = /^apps_domain(?:_(\w+))?$/;

/** Domains of apps that a stack asks for, each with the platform whose output it is: one a region. */
function domainsOf({ variables }: DeployedStack): { readonly variable: string; readonly platform: string }[] {
  return variables.flatMap((variable) => {
    const [found, code] = DOMAIN.exec(variable) ?? [];
    return found === undefined ? [] : [{ variable, platform: code === undefined ? "platform" : `platform-${code}` }];
  });
}

/** What both jobs tell Terraform. */
function shared({ stacks, audience }: Deployment): string {
  const own = [...new Set(stacks.flatMap(({ variables }) => variables))]
    .filter((name) => !SET.includes(name) && !DOMAIN.test(name))
    .sort();
  const variable = (name: string) => (name === audience ? "VPN_AUDIENCE" : name.toUpperCase());
  return [
    'ARM_USE_OIDC: "true"',
    "ARM_TENANT_ID: ${{ vars.AZURE_TENANT_ID }}",
    "TF_VAR_tenant_id: ${{ vars.AZURE_TENANT_ID }}",
    ...own.map((name) => `TF_VAR_${name}: \${{ vars.${variable(name)} }}`),
    'TF_IN_AUTOMATION: "1"',
  ]
    .map((line) => `      ${line}\n`)
    .join("");
}

function planned(environment: string, stack: DeployedStack): string {
  const at = `terraform -chdir=${folder(environment, stack.role)}`;
  const plan = `${at} plan -input=false -lock=false -refresh=false`;
  const domains = domainsOf(stack);
  if (domains.length === 0) return `      - run: ${at} init -input=false\n      - run: ${plan}\n`;
  const looked = domains.map(({ variable, platform }) => {
    const output = `terraform -chdir=${folder(environment, platform)} output -raw apps_domain`;
    return `          ${variable}="$(${output} 2>/dev/null || true)"
          if [ -z "$${variable}" ]; then echo "The ${platform} is not applied yet, so ${stack.role} cannot be planned."; exit 0; fi\n`;
  });
  const given = domains.map(({ variable }) => `TF_VAR_${variable}="$${variable}"`).join(" ");
  return `      - run: |
${looked.join("")}          ${at} init -input=false
          ${given} ${plan}
`;
}

/** The domains of the apps, which Azure made up: outputs of the platforms. */
function domainsBefore(environment: string, stack: DeployedStack): string {
  const lines = domainsOf(stack).map(({ variable, platform }) => {
    const at = `terraform -chdir=${folder(environment, platform)}`;
    return `          ${at} init -input=false
          echo "TF_VAR_${variable}=$(${at} output -raw apps_domain)" >> "$GITHUB_ENV"\n`;
  });
  return `      - if: inputs.stack == '${stack.role}'
        run: |
${lines.join("")}`;
}
