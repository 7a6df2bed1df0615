import { didYouMean } from "../suggest";
import { type Check, type Found, mapping, mappings } from "./draft";

/** Names of variables that the stacks have anyway, and that Terraform keeps for itself. */
const TAKEN = ["apps-domain", "count", "depends-on", "for-each", "lifecycle", "locals", "providers", "source"];
const TAKEN_VARIABLES = new Set([...TAKEN, "subscription-id", "tenant-id", "version"]);

/** An external becomes a Terraform variable of its name. */
export const externalNames: Check = (draft) =>
  Object.keys(mapping(draft["externals"]))
    .filter((name) => TAKEN_VARIABLES.has(name))
    .map((name) => ({
      place: ["externals", name],
      says: `externals.${name}: the name is taken by a variable that is there already, or by Terraform`,
      fix: "An external becomes a Terraform variable of its name: choose another one, for example build-registry.",
    }));

/** What an external of a kind may be called. */
const EXAMPLES = { registry: "build-registry", "vpn-audience": "vpn-audience" } as const;
const PART_NAME = /^[a-z](?:-?[a-z0-9])*$/;

/** What names an external names one that is declared, of the right kind. */
export const namedExternals: Check = (draft) => {
  const externals = Object.fromEntries(mappings(draft["externals"]));
  const need = (place: readonly string[], kind: keyof typeof EXAMPLES, control: string): Found[] => {
    const at = place.join(".");
    const name = mapping(draft[place[0]!])[place[1]!];
    if (typeof name !== "string") return [];
    const declared = Object.hasOwn(externals, name) ? externals[name] : undefined;
    const named = PART_NAME.test(name);
    const example = `${named ? name : EXAMPLES[kind]}: { kind: ${kind}, owner: …, why: … }`;
    if (declared === undefined)
      return [
        {
          place,
          says: `${at} names "${name}", which is not declared under externals${didYouMean(name, Object.keys(externals))}`,
          fix: named
            ? `Declare it: ${example}.`
            : `Declare it and write its name here: ${example}; its id or address is the value of the Terraform variable.`,
          control,
        },
      ];
    // What is no text is told where it is declared.
    if (declared["kind"] === kind || typeof declared["kind"] !== "string") return [];
    return [
      {
        place,
        says: `${at} must name an external of kind ${kind}, got ${declared["kind"]}`,
        fix: `Declare it: ${example}.`,
        control,
      },
    ];
  };
  return [
    ...need(["supply", "buildRegistry"], "registry", "SUP-02"),
    ...need(["vpn", "audience"], "vpn-audience", "NET-09"),
  ];
};
