import { databaseJobs, migratorOf } from "../resolved/database-parts";
import { type Check, type Found, mapping, mappings } from "./draft";

/** Databases that every PostgreSQL flexible server has already. */
const TAKEN_DATABASES = ["postgres", "template0", "template1"];

/** A store's name is the name of its container, queue or database, where Azure has rules of its own. */
export const storeNames: Check = (draft) =>
  mappings(draft["stores"]).flatMap(([name, { type }]): Found[] => {
    const place = ["stores", name];
    if ((type === "blobs" || type === "queue") && name.length < 3)
      return [
        {
          place,
          says: `stores.${name}: the name of ${type === "blobs" ? "blobs" : "a queue"} must be at least 3 characters long, got "${name}"`,
          fix: "The container or queue gets this name, and Azure takes none shorter.",
        },
      ];
    if (type === "postgresql" && TAKEN_DATABASES.includes(name))
      return [
        {
          place,
          says: `stores.${name}: every PostgreSQL server has a database named "${name}" already`,
          fix: "Name the store after what it holds, for example orders-data.",
        },
      ];
    return [];
  });

/** A database brings an identity and two jobs of its own; a service of the same name would get theirs. */
export const databaseParts: Check = (draft) => {
  const services = mappings(draft["services"]);
  return mappings(draft["stores"]).flatMap(([store, { type }]): Found[] => {
    if (type !== "postgresql") return [];
    const jobs = Object.values(databaseJobs(store));
    return services
      .filter(([name, { schedule }]) => name === migratorOf(store) || (schedule !== undefined && jobs.includes(name)))
      .map(([name]) => ({
        place: ["services", name],
        says: `services.${name}: the name is taken by what migrates stores.${store}`,
        fix: "Rename the service or the store.",
      }));
  });
};

/** JavaScript gives `__proto__` a meaning of its own: such a name would vanish without a word. */
export const reservedNames: Check = (draft) => {
  const records: [place: readonly string[], names: object][] = ["services", "stores", "externals", "decisions"].map(
    (key) => [[key], mapping(draft[key])],
  );
  for (const [name, service] of mappings(draft["services"]))
    records.push([["services", name, "env"], mapping(service["env"])]);
  return records
    .filter(([, names]) => Object.hasOwn(names, "__proto__"))
    .map(([place]) => ({
      place: [...place, "__proto__"],
      says: `${place.join(".")}.__proto__: the name is reserved`,
      fix: "Choose another name.",
    }));
};
