import { resolve } from "../../src/config/resolve";
import { firstApply } from "../../src/steps/first-apply";
import { pilotConfig } from "../support/pilot";
import { pocConfig } from "../support/poc-config";
import { allResources } from "../support/synthesize";
import { idsOf, PRODUCTION, run, stacksOf, stepOf, WHOLE } from "./support";

describe("a database", () => {
  test.each([
    ["Succeeded", 0, ""],
    ["Failed", 1, "The job ended: Failed. Go no further.\n"],
    ["Stopped", 1, "The job ended: Stopped. Go no further.\n"],
  ])("whose migration ended as %s lets one go on, or not", (state, ended, says) => {
    const { code, stderr } = run(stepOf(WHOLE, "migrate-database").commands, { AZ_PRINTS: state });
    expect([code, stderr]).toEqual([ended, says]);
  });

  test("gets a bigger disk by a command, because Terraform leaves its size alone", () => {
    for (const [config, group] of [
      [WHOLE, "rg-orders-preprod-weu-g1azds"],
      [PRODUCTION, "rg-data-orders-prod-weu-g1qa4j"],
    ] as const) {
      const { az } = run(stepOf(config, "grow-databases").commands, {}, "128\n");
      const server = allResources(stacksOf(config)).find(({ type }) => type === "azurerm_postgresql_flexible_server");
      expect(az).toEqual([
        `postgres flexible-server update --resource-group ${group} --name ${server?.attributes["name"]} --storage-size 128`,
      ]);
    }
    const grows = [pocConfig({ stores: { database: { type: "postgresql" } } }), pilotConfig()].map((config) =>
      firstApply(resolve(config)).some(({ id }) => id === "grow-databases"),
    );
    expect(grows).toEqual([false, true]);
  });

  test("gets a new major version by a command, because the way back would replace it", () => {
    const { az } = run(stepOf(PRODUCTION, "upgrade-databases").commands, {}, "17\n");
    const server = allResources(stacksOf(PRODUCTION)).find(({ type }) => type === "azurerm_postgresql_flexible_server");
    expect(az).toEqual([
      `postgres flexible-server upgrade --resource-group rg-data-orders-prod-weu-g1qa4j --name ${server?.attributes["name"]} --version 17 --yes`,
    ]);
    const upgraded = [pocConfig({ stores: { database: { type: "postgresql" } } }), pilotConfig()].map((config) =>
      firstApply(resolve(config)).some(({ id }) => id === "upgrade-databases"),
    );
    expect(upgraded).toEqual([false, true]);
  });

  test("is restored under a name that always fits, whatever it is called", () => {
    const store = `${"a".repeat(11)}-${"b".repeat(12)}`;
    const long = {
      ...PRODUCTION,
      workload: "long-workload-name-x",
      stores: { [store]: PRODUCTION.stores!["database"]! },
    };
    const names = [long, PRODUCTION].map((config) => {
      const [restore] = stepOf({ ...config, services: {} } as typeof PRODUCTION, "drill-restore").commands;
      return /--name (\S+) .*flexibleServers\/([\w-]+)/.exec(restore ?? "")?.slice(1, 3) ?? [];
    });
    for (const [copy = "", source] of names) {
      expect(copy).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/);
      expect(copy).not.toBe(source);
    }
    expect(names[1]).toEqual(["psql-database-drill-orders-prod-weu-g1qa4j", "psql-database-orders-prod-weu-g1qa4j"]);
  });

  test("has no public side when it is restored, and is given none", () => {
    const { commands } = stepOf(PRODUCTION, "drill-restore");
    const verbs = (prints: string) =>
      run(commands, { AZ_PRINTS: prints, TF_VAR_subscription_id: "s" }).az.map((one) =>
        one
          .split(" ")
          .slice(2, one.includes(" db list") ? 4 : 3)
          .join(" "),
      );
    expect(verbs("Disabled")).toEqual(["restore", "show", "show", "db list", "delete"]);
    expect(verbs("Enabled")).toEqual(["restore", "show", "show", "update", "db list", "delete"]);
    expect(commands[2]).toMatch(
      /^\[ "\$\(az \S+ \S+ show .* --query network\.publicNetworkAccess --output tsv\)" = Disabled \] \|\| az postgres flexible-server update --resource-group rg-recovery-\S+ --name psql-database-drill-\S+ --public-access Disabled$/,
    );
  });
});

describe("the vault's audit log of a Production", () => {
  test("is looked for in the table that is exported, when the gateway and the apps have read from the vault", () => {
    expect(stepOf(PRODUCTION, "see-audit").commands).toEqual([
      'WORKSPACE="$(az monitor log-analytics workspace show --resource-group rg-orders-prod-weu-g1qa4j --workspace-name log-orders-prod-weu-g1qa4j --query customerId --output tsv)"',
      'az monitor log-analytics query --workspace "$WORKSPACE" --analytics-query "AZKVAuditLogs | take 1" --output table',
    ]);
    const ids = idsOf(PRODUCTION);
    expect(ids.indexOf("see-audit")).toBeGreaterThan(ids.indexOf("apply-entry"));
    expect(idsOf(WHOLE)).not.toContain("see-audit");
  });

  test("answers from any computer: the workspace's queries are not cut off from outside", () => {
    const stacks = stacksOf(PRODUCTION);
    const workspace = allResources(stacks).find(({ type }) => type === "azurerm_log_analytics_workspace");
    expect(workspace?.attributes["local_authentication_enabled"]).toBe(false);
    expect(workspace?.attributes).not.toHaveProperty("internet_query_enabled");
    const exported = allResources(stacks).find(({ type }) => type === "azurerm_log_analytics_data_export_rule");
    expect(exported?.attributes["table_names"]).toContain("AZKVAuditLogs");
  });
});
