import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../errors";
import { STAGE_TOKENS, STAGES } from "../stages/stage";
import { suggest } from "./suggest";

/** The files of an `environments/` folder that are read: an environment, its answers, a foundation, the evidence. */
const READ = [
  new RegExp(`^[^.]+\\.(?:${STAGES.join("|")})\\.ya?ml$`),
  /\.answers\.ya?ml$/,
  /^[^.]+\.foundation\.ya?ml$/,
  /^evidence\.yaml$/,
];
const FORMS =
  "<workload>.<stage>.yaml, <workload>.<stage>.answers.yaml, <workload>.foundation.yaml and evidence.yaml, in lower case";

/** True for a folder with a file that is read as one of an `environments/` folder. */
export function holdsEnvironments(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => READ.some((form) => form.test(name)));
  } catch {
    return false;
  }
}

/** YAML files of a folder that nothing reads: most often an environment whose file is misnamed, and so never judged. */
export function strayFiles(folder: string): Problem[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/i.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => !READ.some((form) => form.test(name)))
    .sort()
    .map((name) => {
      const meant = meantBy(name);
      return {
        path: "",
        says: `${join(folder, name)} is none of the files that are read here${meant ? `; did you mean ${meant}?` : ""}`,
        fix: `Stages are ${STAGES.join(", ")}; read are ${FORMS}. Rename the file, or keep it elsewhere.`,
      };
    });
}

/** The name that a misnamed file probably should have. */
function meantBy(name: string): string | undefined {
  const written = name.toLowerCase();
  if (READ.some((form) => form.test(written))) return written;
  if (written === "evidence.yml") return "evidence.yaml";
  const [workload, word = "", ...rest] = written.split(".");
  if (rest.length === 0) return undefined;
  const stage = STAGES.find((one) => STAGE_TOKENS[one] === word) ?? suggest(word, [...STAGES, "foundation"]);
  return stage && [workload, stage, ...rest].join(".");
}
