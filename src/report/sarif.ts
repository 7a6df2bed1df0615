import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { inertJson, sarifText } from "../display/inert";
import { RULES } from "../policy/catalogue";
import type { Rule, Severity } from "../policy/rule";
import type { EnvironmentReport, PlacedFinding, Report } from "./model";
import { sentenceOf } from "./sentence";

/** What GitHub sorts alerts by. */
const SCORES = { high: "8.0", medium: "5.0", low: "2.0" } as const satisfies Record<Severity, string>;

/**
 * The report as SARIF 2.1.0: what holds a gate is an error, what is not known a warning, what is waived suppressed.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(report: Report): string {
  const ids = [...new Set(report.environments.flatMap(idsOf))].sort();
  const index = new Map(ids.map((id, at) => [id, at]));
  const describe = new Map(report.environments.flatMap((one) => one.controls).map((one) => [one.control, one]));
  const catalogue = new Map<string, Pick<Rule, "title" | "why" | "fix" | "severity">>([
    ...RULES.map((one) => [one.control, one] as const),
    ...describe,
  ]);
  return `${inertJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "gatewright", rules: ids.map((id) => ruleOf(id, catalogue.get(id))) } },
        columnKind: "utf16CodeUnits",
        automationDetails: { id: `gatewright/${report.environments.map((one) => one.env).join("+")}/` },
        results: report.environments.flatMap((one) => resultsOf(one, index)),
      },
    ],
  })}\n`;
}

function idsOf(one: EnvironmentReport): string[] {
  return [
    ...[...one.holding, ...one.unknown, ...one.waived].map(({ control }) => control),
    ...one.evidence.filter(({ holds }) => holds).map(({ control }) => control),
    ...one.warnings.map(({ control }) => control),
  ];
}

function ruleOf(id: string, rule: Pick<Rule, "title" | "why" | "fix" | "severity"> | undefined) {
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: sarifText(rule.title) },
    fullDescription: { text: sarifText(rule.why) },
    help: { text: sarifText(rule.fix || rule.title) },
    defaultConfiguration: { level: rule.severity === "low" ? "warning" : "error" },
    properties: { "security-severity": SCORES[rule.severity], severity: rule.severity },
  };
}

function resultsOf(one: EnvironmentReport, index: ReadonlyMap<string, number>): object[] {
  const base = (control: string, level: "error" | "warning" | "note", text: string) => ({
    ruleId: control,
    ruleIndex: index.get(control) ?? -1,
    level,
    message: { text: sarifText(text) },
    ...(one.place && { locations: [location({ resource: "", path: "", place: one.place })] }),
  });
  const finding = (found: PlacedFinding, level: "error" | "warning") => ({
    ...base(found.control, level, `${sentenceOf(found)}. ${found.fix}`.trim()),
    locations: [location(found)],
    partialFingerprints: { "gatewright/v1": `${one.env} ${one.gate} ${found.id}` },
  });
  return [
    ...one.holding.map((found) => finding(found, "error")),
    ...one.unknown.map((found) => finding(found, "warning")),
    ...one.waived.map((found) => ({
      ...finding(found, "warning"),
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: sarifText(`${found.waived?.by}, until ${found.waived?.until}: ${found.waived?.why}`),
        },
      ],
    })),
    ...one.evidence.filter(({ holds }) => holds).map(({ control, says }) => base(control, "error", says)),
    ...one.warnings.map(({ control, says, fix }) => base(control, "note", `${says} ${fix}`)),
  ];
}

function location({ resource, path, place }: Pick<PlacedFinding, "resource" | "path" | "place">): object {
  const name = [resource, path].filter((part) => part !== "").join(" ");
  return {
    ...(place && {
      physicalLocation: {
        artifactLocation: { uri: uriOf(place.file) },
        region: { startLine: place.line, startColumn: place.column },
      },
    }),
    ...(name !== "" && {
      logicalLocations: [{ fullyQualifiedName: name, kind: resource === "config" ? "member" : "resource" }],
    }),
  };
}

/** A relative path as a relative URI, so that a report reads the same on every machine. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
