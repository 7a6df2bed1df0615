import { badInput } from "../../errors";
import { ENTRY } from "../entry";
import { databaseJobs, migratorOf } from "./database-parts";
import type { ResolvedEnvironment } from "./environment";
import type { ResolvedService } from "./service";
import type { ResolvedStore } from "./store";

/** Names that are shortened carry a hash of what was cut; should two parts of a config meet all the same, say so first. */
export function refuseSharedNames(
  services: readonly ResolvedService[],
  stores: readonly ResolvedStore[],
  nameOf: ResolvedEnvironment["nameOf"],
  hasEntry: boolean,
): void {
  const named: [path: string, name: string][] = hasEntry ? [["entry", nameOf("user_assigned_identity", ENTRY)]] : [];
  const ofServices = services.flatMap(({ name, kind }): [string, string][] => [
    [`services.${name}`, nameOf(kind === "job" ? "container_app_job" : "container_app", name)],
    [`services.${name}`, nameOf("user_assigned_identity", name)],
  ]);
  named.push(...ofServices);
  for (const { name, type } of stores) {
    if (type !== "postgresql") continue;
    const jobs = Object.values(databaseJobs(name)).map((job) => nameOf("container_app_job", job));
    for (const azureName of [
      ...jobs,
      nameOf("user_assigned_identity", migratorOf(name)),
      nameOf("postgresql_flexible_server", name),
    ])
      named.push([`stores.${name}`, azureName]);
  }
  const owners = new Map<string, string>();
  for (const [path, azureName] of named) {
    const other = owners.get(azureName);
    if (other !== undefined)
      throw badInput(`${other} and ${path} would both be named ${azureName} in Azure`, "Rename one of them.");
    owners.set(azureName, path);
  }
}
