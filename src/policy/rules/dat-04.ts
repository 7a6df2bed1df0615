import { rule } from "../rule";

export const dat04 = rule({
  control: "DAT-04",
  title: "Deleted and overwritten blobs can be brought back",
  why: "An app that deletes the wrong files does it thoroughly.",
  fix: "Set versioning, and soft delete of blobs and containers for the stage's number of days.",
  severity: "high",
  since: "pilot",
  types: ["azurerm_storage_account"],
  needs: ["plan"],
  check(context) {
    const least = context.stance.storage.softDeleteDays;
    for (const one of context.resources()) {
      context.expect(
        one,
        "blob_properties.versioning_enabled",
        (value) => value === true,
        () => "Overwritten blobs are lost: versioning is off.",
      );
      for (const policy of ["delete_retention_policy", "container_delete_retention_policy"]) {
        const blob = one.blocks("blob_properties")[0];
        const path = `blob_properties.${policy}.days`;
        const days = blob?.blocks(policy)[0] ? (blob.value(`${policy}.days`) ?? 7) : 0;
        if (typeof days === "symbol" || one.isUnknown("blob_properties")) context.unknown(one, path);
        else if (Number(days) >= least) context.pass(one, path);
        else context.fail(one, path, `${path} is ${String(days)}; ${least} days are demanded.`);
      }
    }
  },
});
