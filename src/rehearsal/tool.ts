import { tmpdir } from "node:os";
import { runCommand } from "./command";

export interface Tool {
  readonly name: "terraform" | "tofu";
  readonly version: string;
  /** The program as it was asked for. */
  readonly bin: string;
}

export interface NoTool {
  /** A sentence: why there is none. */
  readonly reason: string;
}

/** The first versions that can do what is asked of them, and what came with those. */
export interface Oldest extends Readonly<Record<Tool["name"], string>> {
  /** Without the version: `mocks for providers came with`. */
  readonly because: string;
}

/** What a rehearsal needs of the `test` command. */
export const KNOWS_MOCKS: Oldest = { terraform: "1.7.0", tofu: "1.8.0", because: "mocks for providers came with" };

/** @see https://developer.hashicorp.com/terraform/internals/v1.1.x/machine-readable-ui */
export const ANSWERS_IN_JSON: Oldest = {
  terraform: "0.15.3",
  tofu: "1.6.0",
  because: "an apply that tells as JSON what it does came with",
};

/**
 * The Terraform or OpenTofu to work with.
 * @param bin program name or path. @default `terraform`, else `tofu`, whichever is on the PATH
 * @param oldest versions before these are refused
 */
export async function findTool(bin: string | undefined, oldest: Oldest): Promise<Tool | NoTool> {
  for (const candidate of bin ? [bin] : ["terraform", "tofu"]) {
    const result = await runCommand(candidate, ["version"], {
      cwd: tmpdir(),
      env: toolEnvironment(),
      timeoutMs: 30_000,
    });
    if (result.notStarted) continue;
    const match = /^(Terraform|OpenTofu) v(\d+\.\d+\.\d+\S*)/m.exec(result.stdout);
    if (!match?.[2]) return { reason: `\`${candidate} version\` does not answer as Terraform or OpenTofu does` };
    const name = match[1] === "OpenTofu" ? "tofu" : "terraform";
    if (compareVersions(match[2], oldest[name]) < 0) {
      return { reason: `${name} ${match[2]} is too old: ${oldest.because} ${oldest[name]}` };
    }
    return { name, version: match[2], bin: candidate };
  }
  return { reason: bin ? `${bin} cannot be started` : "neither terraform nor tofu is on the PATH" };
}

/** Negative when `a` is older than `b`. Compares the numbers only. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] || 0) - (right?.[index] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The caller's environment without what would lead Terraform to other folders, arguments, variables or Azure itself. */
export function toolEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([key]) =>
      !/^(TF_CLI_ARGS|TF_VAR_|TF_LOG|ARM_)/.test(key) && !["TF_DATA_DIR", "TF_WORKSPACE", "TF_INPUT"].includes(key),
  );
  return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: "1", TF_INPUT: "0", CHECKPOINT_DISABLE: "1", ...extra };
}
