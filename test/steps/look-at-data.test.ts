import { App } from "cdktf";
import { resolve } from "../../src/config/resolve";
import { ACCESS_OPERATIONS } from "../../src/steps/access-operations";
import { firstApply } from "../../src/steps/first-apply";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PilotEnvironment } from "../../stacks/2-pilot";
import { folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";
import { pocConfig } from "../support/poc-config";
import { allResources } from "../support/synthesize";
import { runAlone } from "./stubs";
import { PRODUCTION, run, stacksOf, stepOf, WHOLE } from "./support";

const pilotStacks = () => synthesizeInMemory(new PilotEnvironment(new App({ outdir: folderWith() }), pilotConfig()));
const idsOf = (config: Parameters<typeof resolve>[0]) => firstApply(resolve(config)).map(({ id }) => id);
const opened = (role: string, given: Readonly<Record<string, string>> = {}) => {
  const { ran } = runAlone("orders-pre-production", firstApply(resolve(WHOLE)), { ROLE: role, HOURS: "1", ...given });
  return ran.find(({ script }) => script.endsWith("open-data.sh"))!;
};

test("a way in to data is a step from Pilot on, where there is data; a POC has none that is real", () => {
  const ways = (config: Parameters<typeof resolve>[0]) => idsOf(config).filter((id) => id.endsWith("-data"));
  expect(ways(pilotConfig())).toEqual(["open-data", "close-data"]);
  expect(ways(PRODUCTION)).toEqual(["open-data", "close-data"]);
  expect(ways(pocConfig({ stores: { database: { type: "postgresql" } } }))).toEqual([]);
  const bare = { ...PRODUCTION, stores: undefined, services: { web: { ...PRODUCTION.services["web"]!, uses: [] } } };
  expect(ways(bare as typeof PRODUCTION)).toEqual([]);
});

test.each([
  ["access", "Storage Blob Data Reader", "Storage Queue Data Reader"],
  ["owner", "Storage Blob Data Contributor", "Storage Queue Data Contributor"],
])("it opens as %s, and whatever ends it closes it", (role, blobs, queues) => {
  const { calls, code, stderr } = opened(role);
  expect([code, stderr.split("\n").at(-1)]).toEqual([0, "Why, for the record: Press Enter to close it: "]);
  const given = calls.flatMap(
    (call) => /^az role assignment create --role (.*) --assignee-object-id/.exec(call)?.[1] ?? [],
  );
  expect(given).toEqual([blobs, queues]);
  const account = allResources(stacksOf(WHOLE)).find(({ type }) => type === "azurerm_storage_account")?.attributes[
    "name"
  ];
  for (const call of calls.filter((one) => one.startsWith("az role assignment create")))
    expect(call).toContain(
      `--assignee-principal-type Group --scope /subscriptions/printed --condition @Resource[Microsoft.Storage/storageAccounts:name] StringEquals '${account}'`,
    );
  expect(calls.find((call) => call.startsWith("jq "))).toContain(
    `--arg options -c gatewright.people=printed -c gatewright.people_role=${role} --arg why answer `,
  );
  const order = [
    "az rest --method post",
    "az containerapp job execution show",
    "az role assignment create",
    "az role assignment list",
    "az containerapp job start",
    "az postgres flexible-server microsoft-entra-admin list",
  ];
  const at = order.map((start) => calls.findIndex((call) => call.startsWith(start)));
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(at).not.toContain(-1);
});

test.each([
  ["ROLE", "admin", "ROLE is access or owner.\n"],
  ["HOURS", "9", "HOURS is 1 to 8.\n"],
])("it takes no other %s: %s", (name, value, says) => {
  const { calls, code, stderr } = opened("access", { [name]: value });
  expect([code, stderr.endsWith(says)]).toEqual([1, true]);
  expect(calls.filter((call) => /^az (?:rest|role|containerapp)/.test(call))).toEqual([]);
});

test("closing it ends with an error while anybody but a service is left", () => {
  const { commands } = stepOf(WHOLE, "close-data");
  const look = commands.slice(commands.indexOf('LEFT=""'));
  expect(run(look, { AZ_PRINTS: "" })).toMatchObject({ code: 0 });
  expect(run(look, { AZ_PRINTS: "somebody" })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Still open: somebody"),
  });
});

test("an alert of the platform sees every way in that the steps open, and those around them", () => {
  for (const [stage, stacks, data] of [
    ["pilot", pilotStacks(), "rg-orders-pilot"],
    ["pre-production", stacksOf(WHOLE), "rg-orders-preprod"],
    ["production", stacksOf(PRODUCTION), "rg-data-orders-prod"],
  ] as const) {
    const [platform] = stacks;
    const alerts = Object.values(platform?.json.resource?.["azurerm_monitor_activity_log_alert"] ?? {}).flatMap(
      (alert) => {
        const { criteria, scopes, action } = alert as {
          criteria: { category: string; operation_name?: string; statuses?: string[] };
          scopes: string[];
          action: object[];
        };
        return criteria.category === "Administrative" ? [{ ...criteria, scopes, told: action.length }] : [];
      },
    );
    expect([stage, alerts.map((one) => one.operation_name).sort()]).toEqual([
      stage,
      Object.values(ACCESS_OPERATIONS).sort(),
    ]);
    for (const { statuses, told } of alerts) expect([statuses, told]).toEqual([["Succeeded", "Accepted"], 1]);
    const scopeOf = (operation: string) => alerts.find((one) => one.operation_name === operation)?.scopes[0] ?? "";
    expect(scopeOf(ACCESS_OPERATIONS.role)).toMatch(/^\/subscriptions\/\$\{var\.subscription_id\}$/);
    const server = Object.values(platform?.json.resource?.["azurerm_postgresql_flexible_server"] ?? {})[0] as {
      resource_group_name: string;
    };
    expect(scopeOf(ACCESS_OPERATIONS.administrator)).toBe(server.resource_group_name.replace(".name", ".id"));
    const named = Object.values(platform?.json.resource?.["azurerm_resource_group"] ?? {}).map(({ name }) =>
      String(name),
    );
    expect(named.some((name) => name.startsWith(data))).toBe(true);
  }
});
