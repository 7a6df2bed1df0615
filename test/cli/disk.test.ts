import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { unprintable } from "../../src/cli/start";
import { onDisk, refusedByDisk } from "../../src/disk/errno";
import { makeFolder } from "../../src/disk/make-folder";
import { writeWhole } from "../../src/disk/write-whole";
import { tidiedWhenEnded } from "../../src/synth/interrupted";
import { lock } from "../../src/synth/lock";
import { openStaging, stagingOf } from "../../src/synth/staging";
import { contentOf, folderWith } from "../support/folder";
import { asYaml, pocConfig } from "../support/poc-config";
import { refusal } from "../support/problems";
import { runCli } from "../support/run-cli";

const refused = (code: string, syscall: string, path?: string) =>
  Object.assign(new Error(`${code}: x, ${syscall}`), { code, syscall, path });

const project = () => {
  const folder = folderWith({ "environments/orders.poc.yaml": asYaml(pocConfig()), "notes/a.txt": "mine" });
  const run = (command: string, ...argv: string[]) =>
    runCli(command, ...argv, "--environments", join(folder, "environments"));
  return { folder, run, synth: (out: string) => run("synth", "--out", out) };
};

describe("what the system refuses is a line", () => {
  test.each([
    ["EACCES", "open", "x cannot be read: you may not (EACCES)\n    Give yourself the right, or name another place."],
    [
      "EACCES",
      "mkdir",
      "x cannot be written: you may not (EACCES)\n    Give yourself the right, or name another place.",
    ],
    [
      "EROFS",
      "open",
      "x cannot be written: it is on a file system that is read only (EROFS)\n    Name a place that can be written to.",
    ],
    ["ENOSPC", "write", "x cannot be written: the disk is full (ENOSPC)\n    Make room, and run the command again."],
    [
      "ELOOP",
      "open",
      "x cannot be read: it is a link that leads back to itself (ELOOP)\n    Correct the link, or name what it was to lead to.",
    ],
  ])("%s of %s", (code, syscall, says) => {
    expect(refusedByDisk(refused(code, syscall, "x"))?.message).toBe(says);
    expect(refusedByDisk(refused(code, syscall), "x")?.message).toBe(says);
  });

  test("a file that is opened to be written is not said to be read", () => {
    const says = "x cannot be written: you may not (EACCES)\n    Give yourself the right, or name another place.";
    expect(refusedByDisk(refused("EACCES", "open"), "x", true)?.message).toBe(says);
    const open = () => {
      throw refused("EACCES", "open");
    };
    expect(refusal(() => onDisk("x", open, true))).toBe(says);
  });

  test("and no other error is", () => {
    for (const error of [new TypeError("x"), refused("ECONNREFUSED", "connect"), undefined, "x"])
      expect(refusedByDisk(error)).toBeUndefined();
    expect(() =>
      onDisk("x", () => {
        throw new RangeError("y");
      }),
    ).toThrow(RangeError);
  });

  test.each(["/proc/x", "/proc/x/y/z"])("a folder below %s does not hang", (path) => {
    if (!existsSync("/proc/self")) return;
    expect(refusal(() => makeFolder(path))).toMatch(/^\/proc\/x cannot be written: .* \((?:ENOENT|EACCES|EPERM)\)\n/);
  });

  test("a full disk leaves what was there", () => {
    if (!existsSync("/dev/full")) return;
    expect(refusal(() => writeWhole("/dev/full", "x"))).toBe(
      "/dev/full cannot be written: the disk is full (ENOSPC)\n    Make room, and run the command again.",
    );
  });

  test.each(["synth", "check"])("%s below a file ends with 2", async (command) => {
    const { folder, run } = project();
    const out = join(folder, "notes/a.txt/out");
    const { code, err } = await run(command, "--out", out);
    expect({ code, err }).toEqual({
      code: 2,
      err: `${join(folder, "notes/a.txt")} is a file, not a folder\n    Name a folder.\n`,
    });
  });

  test("what is printed too", () => {
    const exit = jest.spyOn(process, "exit").mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    const stderr = jest.spyOn(process.stderr, "write").mockReturnValue(true);
    try {
      expect(() => unprintable(refused("EPIPE", "write"))).toThrow("exit 141");
      expect(stderr).not.toHaveBeenCalled();
      expect(() => unprintable(refused("ENOSPC", "write"))).toThrow("exit 2");
      expect(stderr.mock.calls).toEqual([
        ["what is printed cannot be written: the disk is full (ENOSPC)\n    Make room, and run the command again.\n"],
      ]);
    } finally {
      exit.mockRestore();
      stderr.mockRestore();
    }
  });
});

describe("an output is a folder of its own", () => {
  const FIX = "\n    Name a folder of its own for the output, such as cdktf.out.\n";
  test.each<[what: string, out: (folder: string) => string, says: (folder: string) => string]>([
    ["the configs", (f) => join(f, "environments"), () => "is the folder of the configs"],
    ["the project", (f) => f, () => "holds the configs, so that it cannot be an output folder"],
    ["where one is", () => ".", () => "holds the folder that you are in, so that it cannot be an output folder"],
    [
      "above it",
      () => "..",
      // Where this repository lies beside the folder of the test, what is above both holds the configs too.
      (f) =>
        relative(resolve(".."), f).startsWith("..")
          ? "holds the folder that you are in, so that it cannot be an output folder"
          : "holds the configs, so that it cannot be an output folder",
    ],
    ["home", () => homedir(), () => "holds your home folder, so that it cannot be an output folder"],
    ["the root", () => "/", () => "holds the root of the file system, so that it cannot be an output folder"],
    ["somebody's files", (f) => join(f, "notes"), () => "holds what no synth wrote: a.txt"],
  ])("not %s", async (_, out, says) => {
    const { folder, synth } = project();
    const before = contentOf(folder);
    expect(await synth(out(folder))).toEqual({ code: 2, out: "", err: `${out(folder)} ${says(folder)}${FIX}` });
    expect(contentOf(folder)).toEqual(before);
  });

  test("an empty one, and one that a synth wrote with what is kept beside it, are", async () => {
    const { folder, synth } = project();
    const out = join(folder, "out");
    mkdirSync(out);
    expect((await synth(out)).code).toBe(0);
    writeFileSync(join(out, "notes.md"), "mine");
    expect((await synth(out)).code).toBe(0);
  });
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s in a synth leaves nothing, and ends with %i", async (signal, code) => {
  const folder = folderWith();
  const output = join(folder, "cdktf.out");
  const exit = jest.spyOn(process, "exit").mockImplementation((given) => {
    throw new Error(`exit ${given}`);
  });
  try {
    const work = tidiedWhenEnded(async () => {
      openStaging(stagingOf(output), output, "stacks");
      lock(output, () => {});
      expect(readdirSync(folder)).toHaveLength(2);
      process.emit(signal, signal);
    });
    await expect(work).rejects.toThrow(`exit ${code}`);
  } finally {
    exit.mockRestore();
  }
  expect(readdirSync(folder)).toEqual([]);
});

describe("an old Node", () => {
  const compiled = () => {
    const folder = mkdtempSync(join(tmpdir(), "gatewright-test-"));
    const { transformFileSync } = require("@swc/core") as typeof import("@swc/core");
    const options = {
      swcrc: false,
      module: { type: "commonjs" },
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    };
    writeFileSync(join(folder, "bin.js"), transformFileSync("src/cli/bin.ts", options as never).code);
    return readFileSync(join(folder, "bin.js"), "utf8").replace(/^#!.*\n/, "");
  };
  const run = (version: string) => {
    const said: string[] = [];
    const loaded: string[] = [];
    const process = { versions: { node: version }, stderr: { write: (text: string) => said.push(text) }, exitCode: 0 };
    const require = (name: string) => {
      loaded.push(name);
      return { prepareShortRun: () => {}, start: () => {} };
    };
    runInNewContext(compiled(), { process, require, exports: {} });
    return { said: said.join(""), loaded, code: process.exitCode };
  };

  test.each(["0.12.18", "18.20.8", "19.9.0"])("%s is told which is needed, before anything is loaded", (version) => {
    expect(run(version)).toEqual({
      said: `gatewright needs Node 20 or later, and this is Node ${version}.\n    Install a later one: https://nodejs.org/en/download\n`,
      loaded: [],
      code: 2,
    });
  });

  test.each(["20.0.0", "22.1.0", "100.0.0"])("%s is not", (version) => {
    expect(run(version)).toEqual({ said: "", loaded: ["./short-run", "./start"], code: 0 });
  });

  test("reads the file: it has no syntax that is younger than Node 6, and asks for what package.json asks for", () => {
    expect(compiled()).not.toMatch(/\?\.|\?\?|\basync\b|\bimport\s*\(|\.\.\.|\bclass\b|node:/);
    const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(engines.node).toBe(`>=${/NEEDED = (\d+)/.exec(readFileSync("src/cli/bin.ts", "utf8"))?.[1]}`);
  });
});
