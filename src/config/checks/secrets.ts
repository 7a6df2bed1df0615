import { formatPath, type Path } from "../path";
import { findSecretKeys, findSecrets } from "../secrets";
import { type Check, type Found, mapping } from "./draft";

/** SEC-01: no secret material in a config. `notSecret` lifts the heuristic, never a known format. */
export const noSecrets: Check = (draft) => {
  const lifted = new Set(
    (Array.isArray(draft["notSecret"]) ? draft["notSecret"] : []).map((entry) => mapping(entry)["path"]),
  );
  const keys = findSecretKeys(draft).map(
    ({ path, looksLike }): Found => ({
      place: path,
      says: `a key${path.length > 1 ? ` in ${formatPath(path.slice(0, -1))}` : ""} looks like ${looksLike} (not shown)`,
      fix: "Secrets come from Key Vault; a config never holds one. Remove it here and revoke it where it was issued.",
      control: "SEC-01",
    }),
  );
  const values = findSecrets(draft)
    .filter(({ path, certain }) => certain || !lifted.has(formatPath(path)))
    .map(({ path, looksLike, certain }) => ({
      place: path,
      says: `${formatPath(path)} looks like ${looksLike} (value not shown)`,
      fix: `${cure(path)}${certain ? "" : "  (no secret? then list it under notSecret, with a reason)"}`,
      control: "SEC-01",
    }));
  return [...keys, ...values];
};

function cure(path: Path): string {
  const variable = path.at(-1);
  if (path[0] === "services" && path[2] === "env" && typeof variable === "string")
    return `Secrets come from Key Vault:  secrets: [${variable.toLowerCase().replaceAll("_", "-")}]`;
  return "Secrets come from Key Vault; a config never holds one. Remove it here and revoke it where it was issued.";
}

/** A `notSecret` entry that lifts nothing is a typo or a leftover. */
export const unusedNotSecret: Check = (draft) => {
  const suspicions = new Map(findSecrets(draft).map(({ path, certain }) => [formatPath(path), certain]));
  return (Array.isArray(draft["notSecret"]) ? draft["notSecret"] : []).flatMap((entry, index) => {
    const path = mapping(entry)["path"];
    if (typeof path !== "string" || suspicions.get(path) === false) return [];
    const says = suspicions.has(path)
      ? `notSecret[${index}] cannot lift ${path}: its value has the format of a credential`
      : `notSecret[${index}] lifts nothing: no value at ${path} looks like a secret`;
    return [{ place: ["notSecret", index], says, fix: "Remove the entry, or correct its path.", control: "SEC-01" }];
  });
};
