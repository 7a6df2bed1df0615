import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseToday } from "../../src/config/day";
import { judge } from "../../src/environment/judge";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";

/** One size of the benchmark. */
export interface PolicyBench {
  readonly resources: number;
  readonly findings: number;
  /** Fastest of several runs over the graph and every rule of the gate. */
  readonly milliseconds: number;
  readonly microsecondsPerResource: number;
  readonly kilobytesPerResource: number;
}

/** A stack of vaults, each with its private endpoint, role, lock and diagnostic setting, in one network. */
export function largeStack(resources: number): JsonObject {
  const resource: Record<string, Record<string, JsonObject>> = {
    azurerm_resource_group: { group: { name: "rg-big-preprod-weu-g1abcde", location: "westeurope", tags: {} } },
    azurerm_virtual_network: {
      net: { name: "vnet", resource_group_name: "${azurerm_resource_group.group.name}", location: "westeurope" },
    },
    azurerm_subnet: {
      endpoints: {
        name: "endpoints",
        resource_group_name: "${azurerm_resource_group.group.name}",
        virtual_network_name: "${azurerm_virtual_network.net.name}",
      },
    },
    azurerm_private_dns_zone: {
      vault: { name: "privatelink.vaultcore.azure.net", resource_group_name: "${azurerm_resource_group.group.name}" },
    },
    azurerm_private_dns_zone_virtual_network_link: {
      vault: {
        name: "vault",
        private_dns_zone_name: "${azurerm_private_dns_zone.vault.name}",
        virtual_network_id: "${azurerm_virtual_network.net.id}",
      },
    },
    azurerm_key_vault: {},
    azurerm_private_endpoint: {},
    azurerm_role_assignment: {},
    azurerm_management_lock: {},
    azurerm_monitor_diagnostic_setting: {},
  };
  const common = {
    location: "westeurope",
    resource_group_name: "${azurerm_resource_group.group.name}",
    tags: { workload: "big", stage: "pre-production" },
  };
  for (let i = 0; i < (resources - 5) / 5; i++) {
    const id = `\${azurerm_key_vault.v${i}.id}`;
    const put = (type: string, values: JsonObject) => Object.assign(resource[type] ?? {}, { [`v${i}`]: values });
    put("azurerm_key_vault", {
      ...common,
      name: `kv-${i}-preprod-weu-g1abcde`,
      public_network_access_enabled: false,
      rbac_authorization_enabled: true,
    });
    put("azurerm_private_endpoint", {
      ...common,
      name: `pep-${i}-preprod-weu-g1abcde`,
      subnet_id: "${azurerm_subnet.endpoints.id}",
      private_service_connection: { name: "vault", private_connection_resource_id: id, subresource_names: ["vault"] },
      private_dns_zone_group: { name: "default", private_dns_zone_ids: ["${azurerm_private_dns_zone.vault.id}"] },
    });
    put("azurerm_role_assignment", {
      principal_id: "${var.group}",
      principal_type: "Group",
      role_definition_name: "Reader",
      scope: id,
    });
    put("azurerm_management_lock", { name: `lock-${i}`, lock_level: "CanNotDelete", scope: id });
    put("azurerm_monitor_diagnostic_setting", {
      name: `diag-${i}-preprod-weu-g1abcde`,
      target_resource_id: id,
      enabled_log: [{ category_group: "audit" }],
    });
  }
  return { provider: { azurerm: [{ features: [{}] }] }, resource } as unknown as JsonObject;
}

/** Judges a stack of a size at Pre-Production: builds the graph and runs every rule. */
export function benchPolicy(resources: number, runs = 5): PolicyBench {
  const json = largeStack(resources);
  const once = () =>
    judge(
      { env: "big-pre-production", graph: buildGraph([{ kind: "synth", name: "big", json }]), config: {} },
      { gate: "pre-production", evidence: [], today: parseToday("2026-11-21") },
    );
  once();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const kept = once();
  globalThis.gc?.();
  const memory = process.memoryUsage().heapUsed - before;
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    once();
    return performance.now() - start;
  });
  const milliseconds = Math.min(...times);
  return {
    resources,
    findings: kept.findings.length,
    milliseconds,
    microsecondsPerResource: (milliseconds * 1000) / resources,
    kilobytesPerResource: memory / 1024 / resources,
  };
}

/** A check of the shipped POC in a new process, from the start of Node to its exit; with the compiled package when there is one. */
export function coldCheck(runs = 5): { readonly milliseconds: number; readonly how: string } {
  const root = join(__dirname, "../..");
  const compiled = join(root, "dist/src/cli/bin.js");
  const { existsSync } = require("node:fs") as typeof import("node:fs");
  const [how, start] = existsSync(compiled)
    ? ["compiled", [compiled]]
    : ["ts-node", ["-r", "ts-node/register/transpile-only", join(root, "src/cli/bin.ts")]];
  const argv = [
    ...(start as string[]),
    "check",
    "--environments",
    join(root, "examples/full-ladder/environments"),
    "poc",
    "--today",
    "2026-11-21",
  ];
  const times = Array.from({ length: runs }, () => {
    const begin = performance.now();
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return performance.now() - begin;
  });
  return { milliseconds: Math.min(...times), how: how as string };
}

/** The benchmark as lines of text. */
export function policyReport(): string[] {
  const sizes = [100, 1_000, 10_000].map((size) => benchPolicy(size, size > 5_000 ? 3 : 7));
  const cold = coldCheck();
  return [
    ...sizes.map(
      (one) =>
        `policy  ${one.resources} resources  ${one.milliseconds.toFixed(1)} ms  ${one.microsecondsPerResource.toFixed(1)} µs and ${one.kilobytesPerResource.toFixed(1)} kB a resource  (${one.findings} findings)`,
    ),
    `policy  cold check of the shipped POC  ${cold.milliseconds.toFixed(0)} ms  (${cold.how})`,
  ];
}

if (require.main === module) for (const line of policyReport()) process.stdout.write(`${line}\n`);
