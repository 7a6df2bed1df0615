import { basesOf, SPECIAL_BASES, SPECIAL_KINDS, type SpecialBasis, type SpecialKindName } from "../special-categories";
import { type Check, type Draft, type Found, mapping, mappings } from "./draft";

const CONTROL = "DAT-05";

/** DAT-05: a special category has a basis of its own article, with the law where that needs one. */
export const specialCategories: Check = ({ stores }) =>
  mappings(stores).flatMap(([name, store]) => {
    const data = mapping(store["data"]);
    const entries = Array.isArray(data["special"]) ? data["special"].map(mapping) : [];
    const place = ["stores", name, "data"];
    const seen = new Set<unknown>();
    const found = entries.flatMap((one, index): Found[] => {
      const problems = judge(one, [...place, "special", index], `stores.${name}.data.special[${index}]`, seen);
      seen.add(one["kind"]);
      return problems;
    });
    if (entries.length === 0 || data["notSpecial"] === undefined) return found;
    const says = `stores.${name}.data says special and notSpecial`;
    return [...found, { place: [...place, "notSpecial"], says, fix: "Keep the one that is true.", control: CONTROL }];
  });

function judge(one: Draft, place: Found["place"], path: string, seen: ReadonlySet<unknown>): Found[] {
  const { kind, basis, law } = one;
  const of = Object.hasOwn(SPECIAL_KINDS, String(kind)) ? SPECIAL_KINDS[kind as SpecialKindName] : undefined;
  const allowed = Object.hasOwn(SPECIAL_BASES, String(basis)) ? SPECIAL_BASES[basis as SpecialBasis] : undefined;
  const problem = (key: string, says: string, fix: string): Found[] => [
    { place: [...place, key], says, fix, control: CONTROL },
  ];
  if (!of || !allowed) return [];
  if (seen.has(kind)) return problem("kind", `${path} names ${kind} again`, "One entry for each kind.");
  if (of.article !== allowed.article)
    return problem(
      "basis",
      `${path}.basis must be one of article ${of.article} for ${of.title}, got ${basis}`,
      `Write one of: ${basesOf(of.article).join(", ")}.`,
    );
  if (allowed.law && law === undefined)
    return problem("law", `${path}.law is required for the basis ${basis}`, "Name the law that allows it.");
  return [];
}
