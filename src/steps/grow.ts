import type { ResolvedEnvironment } from "../config/resolve";
import { dataGroup } from "./hardened";
import type { Step } from "./step";

/**
 * How a database gets a bigger disk before it takes one itself. From Pilot on.
 *
 * @see https://learn.microsoft.com/cli/azure/postgres/flexible-server#az-postgres-flexible-server-update
 */
export function grow(environment: ResolvedEnvironment): Step[] {
  const { config, stores, nameOf } = environment;
  const databases = stores.filter(({ type }) => type === "postgresql");
  if (config.stage === "poc" || databases.length === 0) return [];
  const group = dataGroup(environment);
  return [
    {
      id: "grow-databases",
      title: "Later: give a database a bigger disk",
      why: "A disk grows by itself when it is nearly full, so Terraform leaves its size alone: storageGb counts only when a server is made. Write the new size there too, for the next generation. A disk never shrinks.",
      purpose: "later",
      commands: [
        "ask SIZE 'New size in GiB, for example 64 or 128'",
        ...databases.map(
          ({ name }) =>
            `az postgres flexible-server update --resource-group ${group} --name ${nameOf("postgresql_flexible_server", name)} --storage-size "$SIZE"`,
        ),
      ],
    },
  ];
}
