import { asYaml, pocConfig } from "./poc-config";
import { problemsOf, problemsOfFile } from "./problems";

/** The line that a text stands on, and the column where it begins there. */
function positionOf(yaml: string, marker: string): string {
  const lines = yaml.split("\n");
  const line = lines.findIndex((text) => text.trimStart().replace(/^- /, "").startsWith(marker));
  if (line === -1) throw new Error(`no line starts with ${marker}`);
  return `${line + 1}:${lines[line]!.indexOf(marker) + 1}`;
}

/**
 * One mistake: the config, the start of the line that it is told at, and the whole text. Asserted from a file, with its
 * position, and from a typed object, without.
 */
export type Case = [what: string, config: unknown, marker: string, text: string];

export const image = "orders/web:0.3.1";
export const withStore = (name: string, fields: unknown) => pocConfig({ stores: { [name]: fields } });

export function describeCases(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases)("%s, in a file", (_, config, marker, text) => {
      const yaml = asYaml(config);
      expect(problemsOfFile(yaml)).toBe(`orders.poc.yaml:${positionOf(yaml, marker)}  ${text}`);
    });

    test.each(cases)("%s, in an object", (_, config, _marker, text) => {
      expect(problemsOf(config)).toBe(text);
    });
  });
}
