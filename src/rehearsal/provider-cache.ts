import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where the user has set up nothing of his own, the stacks of one run share one download of the provider: 200 MB. */
export function providerCache(scratch: string): NodeJS.ProcessEnv {
  const own = process.env["TF_PLUGIN_CACHE_DIR"] || process.env["TF_CLI_CONFIG_FILE"];
  if (own || existsSync(join(homedir(), ".terraformrc")) || existsSync(join(homedir(), ".tofurc"))) return {};
  return { TF_PLUGIN_CACHE_DIR: scratch, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "1" };
}

/** Version of every provider by its source, as the lock file of an initialised folder has them. */
export function lockedProviders(folder: string): { [source: string]: string } {
  const path = join(folder, ".terraform.lock.hcl");
  if (!existsSync(path)) return {};
  const found = readFileSync(path, "utf8").matchAll(/^provider "([^"]+)" \{\s+version\s+= "([^"]+)"/gm);
  return Object.fromEntries([...found].map(([, source, version]) => [source, version]));
}
