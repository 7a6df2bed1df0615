import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, TerraformStack } from "cdktf";
import ts from "typescript";
import * as constructs from "../../constructs";
import { ActivityLog } from "../../constructs/activity-log";
import { DeployIdentity } from "../../constructs/deploy-identity";
import { FederatedIdentity } from "../../constructs/federated-identity";
import { StateStorage } from "../../constructs/state-storage";
import { SubscriptionBudget } from "../../constructs/subscription-budget";
import { SubscriptionPolicies } from "../../constructs/subscription-policies";
import { SubscriptionSecurity } from "../../constructs/subscription-security";
import { DEFENDER_PLANS } from "../../src/foundation/defender";
import type { TerraformJson } from "../../src/plan/terraform-json";
import { STANCES } from "../../src/stages/stances";
import { folderWith } from "./folder";

const ROOT = join(__dirname, "../..");
const SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";
const GUID = "00000000-0000-4000-8000-000000000002";

/** An `@example` of a construct. */
export interface Example {
  /** File below `constructs/`, and the class that it is about. */
  readonly title: string;
  readonly file: string;
  readonly code: string;
}

const DOC = /\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\s*export class (\w+)/g;

/** Every `@example` of a class below `constructs/`, and the classes that have none. */
export function examples(): { readonly examples: readonly Example[]; readonly without: readonly string[] } {
  const found: Example[] = [];
  const without: string[] = [];
  const files = readdirSync(join(ROOT, "constructs"), { recursive: true, encoding: "utf8" }).filter((one) =>
    one.endsWith(".ts"),
  );
  for (const file of files.sort())
    for (const [, doc = "", name = ""] of readFileSync(join(ROOT, "constructs", file), "utf8").matchAll(DOC)) {
      const lines = doc.split("\n").map((line) => line.replace(/^ \* ?/, ""));
      const start = lines.indexOf("@example");
      const end = lines.findIndex((line, index) => index > start && line.startsWith("@"));
      if (start < 0) without.push(name);
      else
        found.push({
          title: `${file} ${name}`,
          file,
          code: lines.slice(start + 1, end < 0 ? undefined : end).join("\n"),
        });
    }
  return { examples: found, without };
}

/** A stack of a plain cdktf app, with nothing of ours around it. */
export function plainStack(): TerraformStack {
  const stack = new TerraformStack(new App({ outdir: folderWith() }), "plain");
  new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION });
  return stack;
}

/** What cdktf would write. */
export function writtenOf(stack: TerraformStack): TerraformJson {
  stack.prepareStack();
  return stack.toTerraform() as TerraformJson;
}

const group = constructs.ResourceGroup.reference(
  { subscriptionId: SUBSCRIPTION },
  {
    name: "rg-orders",
    location: "westeurope",
    tags: { owner: "ada" },
  },
);
const idOf = (segment: string, name: string) => `${group.id}/providers/${segment}/${name}`;
const identity = (name: string) => ({
  id: idOf("Microsoft.ManagedIdentity/userAssignedIdentities", name),
  name,
  principalId: GUID,
});
const network = { id: idOf("Microsoft.Network/virtualNetworks", "vnet-orders") };
const subnet = { id: `${network.id}/subnets/snet-orders`, range: "10.30.3.0/24", ready: [] };
const workspace = constructs.LogWorkspace.reference(group, "log-orders");
const keyVault = constructs.KeyVault.reference("kv-orders");

type Given = (stack: TerraformStack) => unknown;
const plainly =
  (value: unknown): Given =>
  () =>
    value;
const backups: Given = (stack) =>
  new constructs.BackupVault(stack, "given-vault", {
    group,
    name: "bvault-given",
    redundancy: "ZoneRedundant",
    softDeleteDays: 30,
    immutability: "Unlocked",
  });

/** What an example takes as given, by its name. */
const GIVEN: Readonly<Record<string, Given>> = {
  group: plainly(group),
  tenant: plainly({ tenantId: GUID }),
  subscription: plainly({ subscriptionId: SUBSCRIPTION }),
  workspace: plainly(workspace),
  logs: plainly(workspace),
  subnet: plainly(subnet),
  target: plainly({ id: idOf("Microsoft.DBforPostgreSQL/flexibleServers", "psql-orders") }),
  actions: plainly({ id: idOf("Microsoft.Insights/actionGroups", "ag-orders") }),
  identity: plainly(identity("id-orders")),
  api: plainly(identity("id-api")),
  mailer: plainly(identity("id-mailer")),
  migrator: plainly(identity("id-migrator")),
  registry: plainly(constructs.ContainerRegistry.reference("acrorders")),
  environment: plainly({ id: idOf("Microsoft.App/managedEnvironments", "cae-orders") }),
  apps: plainly({
    id: idOf("Microsoft.App/managedEnvironments", "cae-orders"),
    defaultDomain: "orders.westeurope.azurecontainerapps.io",
    staticAddress: "10.30.0.4",
  }),
  account: plainly({ id: idOf("Microsoft.Storage/storageAccounts", "storders") }),
  copy: plainly({ id: idOf("Microsoft.Storage/storageAccounts", "stordersneu") }),
  profile: plainly({ id: idOf("Microsoft.Cdn/profiles", "afd-orders") }),
  endpoint: plainly({ id: idOf("Microsoft.Cdn/profiles/afd-orders/afdEndpoints", "fde-orders") }),
  store: plainly({ id: idOf("Microsoft.Storage/storageAccounts", "stordersevidence") }),
  server: plainly({ id: idOf("Microsoft.DBforPostgreSQL/flexibleServers", "psql-orders") }),
  audience: plainly({ clientId: GUID }),
  fqdn: plainly("web.orders.westeurope.azurecontainerapps.io"),
  firewall: plainly({ privateAddress: "10.30.2.4" }),
  container: plainly({
    name: "web",
    image: "acrorders.azurecr.io/orders/web:1",
    cpu: 0.25,
    memory: "0.5Gi",
    command: [],
    args: [],
    env: {},
    secrets: [],
  }),
  nameOf: plainly((type: string, part: string) => `${type.replaceAll("_", "-")}-${part}`),
  network: plainly(network),
  vault: plainly({ ...keyVault, id: idOf("Microsoft.KeyVault/vaults", "kv-orders") }),
  resolver: (stack) =>
    new constructs.PublicIp(stack, "given-ready", { group, name: "pip-given", zones: [] }).node.findChild("resource"),
  state: (stack) =>
    new StateStorage(stack, "given-state", {
      group,
      name: "stgiven",
      replication: "ZRS",
      workspace,
      lockName: "lock-given",
    }),
};

/** Names that mean something else in one file. */
const GIVEN_IN: Readonly<Record<string, Readonly<Record<string, Given>>>> = {
  "backup-blobs.ts": { vault: backups },
  "backup-database.ts": { vault: backups },
  "container-apps-environment.ts": { logs: plainly({ name: "diag-apps", workspace }) },
  "network-dns.ts": { resolver: plainly({ ready: [] }) },
  "route-table.ts": {
    network: (stack) =>
      new constructs.VirtualNetwork(stack, "given-network", { group, name: "vnet-given", range: "10.30.0.0/22" }),
    name: plainly("snet-apps"),
    range: plainly("10.30.0.0/23"),
    securityGroupName: plainly("nsg-apps"),
    rules: plainly([]),
  },
  "workload-identity.ts": {
    registry: (stack) =>
      new constructs.ContainerRegistry(stack, "given-registry", { ...STANCES.poc.registry, group, name: "acrgiven" }),
  },
};

const CLASSES: Readonly<Record<string, unknown>> = {
  ...constructs,
  ActivityLog,
  DEFENDER_PLANS,
  DeployIdentity,
  FederatedIdentity,
  STANCES,
  StateStorage,
  SubscriptionBudget,
  SubscriptionPolicies,
  SubscriptionSecurity,
};

/** Runs an example in a stack of a plain app; a name that it does not say and that is not given is an error. */
export function run({ file, code }: Example): TerraformStack {
  const stack = plainStack();
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const given = { ...GIVEN, ...GIVEN_IN[file] };
  const declared = new Set([...code.matchAll(/\bconst (\w+)/g)].map(([, name]) => name));
  const names = Object.keys(given).filter(
    (name) => !declared.has(name) && new RegExp(`(?<![."'-])\\b${name}\\b(?!['"-]|:)`).test(code),
  );
  const values = names.map((name) => given[name]!(stack));
  new Function(...Object.keys(CLASSES), ...names, outputText).call(stack, ...Object.values(CLASSES), ...values);
  return stack;
}
