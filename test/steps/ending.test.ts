import { deedsOf, PRODUCTION, stacksOf, stepOf, stepsOf } from "./support";

describe("the ending of a Production", () => {
  const recovery = stacksOf(PRODUCTION).find(({ name }) => name.endsWith("-recovery"))!.json;
  const group = "rg-recovery-orders-prod-weu-g1qa4j";
  const vault = `--vault-name bvault-orders-prod-weu-g1qa4j --resource-group ${group}`;
  const account =
    "/subscriptions/$TF_VAR_subscription_id/resourceGroups/rg-data-orders-prod-weu-g1qa4j/providers/Microsoft.Storage/storageAccounts/stordersprodweug1qa4j";

  test("stops each backup, and takes off the account the lock that Azure Backup put there, before the platform goes", () => {
    const ids = stepsOf(PRODUCTION).map(({ id }) => id);
    expect(ids.slice(-5)).toEqual(["stop-backups", "destroy", "what-remains", "destroy-copies", "leave-foundation"]);
    const listed = `az lock list --resource "${account}" --query "[?name!='lock-storage-orders-prod-weu-g1qa4j']`;
    expect(stepOf(PRODUCTION, "stop-backups").commands).toEqual([
      `az dataprotection backup-instance stop-protection --name psql-database-orders-prod-weu-g1qa4j ${vault}`,
      `az dataprotection backup-instance stop-protection --name stordersprodweug1qa4j ${vault}`,
      `${listed}.{name: name, notes: notes}" --output table`,
      "ask REMOVE 'Are all of these from Azure Backup? Then write yes'",
      `if [ "$REMOVE" = yes ]; then ${listed}.id" --output tsv | while read -r lock; do az lock delete --ids "$lock" </dev/null; done; fi`,
    ]);
  });

  test("stops exactly the backups that the recovery stack makes", () => {
    const made = Object.entries(recovery.resource ?? {})
      .filter(([type]) => type.startsWith("azurerm_data_protection_backup_instance_"))
      .flatMap(([, named]) => Object.values(named).map((one) => one["name"]));
    const stopped = stepOf(PRODUCTION, "stop-backups").commands.flatMap(
      (one) => /stop-protection --name (\S+)/.exec(one)?.[1] ?? [],
    );
    expect(stopped.sort()).toEqual(made.sort());
  });

  test("says that recovery is only restored from afterwards, and how it ends itself when its time is over", () => {
    expect(stepOf(PRODUCTION, "destroy").why).toContain("never apply it again");
    const { title } = stepOf(PRODUCTION, "destroy-copies");
    const commands = deedsOf(stepOf(PRODUCTION, "destroy-copies"));
    expect(title).toBe("365 days after that: destroy the copies");
    expect(commands).toEqual([
      "terraform -chdir=stacks/orders-production-recovery apply -destroy -target=azurerm_management_lock.lock-backups -target=azurerm_management_lock.lock-evidence",
      `az dataprotection backup-vault update --immutability-state Disabled ${vault}`,
      `az dataprotection backup-vault update --soft-delete-state Off ${vault}`,
      "terraform -chdir=stacks/orders-production-recovery destroy",
    ]);
    const locks = Object.keys(recovery.resource?.["azurerm_management_lock"] ?? {});
    expect(commands[0]?.match(/lock-[\w-]+/g)?.sort()).toEqual(locks.sort());
  });

  test("of databases alone looks for no lock, and of nothing that is copied stops nothing", () => {
    const { database } = PRODUCTION.stores ?? {};
    const without = (stores: typeof PRODUCTION.stores) =>
      ({ ...PRODUCTION, stores, services: { web: { ...PRODUCTION.services["web"]!, uses: [] } } }) as typeof PRODUCTION;
    expect(stepOf(without({ database: database! }), "stop-backups").commands).toEqual([
      `az dataprotection backup-instance stop-protection --name psql-database-orders-prod-weu-g1qa4j ${vault}`,
    ]);
    expect(stepsOf(without(undefined)).map(({ id }) => id)).not.toContain("stop-backups");
  });
});
