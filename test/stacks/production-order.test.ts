import type { JsonObject } from "../../src/plan/json";
import { resourcesOf, type SynthesizedStack } from "../../src/plan/terraform-json";
import { Dependencies } from "../../src/recreation/dependencies";
import { proveSubject } from "../../src/recreation/prove";
import { isRetained } from "../../src/recreation/retained";
import { subjectOf } from "../../src/recreation/subject";
import { succession } from "../../src/recreation/succession";
import { generationOf } from "../recreation/subjects";
import { changed, productionConfig } from "../support/production";

const [current, next] = [generationOf(productionConfig()), generationOf(productionConfig(), 2)];
const subject = subjectOf(current, next);
const [platform, , , recovery] = current.stacks as readonly SynthesizedStack[];
const destroyed = ({ json }: SynthesizedStack) => new Dependencies(json as JsonObject).destroyOrder() ?? [];
const locks = ({ json }: SynthesizedStack) => Object.entries(json.resource?.["azurerm_management_lock"] ?? {});
const LOCK = /^azurerm_management_lock\./;

/** What stands at the end of a reference: `azurerm_key_vault.vault`. */
const scopeOf = (scope: unknown) => /^\$\{([\w-]+\.[\w-]+)\.id\}$/.exec(String(scope))?.[1];

/** What a lock covers: the resource, and whatever names it. */
function below(json: SynthesizedStack["json"], scope: string): string[] {
  const others = resourcesOf(json).filter(({ address }) => !LOCK.test(address));
  const naming = others.filter(({ attributes }) => JSON.stringify(attributes).includes(`\${${scope}.`));
  return [scope, ...naming.map(({ address }) => address)];
}

describe("a Production's locks", () => {
  test("are on what holds data, on the group that holds it, and on the copies", () => {
    const scopes = (stack: SynthesizedStack) => locks(stack).map(([, one]) => scopeOf(one["scope"]));
    expect(scopes(platform!).sort()).toEqual([
      "azurerm_key_vault.vault",
      "azurerm_postgresql_flexible_server.database-database",
      "azurerm_resource_group.data-group",
      "azurerm_storage_account.storage",
    ]);
    expect(scopes(recovery!).sort()).toEqual([
      "azurerm_data_protection_backup_vault.vault",
      "azurerm_storage_account.evidence",
    ]);
    for (const [, lock] of [...locks(platform!), ...locks(recovery!)]) expect(lock["lock_level"]).toBe("CanNotDelete");
  });

  test("cover neither the group of the container environment, nor its network, nor the group that Azure makes for it", () => {
    const places = ["azurerm_container_app_environment.apps", "azurerm_virtual_network.network"].map((address) => {
      const [type = "", name = ""] = address.split(".");
      return scopeOf(
        String(platform!.json.resource?.[type]?.[name]?.["resource_group_name"]).replace(".name}", ".id}"),
      );
    });
    expect(places).toEqual(["azurerm_resource_group.group", "azurerm_resource_group.group"]);
    expect(locks(platform!).map(([, one]) => scopeOf(one["scope"]))).not.toContain("azurerm_resource_group.group");
    expect(JSON.stringify(locks(platform!))).not.toContain("rg-apps-");
  });

  test("say how they end", () => {
    const notes = Object.fromEntries(
      [...locks(platform!), ...locks(recovery!)].map(([name, one]) => [name, one["notes"]]),
    );
    expect(notes["lock-data-group"]).toBe(
      "Holds everything that holds data. Remove the lock only to destroy the environment deliberately.",
    );
    expect(notes["lock-backups"]).toBe(
      "Holds copies of the data. It outlives the environment; remove the lock only when nothing is to be restored from it.",
    );
  });
});

describe("a destroy", () => {
  const order = destroyed(platform!);
  const goesFirst = (first: string, second: string) => {
    expect([order.indexOf(first), order.indexOf(second)]).not.toContain(-1);
    return order.indexOf(first) < order.indexOf(second);
  };

  test("takes every lock before what it is on", () => {
    for (const stack of [platform!, recovery!])
      for (const [name, lock] of locks(stack)) {
        const addresses = destroyed(stack);
        expect(addresses.indexOf(`azurerm_management_lock.${name}`)).toBeLessThan(
          addresses.indexOf(scopeOf(lock["scope"])!),
        );
      }
  });

  test("takes the data's group last of what was in it, and the lock on it before any of that", () => {
    const inside = resourcesOf(platform!.json)
      .filter(({ attributes }) => attributes["resource_group_name"] === "${azurerm_resource_group.data-group.name}")
      .map(({ address }) => address);
    expect(inside).toHaveLength(4);
    for (const address of inside) {
      expect([address, goesFirst("azurerm_management_lock.lock-data-group", address)]).toEqual([address, true]);
      expect([address, goesFirst(address, "azurerm_resource_group.data-group")]).toEqual([address, true]);
    }
  });

  test("takes the lock on the data's group before what hangs on what is in the group, wherever that is", () => {
    const hanging = resourcesOf(platform!.json)
      .map(({ address }) => address)
      .filter((one) =>
        /private_endpoint-(vault|database|storage)|diagnostics-(vault|database|storage)|vault_read|storage_|database-database_/.test(
          one,
        ),
      )
      .filter((one) => !LOCK.test(one));
    expect(hanging.length).toBeGreaterThan(20);
    expect(hanging.filter((one) => !goesFirst("azurerm_management_lock.lock-data-group", one))).toEqual([]);
  });

  test("takes the endpoint of a database before its last setting, because the server takes one change at a time", () => {
    const [endpoint, setting] = [
      "azurerm_private_endpoint.private_endpoint-database",
      "azurerm_postgresql_flexible_server_configuration.database-database_tls-version",
    ] as const;
    expect(goesFirst(endpoint, setting)).toBe(true);
  });

  test("takes the apps' environment before its network, its firewall and its resolver", () => {
    for (const address of [
      "azurerm_firewall.firewall",
      "azurerm_private_dns_resolver_inbound_endpoint.resolver_endpoint",
      "azurerm_subnet_route_table_association.network_routes-apps",
      "azurerm_subnet.network_subnet-apps",
      "azurerm_virtual_network.network",
    ])
      expect([address, goesFirst("azurerm_container_app_environment.apps", address)]).toEqual([address, true]);
  });

  test("of no stack runs in a circle, and every stack has its resources in one", () => {
    for (const stack of current.stacks)
      expect(
        destroyed(stack)
          .filter((one) => one.startsWith("azurerm_"))
          .sort(),
      ).toEqual(resourcesOf(stack.json).map(({ address }) => address));
  });
});

describe("a create", () => {
  test("makes each lock after all that lies below it, and nothing waits for a lock", () => {
    for (const { json, name } of [platform!, recovery!]) {
      const graph = new Dependencies(json as JsonObject);
      for (const [lock, { scope }] of locks({ json, name })) {
        const early = below(json, scopeOf(scope)!).filter(
          (one) => !graph.after(`azurerm_management_lock.${lock}`, one),
        );
        expect([lock, early]).toEqual([lock, []]);
      }
      const waiting = resourcesOf(json).filter(({ attributes }) =>
        ((attributes["depends_on"] as string[] | undefined) ?? []).some((one) => LOCK.test(one)),
      );
      expect(waiting).toEqual([]);
    }
  });

  test("gives the vault its rights before it copies anything: Azure looks when a copy is set up", () => {
    const made = destroyed(recovery!).toReversed();
    const at = (address: string) => made.indexOf(address);
    for (const [copy, roles] of [
      ["blob_storage.backup-blobs", ["backup-blobs_read-account"]],
      ["postgresql_flexible_server.backup-database", ["vault_read-data", "backup-database_read-server"]],
    ] as const)
      for (const role of roles)
        expect(at(`azurerm_role_assignment.${role}`)).toBeLessThan(
          at(`azurerm_data_protection_backup_instance_${copy}`),
        );
  });
});

describe("a recreation", () => {
  test("is proved: every claim holds for this Production", () => {
    expect(proveSubject(subject).flatMap(({ findings }) => findings)).toEqual([]);
  });

  test("is proved with copies in the paired region, too", () => {
    const paired = changed((config) => {
      config.residency = ["westeurope", "northeurope"];
      config.recovery.geoBackup = "paired-region";
    });
    const both = subjectOf(generationOf(paired), generationOf(paired, 2));
    expect(proveSubject(both).flatMap(({ findings }) => findings)).toEqual([]);
  });

  test("retains the recovery stack and nothing else", () => {
    const retained = subject.graph.managed().filter(isRetained);
    expect([...new Set(retained.map(({ stack }) => stack.name))]).toEqual(["orders-production-recovery"]);
    expect(retained).toHaveLength(resourcesOf(recovery!.json).length);
  });

  test("says what of it stays, and why", () => {
    const { keeps, stays } = succession(subject);
    expect(stays).toEqual([]);
    expect(
      keeps
        .filter(({ why }) => /copies|evidence/.test(why))
        .map(({ what, why }) => [what.replace(/g1\w{4}$/, ""), why]),
    ).toEqual([
      ["bvault-orders-prod-weu-", "holds copies of the data, which outlive what they restore"],
      ["stevidenceordeprod", "holds the logs of who did what, for as long as they are evidence"],
    ]);
  });

  test("says of everything that holds data what becomes of it", () => {
    const fates = Object.fromEntries(
      succession(subject).data.map(({ address, fate }) => [address.split(".").slice(-2).join("."), fate]),
    );
    expect(fates).toEqual({
      "azurerm_container_registry.registry": "seeded",
      "azurerm_data_protection_backup_vault.vault": "kept",
      "azurerm_key_vault.vault": "seeded",
      "azurerm_log_analytics_workspace.logs": "lost",
      "azurerm_postgresql_flexible_server.database-database": "restored",
      "azurerm_storage_account.evidence": "kept",
      "azurerm_storage_account.storage": "restored",
    });
  });

  test("says whose copies stay in the vault", () => {
    const vault = succession(subject).data.find(({ address }) => address.endsWith("backup_vault.vault"));
    expect(vault?.says).toMatch(/^copies of st\w+ and psql-[\w-]+ stay when their source goes$/);
  });

  test("gives the next generation a recovery stack of its own, under other names and another state", () => {
    const namesOf = ({ json }: SynthesizedStack) =>
      resourcesOf(json).flatMap(({ attributes }) =>
        typeof attributes["name"] === "string" ? [attributes["name"]] : [],
      );
    const after = new Set(namesOf(next.stacks[3]!));
    expect(namesOf(recovery!).filter((name) => after.has(name))).toEqual([]);
    expect(next.stacks[3]!.json.terraform?.["backend"]).toMatchObject({
      azurerm: { key: "orders-production/g2/recovery.tfstate" },
    });
  });
});
