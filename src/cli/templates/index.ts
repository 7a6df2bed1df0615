import { environmentFile } from "./environment";
import { gateTest, program } from "./program";
import { gitignore, manifest, readme, tsconfig } from "./project";
import { workflow } from "./workflow";

/** What a new project is made for. */
export interface Start {
  /** The product's short name, for example `orders`. */
  readonly product: string;
  /** Day the POC is created, `2026-11-21`. */
  readonly created: string;
  readonly expires: string;
  /** The placeholder that the team replaces by an address of its own. */
  readonly owner: string;
}

/** One file of a new project. */
export interface ProjectFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** What it is, in a few words. */
  readonly about: string;
}

/** Every file of a new project, the one that matters most first. */
export function projectFiles(start: Start): readonly ProjectFile[] {
  return [
    { path: `environments/${start.product}.poc.yaml`, text: environmentFile(start), about: "the POC" },
    { path: "main.ts", text: program(), about: "the program that cdktf runs" },
    { path: "test/gates.test.ts", text: gateTest(start), about: "the POC passes its gate" },
    { path: ".github/workflows/gates.yml", text: workflow(), about: "the gate on every pull request and every day" },
    { path: "package.json", text: manifest(start), about: "dependencies and commands" },
    { path: "tsconfig.json", text: tsconfig(), about: "TypeScript" },
    { path: "cdktf.json", text: cdktf(start), about: "for the cdktf CLI" },
    { path: ".gitignore", text: gitignore(), about: "state and output stay out of Git" },
    { path: "README.md", text: readme(start), about: "what is where" },
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
