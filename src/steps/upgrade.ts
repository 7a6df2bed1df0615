import type { ResolvedEnvironment } from "../config/resolve";
import { dataGroup } from "./hardened";
import type { Step } from "./step";

/**
 * How a database gets a new major version while it runs: Terraform leaves the version alone, because the way back would
 * replace the server. From Pilot on.
 *
 * @see https://learn.microsoft.com/azure/postgresql/configure-maintain/concepts-major-version-upgrade
 */
export function upgrade(environment: ResolvedEnvironment): Step[] {
  const { config, stores, nameOf } = environment;
  const databases = stores.filter(({ type }) => type === "postgresql");
  if (config.stage === "poc" || databases.length === 0) return [];
  const group = dataGroup(environment);
  return [
    {
      id: "upgrade-databases",
      title: "Later: give a database a new major version",
      why: "There is no way back but a restore, so try it on a restored copy first. Terraform leaves the version alone: it counts only when a server is made. Write the new one into the config too, for the next generation.",
      purpose: "later",
      commands: [
        "ask VERSION 'New major version, for example 17'",
        ...databases.map(
          ({ name }) =>
            `az postgres flexible-server upgrade --resource-group ${group} --name ${nameOf("postgresql_flexible_server", name)} --version "$VERSION" --yes`,
        ),
      ],
    },
  ];
}
