import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { BadInput } from "../../src/errors";
import { foundationFile, loadFoundation } from "../../src/foundation/load";
import { validateFoundation } from "../../src/foundation/validate";
import { keepConfig } from "../support/bad-input";
import { foundationConfig, GROUPS } from "./support";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foundation-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What loading a text says, with the folder taken out. */
function problems(text: string, name = "orders.foundation.yaml"): string[] {
  const file = join(folder, name);
  writeFileSync(file, text);
  keepConfig(text, name);
  return problemsOf(() => loadFoundation(file)).map((line) => line.replaceAll(`${folder}/`, ""));
}

function problemsOf(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return error.message.split("\n");
  }
}

/** What a config in TypeScript says, one sentence a problem. */
function says(changes: object): string[] {
  const config = { ...foundationConfig(), ...changes };
  keepConfig(stringify(config), "orders.foundation.yaml");
  try {
    validateFoundation(config);
    return [];
  } catch (error) {
    return (error as BadInput).problems.map((problem) => problem.says);
  }
}

describe("a foundation's config", () => {
  it("is accepted as the example has it", () => {
    const file = join(__dirname, "../../examples/full-ladder/environments/orders.foundation.yaml");
    expect(loadFoundation(file).config.environments).toEqual([
      { stage: "poc", subscription: "orders-sandbox" },
      { stage: "pilot", subscription: "orders-customers" },
      { stage: "pre-production", subscription: "orders-preproduction" },
      { stage: "production", subscription: "orders-production" },
    ]);
    expect(says({})).toEqual([]);
  });

  it("tells every problem at once, in the order of the file, with line and column", () => {
    const text = [
      "workload: orders",
      "location: westeurope",
      "owner: ada",
      "created: 2026-11-10",
      "repository: orders",
      "runners: private",
      "state: remote",
      "allowedLocations: [northeurope]",
      "subscription: base",
      "subscriptions:",
      "  base: { monthlyBudget: 50 }",
      "  customers: { monthlyBudget: 0 }",
      "environments:",
      "  - { stage: pilot, subscription: customer }",
      "  - { stage: pilot, subscription: customers }",
      "  - { stage: production, subscription: customers }",
      "  - { stage: scale, subscription: customers }",
      "groups:",
      `  owners: ${GROUPS.owners}`,
      "  operators: ada@orders.example",
      `  readers: ${GROUPS.readers}`,
      `  breakGlass: ${GROUPS.owners.toUpperCase()}`,
      "security: { contact: security@orders.example, fax: 12 }",
      "company: { admins: [ada@orders.example, Ada@orders.example] }",
    ].join("\n");
    expect(problems(text)).toEqual([
      'orders.foundation.yaml:3:1  owner must be an e-mail address that somebody reads, got "ada"',
      "    Write it like ada@orders.example.",
      'orders.foundation.yaml:5:1  repository must be a GitHub repository as organization/name, such as orders-example/orders, got "orders"',
      "    GitHub repository whose workflows deploy, as organization/name.",
      'orders.foundation.yaml:6:1  runners must be hosted, got "private"',
      "    Private runners are not supported: the state storage keeps its public endpoint, which only Entra sign-in opens, because GitHub's runners have no fixed addresses.   (FND-01)",
      'orders.foundation.yaml:7:1  state must be local or own, got "remote"',
      "    local for the first apply, which makes the state storage; own from then on, in that storage.",
      "orders.foundation.yaml:8:1  allowedLocations must include the location westeurope, got northeurope",
      "    Add it: the policy would refuse the foundation's own resources.   (FND-04)",
      "orders.foundation.yaml:12:16  subscriptions.customers.monthlyBudget must be between 1 and 1000000, in the billing currency, got 0",
      "    Budget of the whole subscription a month, in the billing currency; warnings go to the owner.",
      'orders.foundation.yaml:14:21  environments[0].subscription must be one of the subscriptions, got "customer"; did you mean "customers"?',
      "    Known: base, customers. Add it under subscriptions with its budget.",
      "orders.foundation.yaml:15:5  environments[1] lists orders-pilot a second time, after environments[0]",
      "    Keep one of the two: an environment has one deploy identity.   (FND-02)",
      "orders.foundation.yaml:17:5  environments[3] lists orders at scale beside production",
      "    Scale happens in the living Production environment: list one of the two, both mean the same identity and state.   (FND-02)",
      'orders.foundation.yaml:20:3  groups.operators must be an object id (a GUID), got "ada@orders.example"',
      "    Object id of the Entra group that operates environments: Contributor.",
      "orders.foundation.yaml:22:3  groups.breakGlass must be a group of its own, got the group of owners",
      "    Make a group that holds only the emergency accounts, which no policy of everyday sign-in touches.   (FND-03)",
      'orders.foundation.yaml:23:47  unknown key "fax" in security',
      "    Known keys: contact, phone.",
      "orders.foundation.yaml:24:41  company.admins[1] repeats company.admins[0], Ada@orders.example",
      "    Name a second person: a company with one administrator is locked out by one lost phone.   (FND-06)",
    ]);
  });

  it.each([
    [
      "subscription",
      { subscription: "bas" },
      'subscription must be one of the subscriptions, got "bas"; did you mean "base"?',
    ],
    [
      "location",
      { location: "weu", allowedLocations: ["westeurope"] },
      'location must be the name of an Azure region, got "weu"; did you mean "westeurope"?',
    ],
    ["workload", { workload: "orders-prod" }, 'workload: a name must not contain the stage "prod", got "orders-prod"'],
    [
      "subscriptions",
      { subscriptions: {}, environments: [] },
      "subscriptions must be at least one subscription, got an empty mapping",
    ],
    [
      "website",
      { company: { website: "orders.example" } },
      'company.website must be an address that starts with https://, got "orders.example"',
    ],
    [
      "stage",
      { environments: [{ stage: "prod", subscription: "base" }] },
      'environments[0].stage must be poc, pilot, pre-production, production or scale, got "prod"',
    ],
  ])("says what is wrong with %s", (_, changes, sentence) => {
    expect(says(changes)[0]).toContain(sentence);
  });

  it("repeats no secret", () => {
    const secret = `ghp_${"a1B2".repeat(9)}`;
    expect(says({ company: { evidence: secret } })).toEqual([
      "company.evidence looks like a GitHub token (value not shown)",
    ]);
  });

  it("is named after its workload", () => {
    expect(problems(stringify(foundationConfig()), "shop.foundation.yaml")).toEqual([
      "shop.foundation.yaml:1:1  the file is named shop.foundation.yaml but holds the foundation of orders",
      "    Rename it to orders.foundation.yaml, or correct workload.",
    ]);
  });

  it("says in words that a file is missing or holds something else", () => {
    expect(problemsOf(() => loadFoundation("nowhere.foundation.yaml"))).toEqual([
      "nowhere.foundation.yaml does not exist",
      "    Name a foundation file, such as environments/orders.foundation.yaml.",
    ]);
    expect(problems("- a list")).toEqual([
      "orders.foundation.yaml:1:1  a foundation config must be a mapping, got a list",
      "    Start with workload, location, owner and repository.",
    ]);
  });

  it("is found beside the environment that names it", () => {
    expect(foundationFile("environments/orders.pilot.yaml", "orders.foundation.yaml")).toBe(
      "environments/orders.foundation.yaml",
    );
    expect(foundationFile("environments/orders.pilot.yaml", "./orders.foundation.yaml")).toBe(
      "environments/orders.foundation.yaml",
    );
  });
});
