import { App } from "cdktf";
import { ASSIGNABLE_ROLES, LATER_ROLES } from "../../constructs/deploy-identity";
import { ROLES } from "../../constructs/role";
import { judgeFoundations } from "../../src/cli/foundation-check";
import { parseToday } from "../../src/config/day";
import { loadEnvironment } from "../../src/config/load";
import type { FoundationConfig } from "../../src/config/schema/foundation";
import { EnvironmentFolder } from "../../src/environment/select";
import { collected, type Problem } from "../../src/errors";
import { accessProblems, type ClaimedAccess } from "../../src/foundation/access";
import { foundationBackend } from "../../src/foundation/backend";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { createEnvironment } from "../../stacks/create";
import { folderWith } from "../support/folder";
import { allResources } from "../support/synthesize";
import { foundationConfig, GROUPS } from "./support";

const FOLDER = "examples/full-ladder/environments";

/** A foundation with a Pre-Production in a subscription of its own. */
const foundation = (changes: Partial<FoundationConfig> = {}) =>
  foundationConfig({
    subscriptions: {
      base: { monthlyBudget: 50 },
      customers: { monthlyBudget: 500 },
      rehearsals: { monthlyBudget: 2000 },
    },
    environments: [
      { stage: "pilot", subscription: "customers" },
      { stage: "pre-production", subscription: "rehearsals" },
    ],
    ...changes,
  });

const claimed = (access: Partial<ClaimedAccess["access"]> = {}): ClaimedAccess => ({
  workload: "orders",
  stage: "pre-production",
  access: {
    readers: GROUPS.readers,
    operators: GROUPS.operators,
    breakGlass: GROUPS.breakGlass,
    writers: "eligible",
    ...access,
  },
});

describe("what an environment says of people's access", () => {
  it("is what the foundation grants, in letters of either case", () => {
    expect(accessProblems(foundation(), claimed())).toEqual([]);
    expect(accessProblems(foundation(), claimed({ readers: GROUPS.readers.toUpperCase() }))).toEqual([]);
  });

  it.each([
    [
      "another group of readers",
      { readers: GROUPS.owners },
      `access.readers is the group ${GROUPS.owners}, but orders.foundation.yaml grants the readers role to ${GROUPS.readers}`,
    ],
    [
      "another group of operators",
      { operators: GROUPS.owners },
      `access.operators is the group ${GROUPS.owners}, but orders.foundation.yaml grants the operators role to ${GROUPS.operators}`,
    ],
    [
      "another group of emergency accounts",
      { breakGlass: GROUPS.owners },
      `access.breakGlass is the group ${GROUPS.owners}, but orders.foundation.yaml grants the breakGlass role to ${GROUPS.breakGlass}`,
    ],
    [
      "writers who always hold their role",
      { writers: "standing" },
      "access.writers is standing, but by orders.foundation.yaml operators activate their role",
    ],
  ] as const)("is a problem where it names %s", (_, access, says) => {
    expect(accessProblems(foundation(), claimed(access)).map((one) => [one.path, one.says, one.control])).toEqual([
      [`access.${Object.keys(access)[0]}`, says, "IAM-04"],
    ]);
  });

  it("follows the foundation's own answer where it has one", () => {
    const standing = foundation({ writers: "standing" });
    expect(accessProblems(standing, claimed({ writers: "standing" }))).toEqual([]);
    expect(accessProblems(standing, claimed()).map(({ path }) => path)).toEqual(["access.writers"]);
  });

  it("says nothing of writers in a subscription that is not listed", () => {
    expect(accessProblems(foundationConfig(), claimed({ writers: "standing" }))).toEqual([]);
  });

  it("refuses the backend of an environment that says otherwise", () => {
    const environment = (access: ClaimedAccess["access"]) =>
      ({ ...claimed(), name: "orders-pre-production", generation: 1, config: { access } }) as const;
    expect(() => foundationBackend(foundation(), environment(claimed().access), "platform")).not.toThrow();
    expect(() =>
      foundationBackend(foundation(), environment({ ...claimed().access, operators: GROUPS.owners }), "platform"),
    ).toThrow(/access\.operators is the group/);
  });
});

describe("check foundation", () => {
  const today = parseToday("2027-03-15");

  /** The foundation of a folder, among its environments. */
  const judged = (path: string) => {
    const folder = new EnvironmentFolder(path);
    return judgeFoundations(folder, folder.foundations([]), today);
  };

  it("admits the example, whose environments say what it grants", async () => {
    const reports = judged(FOLDER);
    expect(reports.map(({ outcome }) => outcome)).toEqual(["admitted"]);
  });

  it("names the line of the environment that says otherwise", async () => {
    const { readFileSync } = await import("node:fs");
    const read = (name: string) => readFileSync(`${FOLDER}/${name}`, "utf8");
    const folder = folderWith({
      "orders.foundation.yaml": read("orders.foundation.yaml"),
      "orders.pre-production.yaml": read("orders.pre-production.yaml").replace(GROUPS.readers, GROUPS.owners),
    });
    const found: Problem[] = [];
    collected(() => judged(folder), found);
    const [problem, ...more] = found;
    expect(more).toEqual([]);
    expect(problem?.at?.file).toBe(`${folder}/orders.pre-production.yaml`);
    const line = read("orders.pre-production.yaml").split("\n")[(problem?.at?.line ?? 0) - 1];
    expect(line).toContain("readers:");
  });
});

describe("the deploy identity", () => {
  const NAMED: Readonly<Record<string, string>> = { ...ROLES, ...LATER_ROLES };

  it.each(["poc", "pilot", "pre-production", "production"])("may give every role that a %s gives", (stage) => {
    const environment = createEnvironment(
      new App({ outdir: folderWith() }),
      loadEnvironment(`${FOLDER}/orders.${stage}.yaml`),
    );
    const roles = allResources(synthesizeInMemory(environment)).flatMap(({ type, attributes }) => {
      if (type !== "azurerm_role_assignment") return [];
      const id = String(attributes["role_definition_id"] ?? "")
        .split("/")
        .at(-1);
      return [id || (NAMED[String(attributes["role_definition_name"])] ?? String(attributes["role_definition_name"]))];
    });
    expect(roles.length).toBeGreaterThan(0);
    expect([...new Set(roles)].filter((id) => !ASSIGNABLE_ROLES.includes(id))).toEqual([]);
  });

  it("may give no role that it needs not: each of the later ones is given at Production", () => {
    const environment = createEnvironment(
      new App({ outdir: folderWith() }),
      loadEnvironment(`${FOLDER}/orders.production.yaml`),
    );
    const given = allResources(synthesizeInMemory(environment)).map(
      ({ attributes }) => attributes["role_definition_name"],
    );
    expect(Object.keys(LATER_ROLES).filter((name) => !given.includes(name))).toEqual([]);
  });
});
