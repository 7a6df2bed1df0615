import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, object } from "../json";

/** What a run has to know of a configuration, whichever syntax it is written in. */
export interface Settings {
  /** Kind of the backend that local state takes the place of, `cloud` for HCP Terraform; undefined where state is local anyway. */
  readonly backend?: string;
  /** True where azurerm is told not to take deleted vaults back. @default it takes them back */
  readonly leavesDeletedVaults: boolean;
}

/** Read the root module in a folder. */
export function settingsOf(folder: string): Settings {
  const names = readdirSync(folder).filter((name) => /\.tf(\.json)?$/.test(name));
  const texts = names.map((name) => ({ json: name.endsWith(".json"), text: readFileSync(join(folder, name), "utf8") }));
  const backend = texts.map(({ json, text }) => (json ? backendInJson(text) : backendInHcl(text))).find(Boolean);
  return {
    ...(backend && backend !== "local" ? { backend } : {}),
    // The default: https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/guides/features-block
    leavesDeletedVaults: texts.some(({ text }) => /\brecover_soft_deleted_key_vaults"?\s*[=:]\s*"?false/.test(text)),
  };
}

function backendInJson(text: string): string | undefined {
  const blocks = [object(JSON.parse(text))["terraform"]].flat().filter(isObject);
  for (const block of blocks) {
    if (block["cloud"]) return "cloud";
    const [kind] = [block["backend"]].flat().filter(isObject).flatMap(Object.keys);
    if (kind) return kind;
  }
  return undefined;
}

function backendInHcl(text: string): string | undefined {
  return (
    /^[ \t]*backend[ \t]+"?(\w+)"?[ \t]*\{/m.exec(text)?.[1] ??
    (/^[ \t]*cloud[ \t]*\{/m.test(text) ? "cloud" : undefined)
  );
}
