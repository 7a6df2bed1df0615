import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(__dirname, "..");
const LAYERS = ["src", "constructs", "stacks", "examples"] as const;

const files = LAYERS.flatMap((layer) =>
  readdirSync(join(ROOT, layer), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !/cdktf\.out|node_modules/.test(file))
    .map((file) => join(layer, file)),
);
const sources = new Map(
  files.map((file) => [
    file,
    ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.ES2022, true),
  ]),
);

/** Every node of a file. */
function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** What a file imports, statically, dynamically, as a type or by `require`. */
function importsOf(source: ts.SourceFile): string[] {
  return [...nodesOf(source)].flatMap((node) => {
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : ts.isCallExpression(node) &&
              (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require")
            ? node.arguments[0]
            : undefined;
    return named && ts.isStringLiteral(named) ? [named.text] : [];
  });
}

const edges = [...sources].flatMap(([file, source]) =>
  importsOf(source).map((to) => ({
    file,
    to,
    target: to.startsWith(".") ? relative(ROOT, resolve(ROOT, dirname(file), to)) : undefined,
  })),
);
const layerOf = (path: string) => path.split("/")[0] ?? "";
const from = (edge: (typeof edges)[number]) => `${edge.file} → ${edge.target ?? edge.to}`;

test("the layers hold files, so that the rules below judge something", () => {
  const counts = LAYERS.map((layer) => files.filter((file) => layerOf(file) === layer).length);
  expect(Math.min(...counts)).toBeGreaterThan(1);
  expect(edges.length).toBeGreaterThan(300);
});

describe("imports point one way", () => {
  /** Turns a config into stacks on request, and loads them in the functions that need them. */
  const ON_REQUEST = "src/environment/stacks.ts";
  const reachesUp = ({ file, target }: (typeof edges)[number]) =>
    layerOf(file) === "src" && target !== undefined && layerOf(target) === "stacks";

  test("examples → stacks → constructs → src", () => {
    const rank = (path: string) => LAYERS.indexOf(layerOf(path) as (typeof LAYERS)[number]);
    const wrong = edges.filter((edge) => edge.target && rank(edge.target) > rank(edge.file) && !reachesUp(edge));
    expect(wrong.map(from)).toEqual([]);
  });

  test("within src, one file reaches up to the stacks", () => {
    const files = edges.filter(reachesUp).map(({ file }) => file);
    expect([...new Set(files)]).toEqual([ON_REQUEST]);
  });

  test("what is known of Azure imports nothing of the product", () => {
    const inside = edges.filter(({ file }) => file.startsWith("src/azure/"));
    expect(inside.length).toBeGreaterThan(100);
    expect(inside.filter(({ target }) => target && !target.startsWith("src/azure")).map(from)).toEqual([]);
  });

  test("and they load them when they are needed, not before", () => {
    const eager = [...sources].flatMap(([file, source]) =>
      source.statements
        .filter((node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
        .filter((node) => !("importClause" in node && node.importClause?.isTypeOnly))
        .filter((node) => layerOf(file) === "src" && /\/stacks\//.test(node.moduleSpecifier?.getText() ?? ""))
        .map(() => file),
    );
    expect(eager).toEqual([]);
  });

  test("the emulated Azure knows Azure's types and how Terraform is run, and nothing of Gatewright's stages or policies", () => {
    const emulator = edges.filter(({ file }) => file.startsWith("src/emulator/"));
    expect(emulator.length).toBeGreaterThan(100);
    const wrong = emulator.filter(
      ({ file, target }) =>
        target &&
        !/^src\/(emulator|azure)\//.test(target) &&
        !(file.startsWith("src/emulator/run/") && target.startsWith("src/rehearsal/")),
    );
    expect(wrong.map(from)).toEqual([]);
  });

  test("nothing imports a test", () => {
    expect(edges.filter(({ target }) => target?.startsWith("test/")).map(from)).toEqual([]);
  });

  test("relative imports lead to files that exist", () => {
    const known = new Set(files.flatMap((file) => [file.replace(/\.ts$/, ""), file.replace(/\/index\.ts$/, "")]));
    const missing = edges.filter(({ target }) => target !== undefined && !known.has(target.replace(/\.[jt]s$/, "")));
    expect(missing.filter(({ target }) => !/\.json$|package\.json/.test(target ?? "")).map(from)).toEqual([]);
  });
});

describe("within src, a folder knows those below it", () => {
  /** Bottom first. `errors.ts` is what everybody says problems with; `index.ts` is the package's face. */
  const ORDER = [
    ...["azure", "secrets", "display", "errors.ts", "disk", "stages", "plan", "config", "reach", "cost", "evidence"],
    ...["promise", "policy", "foundation", "report", "steps", "synth", "exposure", "residency", "replacement"],
    ...["rehearsal", "recreation", "emulator", "diff", "promotion", "environment", "testing", "cli", "index.ts"],
  ];
  const folderOf = (path: string) => path.split("/")[1] ?? "";
  const inside = edges
    .filter(({ file, target }) => layerOf(file) === "src" && target !== undefined && layerOf(target) === "src")
    .map((edge) => ({ ...edge, target: targetFile(edge.target ?? "") }));

  /** The file that an import means: imports leave out `.ts` and `/index`. */
  function targetFile(target: string): string {
    return [`${target}.ts`, `${target}/index.ts`].find((file) => sources.has(file)) ?? target;
  }

  test("every folder has its place", () => {
    const folders = [...new Set(files.filter((file) => layerOf(file) === "src").map(folderOf))].sort();
    expect(folders).toEqual([...ORDER].sort());
  });

  test("no import points up, those of types included", () => {
    const rank = (path: string) => ORDER.indexOf(folderOf(path));
    expect(inside.filter(({ file, target }) => rank(target) > rank(file)).map(from)).toEqual([]);
  });

  test("no circle of files but the core of the plan's graph", () => {
    const after = new Map<string, readonly string[]>();
    for (const { file, target } of inside) after.set(file, [...(after.get(file) ?? []), target]);
    const reached = (start: string) => {
      const seen = new Set<string>();
      const open = [...(after.get(start) ?? [])];
      for (let file = open.pop(); file !== undefined; file = open.pop()) {
        if (seen.has(file)) continue;
        seen.add(file);
        open.push(...(after.get(file) ?? []));
      }
      return seen;
    };
    expect([...after.keys()].filter((file) => reached(file).has(file)).sort()).toEqual(
      ["arm-ids", "graph", "newer-names", "reference", "resource"].map((name) => `src/plan/${name}.ts`),
    );
  });
});

describe("packages", () => {
  test("the provider is imported by resource, never through its barrel", () => {
    const provider = edges.filter(({ to }) => to.startsWith("@cdktf/provider-azurerm"));
    expect(provider.length).toBeGreaterThan(15);
    expect(provider.filter(({ to }) => !/^@cdktf\/provider-azurerm\/lib\/[a-z0-9-]+$/.test(to)).map(from)).toEqual([]);
  });

  test("the folder constructs does not hide the package of that name", () => {
    expect(relative(ROOT, require.resolve("constructs"))).toMatch(/^node_modules\/constructs\//);
    const { options } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config,
      ts.sys,
      ROOT,
    );
    expect([options.baseUrl, options.paths]).toEqual([undefined, undefined]);
    const found = ts.resolveModuleName("constructs", join(ROOT, "stacks/1-poc.ts"), options, ts.sys).resolvedModule;
    expect(found?.resolvedFileName).toContain("/node_modules/constructs/");
  });

  test("everything that is imported is a dependency, or comes with Node", () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    const packages = edges
      .filter(({ to, file }) => !to.startsWith(".") && layerOf(file) !== "examples")
      .map((edge) => ({ ...edge, name: edge.to.split("/", edge.to.startsWith("@") ? 2 : 1).join("/") }))
      .filter(({ name }) => !name.startsWith("node:") && !builtinModules.includes(name));
    const extra = packages.filter(({ name }) => !Object.hasOwn(dependencies, name)).map(from);
    // The user's own compilers, asked for only where a file is TypeScript; and the package itself, in what init writes.
    const known = [
      "src/config/require-file.ts → ts-node",
      "src/cli/type-check.ts → typescript",
      "src/cli/templates/project.ts → gatewright/package.json",
    ];
    expect(extra.filter((edge) => !known.includes(edge) && !edge.startsWith("src/testing/"))).toEqual([]);
  });
});

describe("synthesis sees nothing but the config", () => {
  /** Files in which reading the surroundings is the purpose, by what they may read. */
  const ALLOWED: Readonly<Record<string, readonly string[]>> = {};
  const PURE = ["src/azure/", "src/config/", "src/stages/", "src/cost/", "src/steps/", "constructs/", "stacks/"];

  /** What depends on the moment, the machine or chance. */
  function surroundings(source: ts.SourceFile): string[] {
    return [...nodesOf(source)].flatMap((node) => {
      if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
        return ["new Date()"];
      if (ts.isCallExpression(node) && node.expression.getText() === "Date") return ["Date()"];
      if (!ts.isPropertyAccessExpression(node)) return [];
      const text = node.getText();
      return /^(?:Date\.now|Math\.random|performance\.now|process\.(?:env|cwd|pid|platform|hrtime|argv)|os\.\w+|crypto\.random\w+)$/.test(
        text,
      )
        ? [text]
        : [];
    });
  }

  test("no clock, no chance, no environment variable and no working directory", () => {
    const found = [...sources]
      .filter(([file]) => PURE.some((folder) => file.startsWith(folder)))
      .flatMap(([file, source]) =>
        surroundings(source)
          .filter((what) => !ALLOWED[file]?.includes(what))
          .map((what) => `${file}: ${what}`),
      );
    expect(found).toEqual([]);
  });

  test("no import of what gives them", () => {
    const giving = /^(?:node:)?(?:os|child_process|http|https|net|dns|timers|perf_hooks|worker_threads)(?:\/|$)/;
    const pure = edges.filter(({ file }) => PURE.some((folder) => file.startsWith(folder)));
    expect(pure.filter(({ to }) => giving.test(to)).map(from)).toEqual([]);
  });

  test("the rule sees what it forbids", () => {
    const sample = ts.createSourceFile(
      "sample.ts",
      "new Date(); new Date(0); Date.now(); Math.random(); Math.max(1); process.env.HOME; process.env['A']; process.cwd();",
      ts.ScriptTarget.ES2022,
      true,
    );
    expect(surroundings(sample)).toEqual([
      "new Date()",
      "Date.now",
      "Math.random",
      "process.env",
      "process.env",
      "process.cwd",
    ]);
  });
});

describe("files", () => {
  test("none is longer than 400 lines, but for tables", () => {
    const long = [...sources].filter(([, source]) => source.getLineStarts().length > 400).map(([file]) => file);
    expect(long).toEqual([]);
  });
});
