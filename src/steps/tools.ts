import type { Step } from "./step";

/** A program that commands of steps call. */
export interface Tool {
  readonly name: string;
  /** Oldest version that will do. */
  readonly oldest: string;
  readonly from: string;
  /** The command that prints its version. */
  readonly version: string;
}

const tool = (name: string, oldest: string, from: string, version: string): Tool => ({ name, oldest, from, version });

/** In the order in which they are shown; bash, grep, sort and the like come with every system. */
const TOOLS: readonly Tool[] = [
  tool("terraform", "1.11", "https://developer.hashicorp.com/terraform/install", "terraform version"),
  // 2.73 has the commands for Microsoft Entra administrators of a database: https://github.com/Azure/azure-cli/pull/31379
  tool(
    "az",
    "2.73",
    "https://learn.microsoft.com/cli/azure/install-azure-cli",
    `az version --query '"azure-cli"' --output tsv`,
  ),
  tool("npx", "10.0", "https://nodejs.org, with Node 20 or later", "npx --version"),
  tool("jq", "1.6", "https://jqlang.org/download", "jq --version"),
  tool("openssl", "1.1.1", "https://www.openssl.org; what macOS brings will do", "openssl version"),
  tool("docker", "26.0", "https://docs.docker.com/get-started/get-docker", "docker --version"),
  tool("gh", "2.40", "https://cli.github.com", "gh --version"),
  tool("curl", "7.0", "https://curl.se", "curl --version"),
  tool("pg_dump", "17.0", "https://www.postgresql.org/download", "pg_dump --version"),
  tool(
    "azcopy",
    "10.20",
    "https://learn.microsoft.com/azure/storage/common/storage-use-azcopy-v10",
    "azcopy --version",
  ),
];

/** Extensions of the Azure CLI, by the command that they bring. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  "az dataprotection ": "dataprotection",
  "az monitor log-analytics query ": "log-analytics",
};

/** The programs that some steps call, and no others. */
export function toolsOf(steps: readonly Step[]): Tool[] {
  const text = steps.flatMap(({ needs = [], commands }) => [...needs, ...commands]).join("\n");
  return TOOLS.filter(({ name }) => new RegExp(`(?:^|[|;&({=]|\\$\\(|then|do) *${name} `, "m").test(text));
}

/** Looks whether everything that the steps call is installed, and new enough, before the first of them runs. */
export function tools(steps: readonly Step[]): Step {
  const text = steps.flatMap(({ commands }) => commands).join("\n");
  const extensions = Object.entries(EXTENSIONS).filter(([command]) => text.includes(command));
  return {
    id: "tools",
    title: "See that everything is installed",
    why: "Every step is a script for bash, which macOS and Linux have; on Windows use WSL. This one says what is missing or too old.",
    needs: [],
    commands: [
      ...toolsOf(steps).map(({ name, oldest, from, version }) => `installed ${name} ${oldest} '${from}' ${version}`),
      '[ -z "${MISSING:-}" ]',
      ...extensions.map(([, name]) => `az extension add --upgrade --name ${name}`),
    ],
  };
}
