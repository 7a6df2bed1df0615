import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { folderWith } from "../support/folder";
import { runCli } from "../support/run-cli";
import { check, poc } from "./checked";

// What Terraform makes of each change was tried with Terraform 1.11.

const project = poc();
const STACKS = ["orders-poc-platform", "orders-poc-services"];

beforeAll(async () => {
  const out = join(project, "cdktf.out");
  expect((await runCli("synth", "--environments", project, "--out", out)).code).toBe(0);
}, 60_000);

/** A change of one stack's folder; a seed decides where. */
type Change = (folder: string, seed: number) => void;

// biome-ignore lint/suspicious/noExplicitAny: any JSON, edited in place
type Json = any;

const stackFile = (folder: string) => join(folder, "cdk.tf.json");
const rewrite =
  (change: (json: Json, seed: number) => string): Change =>
  (folder, seed) =>
    writeFileSync(stackFile(folder), change(JSON.parse(readFileSync(stackFile(folder), "utf8")), seed));
const beside =
  (names: readonly string[], text = "{}"): Change =>
  (folder, seed) =>
    writeFileSync(join(folder, names[seed % names.length]!), text);

/** Every object of a value, the value first. */
function objectsIn(value: Json): Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (value === null || typeof value !== "object") return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

const oneOf = <T>(list: readonly T[], seed: number): T => list[seed % list.length]!;
const filled = (json: Json) => objectsIn(json).filter((one) => Object.keys(one).length > 0);

function shuffled(value: Json, seed: number): Json {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, seed));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, one]): [string, Json] => [key, shuffled(one, seed)]);
  const at = seed % Math.max(entries.length, 1);
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse());
}

/** The text of a value in which one key stands twice, the same or another value first. */
function withKeyTwice(json: Json, seed: number): string {
  const target = oneOf(filled(json), seed);
  const key = oneOf(Object.keys(target), seed);
  const twin = seed % 2 === 0 ? target[key] : {};
  const marker = "written-twice";
  target[marker] = twin;
  const spelled = seed % 3 === 0 ? `\\u${key.charCodeAt(0).toString(16).padStart(4, "0")}${key.slice(1)}` : key;
  const text = JSON.stringify(json).replace(`"${marker}"`, JSON.stringify(key));
  return seed % 3 === 0 ? text.replace(JSON.stringify(key), `"${spelled}"`) : text;
}

/** Nothing that Terraform would do is changed. */
const SAME: Readonly<Record<string, Change>> = {
  "keys in another order": rewrite((json, seed) => JSON.stringify(shuffled(json, seed))),
  "other white space": rewrite((json, seed) => `\n\t${JSON.stringify(json, null, seed % 9)}\r\n`),
  "keys spelled with escapes": rewrite((json) =>
    JSON.stringify(json).replaceAll(
      /"([a-z])(\w*)":/g,
      (_, first, rest) => `"\\u00${first.charCodeAt(0).toString(16)}${rest}":`,
    ),
  ),
  "lists of one where objects stood": rewrite((json, seed) => {
    const type = oneOf(Object.keys(json.resource), seed);
    const name = oneOf(Object.keys(json.resource[type]), seed);
    if (seed % 2 === 0) json.resource[type][name] = [json.resource[type][name]];
    if (seed % 3 === 0) json.resource[type] = [json.resource[type]];
    json.resource = seed % 5 === 0 ? [json.resource] : json.resource;
    return JSON.stringify(json);
  }),
  "types spread over a list": rewrite((json) =>
    JSON.stringify({ ...json, resource: Object.entries(json.resource).map(([type, named]) => ({ [type]: named })) }),
  ),
  "files that nobody loads": beside([
    "notes.md",
    "x.tfvars",
    ".more.tf",
    "more.tf~",
    "#more.tf#",
    "a.tftest.hcl",
    ".terraform.lock.hcl",
  ]),
  "folders that nobody loads": (folder, seed) => {
    const place = join(folder, oneOf([".terraform/modules/x", "tests", "more.tf", "sub"], seed));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "main.tf"), "");
  },
  "a link to the same text": (folder) => {
    renameSync(stackFile(folder), join(folder, "kept.json"));
    symlinkSync("kept.json", stackFile(folder));
  },
};

/** Terraform would do something else, or refuse. */
const OTHER: Readonly<Record<string, Change>> = {
  "a file that is loaded": beside([
    "more.tf.json",
    "override.tf.json",
    "a_override.tf.json",
    "terraform.tfvars.json",
    "a.auto.tfvars.json",
    ".a.auto.tfvars.json",
    "more.tofu.json",
    "MORE.tf",
  ]),
  "a link that is loaded": (folder, seed) =>
    symlinkSync(oneOf(["../x", "cdk.tf.json", "/etc"], seed), join(folder, oneOf(["more.tf", "x.auto.tfvars"], seed))),
  "a key that stands twice": rewrite(withKeyTwice),
  "another value": rewrite((json, seed) => {
    const target = oneOf(filled(json), seed);
    const key = oneOf(Object.keys(target), seed);
    const other = oneOf([null, "other", [{ a: 1 }], [[{ a: 1 }]], 17.5], seed);
    target[key] = JSON.stringify(target[key]) === JSON.stringify(other) ? "another" : other;
    return JSON.stringify(json);
  }),
  "a key that is gone": rewrite((json, seed) => {
    const target = oneOf(filled(json), seed);
    delete target[oneOf(Object.keys(target), seed)];
    return JSON.stringify(json);
  }),
  "a key more": rewrite((json, seed) => {
    oneOf(objectsIn(json), seed)["added"] = true;
    return JSON.stringify(json);
  }),
  "a resource twice in a list": rewrite((json) =>
    JSON.stringify({ ...json, resource: [json.resource, json.resource] }),
  ),
  "a list in a list": rewrite((json) => JSON.stringify({ ...json, resource: [[json.resource]] })),
  "a list around everything": rewrite((json) => JSON.stringify([json])),
  "text after the end": rewrite((json) => `${JSON.stringify(json)} {}`),
  "an end in the middle": (folder, seed) => {
    const text = readFileSync(stackFile(folder), "utf8");
    writeFileSync(stackFile(folder), text.slice(0, seed % (text.length - 2)));
  },
  "another name": (folder) => renameSync(folder, `${folder}-2`),
  "another name of the file": (folder, seed) =>
    renameSync(stackFile(folder), join(folder, oneOf(["main.tf.json", "CDK.TF.JSON", "cdk.tf"], seed))),
  "no folder": (folder) => rmSync(folder, { recursive: true }),
};

const changed = async (change: Change, seed: number, digests = true): Promise<number> => {
  const copy = folderWith();
  cpSync(project, copy, { recursive: true });
  if (!digests) rmSync(join(copy, "cdktf.out/environments"), { recursive: true });
  change(join(copy, "cdktf.out/stacks", oneOf(STACKS, seed)), seed);
  const { code } = await check(copy, "poc", "--dir", join(copy, "cdktf.out"));
  rmSync(copy, { recursive: true });
  return code;
};

const seeds = fc.nat({ max: 100_000 });

test.each(Object.entries(SAME))("%s: what is applied is the same, and admitted", async (_, change) => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => expect(await changed(change, seed)).toBe(0)),
    { numRuns: 6 },
  );
});

test.each(Object.entries(OTHER))("%s: what is applied is something else, and not admitted", async (_, change) => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => expect(await changed(change, seed)).not.toBe(0)),
    { numRuns: 12 },
  );
});

/** What is refused without knowing what a synth wrote. */
const FOREIGN = [
  "a file that is loaded",
  "a link that is loaded",
  "a key that stands twice",
  "a resource twice in a list",
  "a list in a list",
  "a list around everything",
  "text after the end",
] as const;

test.each(FOREIGN)("%s: refused also in a folder without digests", async (name) => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => expect(await changed(OTHER[name]!, seed, false)).toBe(2)),
    { numRuns: 6 },
  );
});
