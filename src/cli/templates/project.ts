import type { ProjectStart } from "./start";

interface OwnManifest {
  readonly engines: { readonly node: string };
  readonly devDependencies: Readonly<Record<string, string>>;
}

const COMPILER_AND_TESTS = ["@swc/core", "@swc/jest", "@types/jest", "@types/node", "jest", "ts-node", "typescript"];

/** package.json, with the versions that this version of Gatewright is tested with. */
export function manifest({ product, vendored }: ProjectStart): string {
  const own = require("gatewright/package.json") as OwnManifest;
  const versions = COMPILER_AND_TESTS.map((name) => [name, own.devDependencies[name]]);
  const content = {
    name: `${product}-infrastructure`,
    version: "0.0.0",
    private: true,
    engines: own.engines,
    scripts: { check: "gatewright check", synth: "gatewright synth", test: "jest", typecheck: "tsc" },
    dependencies: { gatewright: `file:${vendored.path}` },
    devDependencies: Object.fromEntries(versions),
    jest: {
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" } } }] },
    },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

export function tsconfig(): string {
  const content = {
    compilerOptions: {
      target: "ES2022",
      module: "Node16",
      moduleResolution: "Node16",
      strict: true,
      esModuleInterop: true,
      skipLibCheck: true,
      noEmit: true,
      types: ["node", "jest"],
    },
    include: ["main.ts", "environments", "test"],
    "ts-node": { swc: true },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** What a synth that was killed leaves beside its output, until the next one sweeps it away. */
const LEFT_BY_A_SYNTH = [".*.[0-9]*-[0-9]*/", ".*.lock", ".*.lock.[0-9]*"];

export function gitignore(): string {
  return [
    "node_modules/",
    "cdktf.out/",
    ...LEFT_BY_A_SYNTH,
    "state/",
    ".terraform/",
    "*.tfstate",
    "*.tfstate.*",
    "# A fresh machine installs from here, whatever your own settings ignore.",
    "!vendor/*.tgz",
    "",
  ].join("\n");
}

export function readme({ product, vendored }: ProjectStart): string {
  return `# ${product}: infrastructure

Azure environments of ${product}, one file each in \`environments/\`, made by Gatewright.

| command | what it does |
| --- | --- |
| \`npm install\` | Gatewright from \`vendor/\`, the rest from npm |
| \`npm test\` | the environments pass their gates and expose what they should |
| \`npm run typecheck\` | \`main.ts\`, tests and extensions: what runs is not type-checked |
| \`npx gatewright check\` | the gate as of today, with expiry dates |
| \`npx gatewright synth\` | Terraform in \`cdktf.out/\`, and \`FIRST-APPLY.md\` with the steps of a first apply |

Gatewright is not on npm yet, so it lies in \`${vendored.path}\`: commit it, and \`package-lock.json\`. For a newer version
put its tarball there, name it in \`package.json\` and run \`npm install\`.

A POC's state is in \`state/\`, beside this file and outside Git: keep it until the POC is destroyed.
Secrets never go into these files: name them under \`secrets\` and seed them as \`FIRST-APPLY.md\` says.
`;
}
