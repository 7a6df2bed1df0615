import { region } from "../azure/regions";
import { mapping, mappings } from "./checks/draft";
import { resourceName } from "./names";

/**
 * Host names of the database that a Scale has in its first and in its second region. Each server's certificate covers its
 * own name and no other, so that one of them is what apps of both regions connect to. Empty where one of what names depend
 * on is missing or wrong, and where there is not exactly one database.
 */
export function writerHosts(draft: Readonly<Record<string, unknown>>, second: unknown): readonly string[] {
  const { workload, location, generation = 1 } = draft;
  const databases = mappings(draft["stores"]).filter(([, store]) => mapping(store)["type"] === "postgresql");
  const [database] = databases;
  if (typeof workload !== "string" || typeof generation !== "number" || !database || databases.length > 1) return [];
  const places = [location, second].filter(
    (one): one is string => typeof one === "string" && region(one) !== undefined,
  );
  if (places.length < 2) return [];
  return places.map((place) => {
    const scope = { workload, stage: "scale" as const, location: place, generation };
    return `${resourceName(scope, "postgresql_flexible_server", database[0])}.postgres.database.azure.com`;
  });
}
