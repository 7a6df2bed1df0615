import { FOUNDATION_RESOURCE_PROVIDERS } from "../../src/foundation/resource-providers";
import { STAGES } from "../../src/stages/stage";
import { resourceProviders } from "../../src/steps/resource-providers";
import { allResources } from "../support/synthesize";
import { changed, idsOf, PRODUCTION, stacksOf, stepOf, stepsOf, WHOLE } from "./support";

const STACKS = stacksOf(WHOLE);

/** What stands before a name that Azure knows. */
const NAMED =
  /(?:--name |--server-name |--vault-name |--workspace-name |--resource-group |name!='|resourceGroups\/|vaults\/|flexibleServers\/|storageAccounts\/(?!blobServices))([\w-]+)/g;

describe("the first apply of a Pre-Production", () => {
  test("takes these steps in this order", () => {
    expect(idsOf(WHOLE)).toEqual([
      "tools",
      "sign-in",
      "reach-state",
      "preflight",
      "apply-platform",
      "mirror-bootstrap-image",
      "import-images",
      "seed-secrets",
      "seed-certificate",
      "apply-services",
      "bootstrap-database",
      "migrate-database",
      "vpn-group",
      "vpn-profile",
      "move-data",
      "apply-entry",
      "dns-records",
      "open",
      "approvals",
      "leave-state",
      "release",
      "take-away",
      "grow-databases",
      "upgrade-databases",
      "open-data",
      "close-data",
      "rotate-secrets",
      "renew-certificate",
      "retire-previous",
      "recreate",
      "review",
      "destroy",
      "what-remains",
      "leave-foundation",
    ]);
  });

  test("leaves out what there is nothing to do for", () => {
    const image = `orders/web@sha256:${"1".repeat(64)}`;
    const least = changed({
      services: { web: { image, port: 8080, exposure: "public" } },
      stores: undefined,
      entry: { ...WHOLE.entry, routes: { "/": "web" } },
      previous: { data: "drop", destroyBy: "2027-04-15" },
    });
    const missing = idsOf(WHOLE).filter((id) => !idsOf(least).includes(id));
    expect(missing).toEqual([
      "mirror-bootstrap-image",
      "seed-secrets",
      "bootstrap-database",
      "migrate-database",
      "move-data",
      "grow-databases",
      "upgrade-databases",
      "open-data",
      "close-data",
      "rotate-secrets",
    ]);
  });

  test("says of each step whether it makes the environment, names it, is done once, or comes later", () => {
    const found: Record<string, string[]> = {};
    for (const { id, purpose = "makes" } of stepsOf(WHOLE)) found[purpose] = [...(found[purpose] ?? []), id];
    expect(found).toEqual({
      makes: [
        "tools",
        "sign-in",
        "preflight",
        "apply-platform",
        "mirror-bootstrap-image",
        "import-images",
        "seed-secrets",
        "seed-certificate",
        "apply-services",
        "bootstrap-database",
        "migrate-database",
        "vpn-profile",
        "apply-entry",
      ],
      names: ["dns-records", "open"],
      once: ["reach-state", "vpn-group", "move-data", "approvals", "leave-state"],
      later: [
        "release",
        "take-away",
        "grow-databases",
        "upgrade-databases",
        "open-data",
        "close-data",
        "rotate-secrets",
        "renew-certificate",
        "retire-previous",
        "recreate",
        "review",
        "destroy",
        "what-remains",
        "leave-foundation",
      ],
    });
  });

  test("needs no data plane that only the network reaches", () => {
    const commands = stepsOf(WHOLE)
      .flatMap((step) => step.commands)
      .filter((command) => !/^(?:echo|printf) /.test(command)) // what people then type themselves, in the network
      .join("\n");
    for (const reaching of [
      /docker push/,
      /acr login/,
      /keyvault secret/,
      /storage (?:blob|message|container)/,
      /\bpsql\b(?!-)/,
      /containerapp exec/,
      /acr manifest/,
    ])
      expect(commands).not.toMatch(reaching);
  });

  test("every name in a command is the name of something that the stacks make", () => {
    for (const [config, stacks] of [
      [WHOLE, STACKS],
      [PRODUCTION, stacksOf(PRODUCTION)],
    ] as const) {
      const names = new Set(allResources(stacks).map(({ attributes }) => attributes["name"]));
      const commands = stepsOf(config).flatMap(({ needs = [], commands }) => [...needs, ...commands]);
      const named = commands
        .filter((one) => !one.startsWith("az extension "))
        .flatMap((command) => [...command.matchAll(NAMED)].map(([, name = ""]) => name.replace("-drill-", "-")));
      expect(named.filter((name) => !names.has(name))).toEqual([]);
      const folders = commands.flatMap((command) => /-chdir=stacks\/([\w-]+)/.exec(command)?.[1] ?? []);
      expect([...new Set(folders)].sort()).toEqual(stacks.map(({ name }) => name).sort());
    }
  });

  test("applies every stack, in the order in which they need each other", () => {
    const applied = stepsOf(WHOLE).flatMap(({ id, stack }) => (id.startsWith("apply-") ? [stack] : []));
    expect(applied).toEqual(STACKS.map(({ name }) => name));
  });

  test("the outputs that it reads are outputs of the stacks", () => {
    const read = stepsOf(WHOLE).flatMap(({ needs = [], commands }) =>
      [...needs, ...commands].flatMap((one) => {
        const [, stack, output] = /-chdir=stacks\/([\w-]+) output -raw (\w+)/.exec(one) ?? [];
        return stack !== undefined && output !== undefined ? [{ stack, output }] : [];
      }),
    );
    expect([...new Set(read.map(({ output }) => output))].sort()).toEqual(["apps_domain", "entry_address"]);
    for (const { stack, output } of read)
      expect(Object.keys(STACKS.find(({ name }) => name === stack)?.json.output ?? {})).toContain(output);
  });

  test("registers the resource providers of its stage, all of which the foundation registers too", () => {
    const text = JSON.stringify(STACKS);
    const mentioned = new Set([...text.matchAll(/providers\/(Microsoft\.\w+)\//g)].map(([, name]) => name!));
    expect([...mentioned].filter((name) => !resourceProviders("pre-production").includes(name))).toEqual([]);
    const registered = Object.keys(FOUNDATION_RESOURCE_PROVIDERS).map((name) => name.toLowerCase());
    for (const stage of STAGES)
      expect(resourceProviders(stage).filter((name) => !registered.includes(name.toLowerCase()))).toEqual([]);
  });

  test("ids are unique, and every step says why", () => {
    for (const config of [WHOLE, PRODUCTION]) {
      const ids = idsOf(config);
      expect(ids).toEqual([...new Set(ids)]);
      for (const { id, why, title } of stepsOf(config)) {
        expect([id, why.length > 30, title.length > 3]).toEqual([id, true, true]);
        expect(`${title} ${why}`).not.toMatch(/undefined|\[object/);
      }
    }
  });
});

describe("what comes later", () => {
  test("is dated: the old environment, the next recreation, the review", () => {
    expect(["retire-previous", "recreate", "review"].map((id) => stepOf(WHOLE, id).title)).toEqual([
      "By 2027-04-15: destroy orders-pilot",
      "Every 90 days: recreate it",
      "By 2027-06-01: review it",
    ]);
    expect(stepOf(WHOLE, "move-data").title).toBe("On 2027-03-20: move the data of orders-pilot");
    expect(stepOf(WHOLE, "move-data").why).toContain(
      "grace@orders.example moves it, as written in https://wiki.orders.example/migrate;",
    );
  });

  test("at Production is a drill of a restore instead of a recreation, and what is retained is applied and outlives the rest", () => {
    const ids = idsOf(PRODUCTION);
    expect(ids.filter((id) => !idsOf(WHOLE).includes(id))).toEqual([
      "apply-recovery",
      "see-audit",
      "drill-restore",
      "stop-backups",
      "destroy-copies",
    ]);
    expect(ids.indexOf("apply-recovery")).toBeLessThan(ids.indexOf("apply-entry"));
    expect(stepOf(PRODUCTION, "drill-restore").title).toBe("Every 90 days: drill a restore");
    const destroyed = stepOf(PRODUCTION, "destroy").commands.flatMap(
      (one) => /stacks\/\S+-(\w+) destroy/.exec(one)?.[1] ?? [],
    );
    expect(destroyed).toEqual(["entry", "services", "platform"]);
  });
});
