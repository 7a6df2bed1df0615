import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import type { LoadedEnvironment } from "../config/loaded";
import type { Problem } from "../errors";

type Compiler = typeof import("typescript");

/** The TypeScript files that environments are extended by. */
export function extensionsOf(environments: readonly LoadedEnvironment[]): string[] {
  const files = environments.flatMap(({ file, config }) =>
    config.extend === undefined ? [] : [resolve(dirname(file), config.extend)],
  );
  return [...new Set(files)].filter((file) => /\.[cm]?ts$/.test(file) && existsSync(file));
}

/**
 * What the project's own compiler finds wrong in these files and in what they import of the project. They are loaded
 * without their types being looked at, so that a misspelt property is left out in silence. Nothing is found where there
 * is no compiler, or no `tsconfig.json` to say what it should hold them to.
 *
 * @param files  absolute paths
 */
export function typeProblems(files: readonly string[]): Problem[] {
  const [first] = files;
  if (first === undefined) return [];
  const ts = compilerBeside(first);
  const settings = ts?.findConfigFile(dirname(first), ts.sys.fileExists);
  if (ts === undefined || settings === undefined) return [];
  const { config } = ts.readConfigFile(settings, ts.sys.readFile);
  const own = { ...config, include: [], files };
  const { options } = ts.parseJsonConfigFileContent(own, ts.sys, dirname(settings), undefined, settings);
  const program = ts.createProgram(files, {
    ...options,
    noEmit: true,
    skipLibCheck: true,
    // The globals of tests are many, and nothing for an extension.
    ...(options.types && { types: options.types.filter((name) => name !== "jest") }),
  });
  return program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file))
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, start = 0, code, messageText }) => {
      const { line, character } = file!.getLineAndCharacterOfPosition(start);
      const [says = ""] = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n");
      return {
        path: "extend",
        says: `${says} (TS${code})`,
        fix: "What runs is not held to its types: Terraform would refuse it, or never see it. npx tsc looks at the whole project.",
        at: { file: relative(process.cwd(), file!.fileName), line: line + 1, column: character + 1 },
      };
    });
}

/** The compiler of the project, where it has one that can be asked. */
function compilerBeside(file: string): Compiler | undefined {
  try {
    const ts = createRequire(join(dirname(file), "_"))("typescript") as Partial<Compiler>;
    return typeof ts.createProgram === "function" ? (ts as Compiler) : undefined;
  } catch {
    return undefined;
  }
}
