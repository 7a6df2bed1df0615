import { conditionsOf } from "../src/azure/conditions";
import { attribute } from "../src/azure/schema";
import { ignoredAs } from "../src/replacement/left-alone";
import { OTHER_DATA } from "../src/replacement/other-data";
import { OWN_DATA } from "../src/replacement/own-data";
import type { TypeRows } from "../src/replacement/row";
import { schemaLink } from "../src/replacement/table";

/** What a plan would do that changes it back. */
function otherwise(type: string, argument: string): string {
  const [own, coded] = [attribute(`azurerm_${type}`, argument), conditionsOf(`azurerm_${type}`)[argument]];
  if (own?.forceNew) return own.kind === "block" ? "replaced, added or removed" : "replaced";
  if (coded === undefined) throw new Error(`${argument} of ${type} must be one that replaces it`);
  return `replaced, ${coded.only}`;
}

/** What is changed outside Terraform on types that hold data, and what a plan would do about it, as Markdown. */
export function leftAloneTable(): string {
  const rows = ([type, { schema, rows = [], along = [] }]: [string, TypeRows]): string[] => {
    const outside = rows.map(({ argument, outside }) => ({
      argument,
      why: outside.why,
      otherwise: otherwise(type, argument),
    }));
    const all = [...outside, ...along.map((one) => ({ ...one, otherwise: "changed back" }))];
    const source = `[source](${schemaLink({ schema })})`;
    if (all.length === 0) return [`| \`${type}\` | nothing | | | ${source} |`];
    return all.map(
      ({ argument, why, otherwise }) =>
        `| \`${type}\` | \`${ignoredAs(argument)}\` | ${why} | ${otherwise} | ${source} |`,
    );
  };
  const table = (types: Readonly<Record<string, TypeRows>>) =>
    [
      "| type | ignored | changed outside | otherwise | read in |",
      "| --- | --- | --- | --- | --- |",
      ...Object.entries(types).flatMap(rows),
    ].join("\n");
  return [
    "What our stacks make:",
    table(OWN_DATA),
    "What extensions bring; a type that is in neither table holds no data, or was not read:",
    table(OTHER_DATA),
  ].join("\n\n");
}
