import type { Emulation } from "./emulate";

/** A run for people: a line for each phase, and under one that failed Terraform's own words and what Azure said. */
export function renderEmulation(name: string, emulation: Emulation): string {
  const { outcome, reason, phases, tool, providers, echoed, kept, retained, endpoint, unknown, changed } = emulation;
  const versions = Object.entries(providers).map(([source, version]) => `${source.split("/").at(-1)} ${version}`);
  const at = endpoint === undefined ? [] : [`at ${endpoint}`];
  const by = [...(tool ? [`${tool.name} ${tool.version}`] : []), ...versions, ...at].join(", ");
  const word =
    outcome === "not-emulated"
      ? `not emulated: ${reason}`
      : outcome === "failed"
        ? `FAILED${phases.length === 0 ? `: ${reason}` : ""}`
        : "emulated";
  const lines = phases.flatMap(({ phase, outcome: came, seconds, why = [], stack, says, refusals }) => [
    `  ${phase.padEnd(20)} ${came.padEnd(8)} ${came.startsWith("not") ? "" : duration(seconds)}`.trimEnd(),
    ...why.map((line) => `      ${line}`),
    ...says.map((line) => `      ${stack ? `${stack}: ` : ""}${line.replaceAll("\n", "\n      ")}`),
    ...refusals.map((one) => `      Azure: ${one.status} ${one.error?.code ?? ""} at ${one.method} ${one.path}`),
  ]);
  return [
    `${name}  ${word}${by ? `  (${by})` : ""}`,
    ...lines,
    ...(retained.length > 0 ? [`  stays, because it outlives its environment: ${retained.join(", ")}`] : []),
    ...(kept.length > 0 ? [`  kept by Azure until it is purged: ${kept.join(", ")}`] : []),
    ...changed.map((one) => `  run with ${one}`),
    ...unknown.map((one) => `  not known: ${one}`),
    ...(echoed.length > 0 ? [`  only echoed, not known: ${echoed.join(", ")}`] : []),
  ].join("\n");
}

function duration(seconds: number): string {
  return seconds < 60 ? `${seconds.toFixed(0)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
