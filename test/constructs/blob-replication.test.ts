import { BlobReplication } from "../../constructs/blob-replication";
import { refusal } from "../support/problems";
import { built } from "./built";

const replication = (containers: readonly string[], ready: readonly { readonly fqn: string }[] = []) =>
  built(
    (stack) =>
      new BlobReplication(stack, "copies", {
        source: { id: "/source" },
        destination: { id: "/destination" },
        containers,
        ready,
      }),
  ).resources;
const many = (count: number) => Array.from({ length: count }, (_, index) => `files-${index}`);

describe("a replication of blobs", () => {
  test("copies what exists and what comes, container by container, once they are there", () => {
    const rule = (name: string) => ({
      source_container_name: name,
      destination_container_name: name,
      copy_blobs_created_after: "Everything",
    });
    expect(replication(["files", "invoices"], [{ fqn: "azurerm_storage_container.files" }])).toEqual({
      "azurerm_storage_object_replication.copies": {
        source_storage_account_id: "/source",
        destination_storage_account_id: "/destination",
        rules: [rule("files"), rule("invoices")],
        depends_on: ["azurerm_storage_container.files"],
      },
    });
  });

  test("copies at most ten containers", () => {
    const [only] = Object.values(replication(many(10)));
    expect(only?.["rules"]).toHaveLength(10);
    expect(only).not.toHaveProperty("depends_on");
    const says = (count: number) =>
      `blobs of 1 to 10 containers can be copied between two accounts, got ${count}\n    Put what belongs together into one store of type blobs.   (RES-04)`;
    expect([0, 11].map((count) => refusal(() => replication(many(count))))).toEqual([says(0), says(11)]);
  });
});
