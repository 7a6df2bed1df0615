import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "../../src/steps/step";
import { writeEnvironmentFiles } from "../../src/synth/environment-files";
import { folderWith } from "../support/folder";

/** Programs that write down how they were called, and print what lets a script go on. */
const PROGRAMS: Readonly<Record<string, string>> = {
  az: 'case "$*" in *" @-"*) cat >/dev/null;; esac; case "$*" in *properties.status*) echo Succeeded;; *domainValidationState*) echo Approved;; *list-skus*) echo \'"Standard_D2ds_v5" "Standard_B2s"\';; *"version --query"*) echo 2.80.0;; *"role assignment list"* | *"entra-admin list"*) ;; *) echo printed;; esac',
  terraform: 'case "$*" in version) echo "Terraform v1.11.4";; *) echo printed;; esac',
  docker: 'case "$*" in *inspect*--format*) echo linux/amd64;; *) echo "version 27.0.3";; esac',
  jq: 'case "$*" in --version) echo jq-1.7.1;; *) if [ "$1" != -n ]; then cat >/dev/null; fi; echo printed;; esac',
  gh: 'case "$*" in *--input*) cat >/dev/null;; esac; echo "gh version 2.60.1"',
  npx: "echo 11.0.0",
  curl: 'echo "curl 8.5.0"',
  openssl: 'case "$1" in base64) cat >/dev/null;; esac; echo "OpenSSL 3.0.13"',
  psql: "echo printed",
  pg_dump: 'echo "pg_dump (PostgreSQL) 17.2"',
  pg_restore: "echo printed",
  azcopy: 'echo "azcopy version 10.27.0"',
};

/** What became of one script that ran alone. */
export interface Ran {
  readonly script: string;
  readonly code: number;
  readonly stderr: string;
  /** How programs were called, one line each; Terraform's with the names of the variables that it was given. */
  readonly calls: readonly string[];
}

/**
 * Writes the scripts of some steps, and runs each with nothing of the environment of the others, as in a new terminal.
 * Questions are answered with one word, over and over.
 */
export function runAlone(environment: string, steps: readonly Step[], given: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ "environments/orders-foundation/steps/12-retire.sh": "true" });
  writeEnvironmentFiles(folder, environment, steps);
  const stubs = join(folder, "stubs");
  mkdirSync(stubs);
  for (const [name, body] of Object.entries(PROGRAMS)) {
    const variables =
      name === "terraform" ? ' :: $(env | sed -n "s/^TF_VAR_\\([^=]*\\)=..*/\\1/p" | sort | xargs)' : "";
    writeFileSync(join(stubs, name), `#!/bin/sh\nprintf "%s\\n" "${name} $*${variables}" >> "$CALLS"\n${body}\n`);
    chmodSync(join(stubs, name), 0o755);
  }
  writeFileSync(join(folder, "answers"), "answer\n".repeat(40));
  const settings = Object.entries(given).map(([key, value]) => `${key}=${value}`);
  const each = `for script in environments/${environment}/steps/*.sh; do
  env -i HOME=/tmp PATH="$PWD/stubs:/usr/bin:/bin" CALLS="$script.calls" ${settings.join(" ")} bash "$script" <answers >/dev/null 2>"$script.err"
  echo "$script $?"
done`;
  const { stdout } = spawnSync("bash", ["-c", each], { cwd: folder, encoding: "utf8" });
  const read = (path: string) => {
    try {
      return readFileSync(join(folder, path), "utf8");
    } catch {
      return "";
    }
  };
  const ran = stdout
    .trim()
    .split("\n")
    .map((line): Ran => {
      const [script = "", code] = line.split(" ");
      const calls = read(`${script}.calls`).split("\n").filter(Boolean);
      return { script, code: Number(code), stderr: read(`${script}.err`), calls };
    });
  return { folder, ran, texts: ran.map(({ script }) => read(script)) };
}
