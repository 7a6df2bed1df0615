import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { installPackage, ROOT, run } from "../package/installed";
import { folderWith } from "../support/folder";
import { blocksIn, DOCUMENTS, textOf } from "./blocks";

let folder: string;

beforeAll(() => {
  folder = folderWith();
  installPackage(folder, { types: false });
}, 60_000);

/** Commands of a new project, in order, with the exit code that a comment announces. */
const commands = blocksIn("sh").flatMap(([title, { text }]) =>
  text
    .split("\n")
    .map((line) => line.replace(/^npx --package \S+ gatewright/, "npx gatewright"))
    .filter((line) => /^(?:npx gatewright|npm test)\b/.test(line))
    .map((line): [title: string, command: string, code: number] => {
      const [command = "", comment = ""] = line.split(/\s+#\s/);
      return [title, command.trim(), Number(/\bexit (\d)\b/.exec(comment)?.[1] ?? 0)];
    }),
);

test("there is something to run", () => {
  expect(commands.map(([, command]) => command)).toEqual(
    expect.arrayContaining(["npx gatewright init orders", "npm test", "npx gatewright synth"]),
  );
});

test.each(commands)(
  "%s: %s",
  (_title, command, code) => {
    const { code: ended, out } = run(folder, "sh", "-c", command);
    expect({ code: ended, out }).toEqual({ code, out: expect.any(String) });
  },
  60_000,
);

test.each(blocksIn("sh"))("%s is a script that bash reads", (_title, { text }) => {
  const { status, stderr } = spawnSync("bash", ["-n"], { input: text, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
});

test("the index names every page, and the README the index", () => {
  const listed = [...textOf("docs/README.md").matchAll(/^\| \[([\w-]+\.md)\]/gm)].map(([, page]) => `docs/${page}`);
  const pages = DOCUMENTS.filter((path) => path.startsWith("docs/") && path !== "docs/README.md");
  expect(listed.sort()).toEqual(pages.sort());
  expect(textOf("README.md")).toContain("](docs/README.md)");
});

const transcripts = blocksIn("text").filter(([, { text }]) => text.startsWith("$ npx gatewright "));

test.each(transcripts)("%s shows what the command prints, with … for lines that are left out", (_title, { text }) => {
  const project = join(folder, "shown");
  const gatewright = join(folder, "node_modules/.bin/gatewright");
  if (!existsSync(project)) run(folder, gatewright, "init", "orders", "--folder", project, "--today", "2026-11-21");
  const [command = "", ...shown] = text.trimEnd().split("\n");
  const { out } = run(project, gatewright, ...command.split(" ").slice(3));
  const expected = shown.map((line) => (line === "…" ? "(?:.*\\n)*" : `${literal(line)}\\n`)).join("");
  expect(out).toMatch(new RegExp(`^${expected}$`));
});

function literal(line: string): string {
  return line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

test("the README's table of commands is what --help lists", () => {
  const { out } = run(folder, "gatewright", "--help");
  const listed = [...out.matchAll(/^ {2}(\w+) (?:\[|<)/gm)].map(([, name]) => name);
  const documented = [...textOf("README.md").matchAll(/^\| `gatewright (\w+)/gm)].map(([, name]) => name);
  expect([...new Set(documented)].sort()).toEqual(listed.sort());
});

test.each(DOCUMENTS)("every link in %s leads somewhere", (document) => {
  const links = [...textOf(document).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target!);
  const local = links.filter((target) => !target.startsWith("https://"));
  expect(local.filter((target) => !existsSync(join(ROOT, dirname(document), target)))).toEqual([]);
});
