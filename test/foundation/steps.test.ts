import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveFoundation } from "../../src/foundation/resolve";
import { foundationSteps } from "../../src/steps/foundation";
import { GatewrightApp } from "../../src/synth/app";
import { Foundation } from "../../stacks/0-foundation";
import { foundationConfig } from "./support";

const steps = (state: "local" | "own") => foundationSteps(resolveFoundation(foundationConfig({ state })));
const terraform = "terraform -chdir=stacks/orders-foundation";

describe("the steps of a foundation", () => {
  it("apply with local state, switch, and move the state into the storage that the apply made", () => {
    expect(steps("local").map(({ id, stack }) => [id, stack])).toEqual([
      ["tools", undefined],
      ["sign-in", undefined],
      ["apply-foundation", "orders-foundation"],
      ["switch-state", undefined],
      ["migrate-state", "orders-foundation"],
      ["forget-local-state", undefined],
      ["protect-branch", undefined],
      ["github-plan", undefined],
      ["github-orders-pilot", undefined],
      ["retire", "orders-foundation"],
    ]);
    const commands = Object.fromEntries(steps("local").map((step) => [step.id, step.commands]));
    expect(steps("local").find(({ id }) => id === "retire")?.needs).toEqual([
      "az account show --output none 2>/dev/null || az login --output none",
      'TF_VAR_subscription_id="$(az account show --subscription base --query id --output tsv)"',
      'TF_VAR_customers_subscription_id="$(az account show --subscription customers --query id --output tsv)"',
      'ARM_SUBSCRIPTION_ID="$(az account show --subscription base --query id --output tsv)"',
      "export TF_VAR_subscription_id TF_VAR_customers_subscription_id ARM_SUBSCRIPTION_ID",
      "terraform -chdir=stacks/orders-foundation init -input=false",
    ]);
    expect(commands["apply-foundation"]).toEqual([`${terraform} init`, `${terraform} apply`]);
    expect(commands["migrate-state"]).toEqual([
      `${terraform} init -migrate-state`,
      `${terraform} plan -detailed-exitcode`,
    ]);
    expect(commands["retire"]).toEqual([
      `${terraform} destroy -target=azurerm_management_lock.state_lock`,
      `${terraform} apply`,
    ]);
  });

  it("apply changes once the foundation keeps its own state", () => {
    expect(steps("own").map(({ id }) => id)).toEqual([
      "tools",
      "sign-in",
      "migrate-state",
      "forget-local-state",
      "apply-foundation",
      "protect-branch",
      "github-plan",
      "github-orders-pilot",
      "retire",
    ]);
  });

  it("are written beside the stack", () => {
    const folder = mkdtempSync(join(tmpdir(), "foundation-steps-"));
    try {
      const app = new GatewrightApp({ outdir: folder });
      new Foundation(app, foundationConfig());
      app.synth();
      const read = (path: string) => readFileSync(join(folder, path), "utf8");
      expect(read("environments/orders-foundation/FIRST-APPLY.md")).toContain("# First apply of orders-foundation");
      expect(JSON.parse(read("environments/orders-foundation/steps.json")).steps).toMatchObject(steps("own"));
      const script = read("environments/orders-foundation/steps/02-sign-in.sh");
      expect(script.split("\n").slice(0, 3)).toEqual([
        "#!/usr/bin/env bash",
        "# orders-foundation: Sign in and see the subscriptions",
        "set -euo pipefail",
      ]);
      expect(statSync(join(folder, "environments/orders-foundation/steps/02-sign-in.sh")).mode & 0o111).toBe(0o111);
      expect(JSON.parse(read("stacks/orders-foundation/cdk.tf.json")).terraform.backend).toHaveProperty("azurerm");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("leaves the reviewers of an environment from Pre-Production on alone, once it exists", () => {
    const later = foundationConfig({ environments: [{ stage: "pre-production", subscription: "customers" }] });
    const commands = foundationSteps(resolveFoundation(later)).flatMap(({ id, commands: all }) =>
      id.startsWith("github-orders") ? all : [],
    );
    expect(commands[0]).toMatch(
      /^gh api repos\/\S+\/environments\/orders-pre-production --silent 2>\/dev\/null \|\| jq -n .* \| gh api --method PUT /,
    );
  });
});
