/*
 * The words of the test runner, in a process that has none: what tests share can be loaded, and test files can be run for
 * what they give to the product, without looking at what they expect. Import this before anything that says `test`.
 */
/** Stands for everything that an expectation can be asked. */
// biome-ignore lint/suspicious/noExplicitAny: it answers whatever a test calls
const anything: any = new Proxy(() => {}, {
  get: (_, key) => (key === "then" ? undefined : key === Symbol.toPrimitive ? () => "" : anything),
  apply: () => anything,
  construct: () => anything,
});

type Body = (...row: unknown[]) => unknown;

const bodies: (() => unknown)[] = [];
const after: (() => unknown)[] = [];
const once = (_: string, body: Body) => bodies.push(() => body());
const each =
  (take: (name: string, body: Body) => unknown) => (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of rows) take(name, () => (Array.isArray(row) ? body(...row) : body(row)));
  };
const test = Object.assign(once, { each: each(once), only: once, skip: () => {} });
const group = (_: string, body: Body) => void body();
const describe = Object.assign(group, { each: each(group) });
Object.assign(globalThis, {
  describe,
  test,
  it: test,
  expect: anything,
  jest: anything,
  beforeAll: (body: Body) => bodies.push(body),
  beforeEach: (body: Body) => bodies.push(body),
  afterAll: (body: Body) => after.push(body),
  afterEach: () => {},
});

/** Loads test files and runs their bodies in order; a body that ends early has been asked what it had to give. */
export async function runWithoutRunner(files: readonly string[]): Promise<void> {
  const kept = [process.stdout.write, process.stderr.write] as const;
  process.stdout.write = process.stderr.write = () => true;
  for (const file of files) require(file);
  for (const body of [...bodies, ...after])
    try {
      await body();
    } catch {
      // What it gave is kept, and what it expected is the runner's matter.
    }
  [process.stdout.write, process.stderr.write] = kept;
}
