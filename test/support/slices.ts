import type { TerraformStack } from "cdktf";
import * as constructs from "../../constructs";
import type { Stage } from "../../src/stages/stage";
import { STANCES, type Stance } from "../../src/stages/stances";
import { plainStack } from "./examples";

const SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";
const group = constructs.ResourceGroup.reference(
  { subscriptionId: SUBSCRIPTION },
  { name: "rg-orders", location: "westeurope", tags: {} },
);
const administrator = {
  id: `${group.id}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`,
  name: "id-migrator",
  principalId: "00000000-0000-4000-8000-000000000002",
};
const tenant = { tenantId: "00000000-0000-4000-8000-000000000003" };

/** What takes a slice of a stance as its props, and what it needs beside it. */
const TAKES = {
  registry: (stack, { registry }) =>
    new constructs.ContainerRegistry(stack, "registry", { ...registry, group, name: "acrorders" }),
  vault: (stack, { vault }) => new constructs.KeyVault(stack, "vault", { ...vault, group, name: "kv-orders", tenant }),
  database: (stack, { database }) =>
    new constructs.PostgresqlServer(stack, "database", {
      ...database,
      group,
      tenant,
      administrator,
      name: "psql-orders",
      database: "orders",
      version: "17",
      sku: database.defaultSku,
      storageGb: 32,
    }),
  storage: (stack, { storage }) => {
    const account = new constructs.StorageAccount(stack, "storage", { ...storage, group, name: "storders" });
    account.addContainer("files").grantUse("api", administrator);
    account.addQueue("mail").grantUse("api", administrator);
  },
  logs: (stack, { logs }) => {
    const workspace = new constructs.LogWorkspace(stack, "logs", { ...logs, group, name: "log-orders" });
    new constructs.ApplicationInsights(stack, "insights", { ...logs, group, name: "appi-orders", workspace });
  },
} as const satisfies Partial<Record<keyof Stance, (stack: TerraformStack, stance: Stance) => unknown>>;

/** A slice that is a construct's props. */
export type Slice = keyof typeof TAKES;

export const SLICES = Object.keys(TAKES) as Slice[];

/** A slice of a stage's stance in a plain app. */
export function sliceOf(stage: Stage, slice: Slice): TerraformStack {
  const stack = plainStack();
  TAKES[slice](stack, STANCES[stage]);
  return stack;
}
