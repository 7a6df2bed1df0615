import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { GatewrightApp } from "../../src/synth/app";
import { lock, lockFile, release } from "../../src/synth/lock";
import { PocEnvironment } from "../../stacks/1-poc";
import { contentOf, folderWith } from "../support/folder";
import { asYaml, pocConfig } from "../support/poc-config";
import { refusal } from "../support/problems";
import { runCli } from "../support/run-cli";

const MINUTE = 60_000;
/** A process that has gone. */
const GONE = spawnSync(process.execPath, ["--version"]).pid;
/** One that runs as long as this one: what started it. */
const RUNS = process.ppid;

const owner = (changes: object = {}, age = 5 * MINUTE) =>
  JSON.stringify({
    pid: RUNS,
    host: hostname(),
    user: "ada",
    since: new Date(Date.now() - age).toISOString(),
    ...changes,
  });

const FIX = (file: string) =>
  `\n    Wait until it has ended. If it has, and nothing runs there any more, remove ${file}.`;

/** An output with a lock that says this. */
function locked(text: string) {
  const out = join(folderWith(), "cdktf.out");
  const file = lockFile(out);
  writeFileSync(file, text);
  const said: string[] = [];
  return { out, file, said, take: () => lock(out, (one) => said.push(one)) };
}

describe("an output that another process writes is left to it", () => {
  test.each<[what: string, text: string, who: string]>([
    ["on this machine", owner(), `ada on ${hostname()} (process ${RUNS}), since 5 minutes`],
    ["since a moment", owner({}, 1000), `ada on ${hostname()} (process ${RUNS}), since 1 second`],
    ["since long", owner({}, 180 * MINUTE), `ada on ${hostname()} (process ${RUNS}), since 3 hours`],
    ["by a clock that is ahead", owner({}, -MINUTE), `ada on ${hostname()} (process ${RUNS}), since 0 seconds`],
    [
      "on another machine, where nobody can look",
      owner({ host: "build-7", pid: GONE }),
      `ada on build-7 (process ${GONE}), since 5 minutes`,
    ],
    ["by something that wrote no lock", "", "somebody, since 0 seconds"],
    ["by something that wrote another lock", '{"pid":"x"}', "somebody, since 0 seconds"],
  ])("%s", (_, text, who) => {
    const { out, file, said, take } = locked(text);
    expect(refusal(take)).toBe(`${out} is being written by another synth: ${who}${FIX(file)}`);
    expect([readFileSync(file, "utf8"), said]).toEqual([text, []]);
    release(out);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("the command says so, ends with 2 and writes nothing", async () => {
    const folder = folderWith({ "environments/orders.poc.yaml": asYaml(pocConfig()) });
    const out = join(folder, "cdktf.out");
    writeFileSync(lockFile(out), owner());
    const before = contentOf(folder);
    expect(await runCli("synth", "--environments", join(folder, "environments"), "--out", out)).toEqual({
      code: 2,
      out: "",
      err: `${out} is being written by another synth: ada on ${hostname()} (process ${RUNS}), since 5 minutes${FIX(lockFile(out))}\n`,
    });
    expect(contentOf(folder)).toEqual(before);
  });
});

describe("a lock whose process has gone", () => {
  test.each([
    ["with a number that nobody has", GONE],
    ["with the number that this process has, as in a container", process.pid],
  ])("%s is taken over, and that is said", (_, pid) => {
    const { out, file, said, take } = locked(owner({ pid }));
    take();
    expect(said).toEqual([
      `The lock of a synth that has ended was taken over: ada on ${hostname()} (process ${pid}), since 5 minutes.`,
    ]);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: process.pid, user: userInfo().username });
    release(out);
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(join(out, ".."))).toEqual([]);
  });

  test("says since when it is there when its text does not", () => {
    const { out, file, take } = locked("");
    utimesSync(file, new Date(Date.now() - 10 * MINUTE), new Date(Date.now() - 10 * MINUTE));
    expect(refusal(take)).toContain(`${out} is being written by another synth: somebody, since 10 minutes\n`);
  });
});

describe("a synth", () => {
  const app = (out: string) => {
    const made = new GatewrightApp({ outdir: out });
    new PocEnvironment(made, pocConfig());
    return made;
  };

  test("holds the lock while it writes, and gives it back when it ends or fails", () => {
    const out = join(folderWith(), "cdktf.out");
    const seen: unknown[] = [];
    const first = app(out);
    first.environments[0]!.stacks[0]!.node.addValidation({
      validate: () => {
        seen.push(JSON.parse(readFileSync(lockFile(out), "utf8")));
        return seen.length === 1 ? [] : ["not finished"];
      },
    });
    first.synth();
    expect(seen).toMatchObject([{ pid: process.pid, host: hostname() }]);
    expect(readdirSync(join(out, ".."))).toEqual(["cdktf.out"]);
    expect(() => first.synth()).toThrow("not finished");
    expect(readdirSync(join(out, ".."))).toEqual(["cdktf.out"]);
  });

  test("sweeps away what killed ones left beside the same output, and nothing else", () => {
    const left = [`.cdktf.out.${GONE}-1`, `.cdktf.out.${GONE}-12`];
    const others = [`.cdktf.out.${RUNS}-1`, `.other.${GONE}-1`, `.cdktf.out.${GONE}-1.bak`, ".cdktf.out.notes"];
    const folder = folderWith(Object.fromEntries([...left, ...others].map((name) => [`${name}/stacks/x`, ""])));
    app(join(folder, "cdktf.out")).synth();
    expect(readdirSync(folder).sort()).toEqual([...others, "cdktf.out"].sort());
  });
});
