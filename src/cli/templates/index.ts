import { environmentFile } from "./environment";
import { gateTest, program } from "./program";
import { gitignore, manifest, readme, tsconfig } from "./project";
import type { ProjectStart, Start } from "./start";
import { workflow } from "./workflow";

/** One file of a new project. */
export interface ProjectFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Buffer;
  /** What it is, in a few words. */
  readonly about: string;
}

/** Every file of a new project, the one that matters most first. */
export function projectFiles(start: ProjectStart): readonly ProjectFile[] {
  return [
    { path: `environments/${start.product}.poc.yaml`, content: environmentFile(start), about: "the POC" },
    { path: "main.ts", content: program(), about: "the program that cdktf runs" },
    { path: "test/gates.test.ts", content: gateTest(start), about: "the POC passes its gate" },
    { path: ".github/workflows/gates.yml", content: workflow(), about: "the gate on every pull request and every day" },
    { path: "package.json", content: manifest(start), about: "dependencies and commands" },
    { path: "tsconfig.json", content: tsconfig(), about: "TypeScript" },
    { path: "cdktf.json", content: cdktf(start), about: "for the cdktf CLI" },
    { ...start.vendored, about: "this version of Gatewright, which is not on npm yet" },
    { path: ".gitignore", content: gitignore(), about: "state and output stay out of Git" },
    { path: "README.md", content: readme(start), about: "what is where" },
  ];
}

function cdktf({ product }: Start): string {
  const config = {
    language: "typescript",
    app: "node -r ts-node/register main.ts",
    projectId: product,
    sendCrashReports: "false",
    terraformProviders: [],
    terraformModules: [],
    context: {},
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
