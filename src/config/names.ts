import { createHash } from "node:crypto";
import { region } from "../azure/regions";
import { STAGE_TOKENS, type Stage } from "../stages/stage";
import { NAME_RULES, type NamedType } from "./name-rules";

/** What makes an environment's names its own. Two environments that differ in one of these share no name. */
export interface NameScope {
  /** The product, for example `orders`. */
  readonly workload: string;
  readonly stage: Stage;
  /** Azure region name, for example `westeurope`. */
  readonly location: string;
  /** Positive integer; raising it is the deliberate act of recreating. */
  readonly generation: number;
}

const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const SHORTEST_WORKLOAD = 4;

function hash(text: string, length: number): string {
  const digest = createHash("sha256").update(text).digest();
  return Array.from(digest.subarray(0, length), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/**
 * The last part of every name of an environment: `g<generation>` and four characters computed from workload, stage,
 * region and generation. It can be computed again from a resource's tags, so a stale name is found without a state file.
 *
 * @example nameSuffix({ workload: "orders", stage: "poc", location: "westeurope", generation: 1 }) // "g1" + 4 characters
 */
export function nameSuffix(scope: NameScope): string {
  const { workload, stage, location, generation } = scope;
  return `g${generation}${hash([workload, STAGE_TOKENS[stage], location, generation].join("/"), 4)}`;
}

/**
 * The name of a resource: `<abbreviation>[-<part>]-<workload>-<stage>-<region>-<suffix>`, without hyphens where the type
 * allows none. A name that is too long gives up, in this order: letters of the workload down to four, the region code,
 * letters of the part (a five-character hash of the whole part keeps it unique), more letters of the workload.
 *
 * @param type  the azurerm resource type without its prefix, for example `key_vault`
 * @param part  what tells resources of one type apart within an environment, for example a service's name
 * @see https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-naming
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export function resourceName(scope: NameScope, type: NamedType, part?: string): string {
  const rule = NAME_RULES[type];
  const separator = rule.dashes ? "-" : "";
  const clean = (text: string) => (rule.dashes ? text : text.replaceAll("-", ""));
  const fixed = [rule.slug];
  const tail = [STAGE_TOKENS[scope.stage], region(scope.location)?.code ?? scope.location];
  const suffix = nameSuffix(scope);

  let workload = clean(scope.workload);
  let middle = part === undefined ? undefined : clean(part);
  const build = () =>
    [...fixed, ...(middle === undefined ? [] : [middle]), workload, ...tail, suffix].filter(Boolean).join(separator);
  const excess = () => build().length - rule.max;
  const shorten = (text: string, least: number) =>
    text.slice(0, Math.max(least, text.length - Math.max(0, excess()))).replace(/(?<!-)-+$/, "");

  if (excess() > 0) workload = shorten(workload, SHORTEST_WORKLOAD);
  if (excess() > 0) tail.pop();
  if (excess() > 0 && middle !== undefined && part !== undefined && middle.length > 6) {
    const unique = hash(part, 5);
    const room = Math.max(1, middle.length - excess() - unique.length);
    middle = `${middle.slice(0, room).replace(/(?<!-)-+$/, "")}${unique}`;
  }
  if (excess() > 0) workload = shorten(workload, 0);
  return build();
}

/**
 * Environment name as people say it, for example `orders-poc`; the stage is written in full. Scale is its Production, which
 * goes on under its name.
 */
export function environmentName({ workload, stage }: Pick<NameScope, "workload" | "stage">): string {
  return `${workload}-${stage === "scale" ? "production" : stage}`;
}
