import type { Problem } from "../../errors";
import type { PositionOf } from "../path";
import { formatPath, type Path } from "../path";
import { findSecretKeys, findSecrets } from "../secrets";
import { type Check, type Found, mapping } from "./draft";

const REMOVE =
  "Secrets come from Key Vault; a config never holds one. Remove it here and revoke it where it was issued.";

/** SEC-01: no secret material in a config. `notSecret` lifts the heuristic, never a known format. */
export const noSecrets: Check = (draft) => {
  const lifted = new Set(
    (Array.isArray(draft["notSecret"]) ? draft["notSecret"] : []).map((entry) => mapping(entry)["path"]),
  );
  const values = findSecrets(draft)
    .filter(({ path, certain }) => certain || !lifted.has(formatPath(path)))
    .map(({ path, looksLike, certain }) => ({
      ...valueLooksLike(path, looksLike),
      fix: `${cure(path)}${certain ? "" : "  (no secret? then list it under notSecret, with a reason)"}`,
    }));
  return [...keysLike(draft), ...values];
};

/** Known formats in a file that is no config, such as evidence: a guess could not be lifted there, and is not told. */
export function knownSecretsIn(value: unknown, positionOf?: PositionOf): Problem[] {
  const values = findSecrets(value)
    .filter(({ certain }) => certain)
    .map(({ path, looksLike }) => ({ ...valueLooksLike(path, looksLike), fix: REMOVE }));
  return [...keysLike(value), ...values].map(({ place, ...problem }) => ({
    ...problem,
    path: formatPath(place),
    at: positionOf?.(place),
  }));
}

function keysLike(value: unknown): Found[] {
  return findSecretKeys(value).map(({ path, looksLike }) => ({
    place: path,
    says: `a key${path.length > 1 ? ` in ${formatPath(path.slice(0, -1))}` : ""} looks like ${looksLike} (not shown)`,
    fix: REMOVE,
    control: "SEC-01",
  }));
}

function valueLooksLike(place: Path, looksLike: string): Found {
  return { place, says: `${formatPath(place)} looks like ${looksLike} (value not shown)`, control: "SEC-01" };
}

function cure(path: Path): string {
  const variable = path.at(-1);
  if (path[0] === "services" && path[2] === "env" && typeof variable === "string")
    return `Secrets come from Key Vault:  secrets: [${variable.toLowerCase().replaceAll("_", "-")}]`;
  return REMOVE;
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
