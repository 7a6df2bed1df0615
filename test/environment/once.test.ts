import { join } from "node:path";
import { runCli } from "../support/run-cli";

const mockCalls = new Map<string, number>();

/** A module of which one function counts its calls, and does what it did. */
function mockCounting(module: string, name: string): object {
  const actual = jest.requireActual(module) as Record<string, (...given: unknown[]) => unknown>;
  const counted = (...given: unknown[]) => {
    mockCalls.set(name, (mockCalls.get(name) ?? 0) + 1);
    return actual[name]!(...given);
  };
  return { ...actual, [name]: counted };
}

jest.mock("../../src/config/validate", () => mockCounting("../../src/config/validate", "validateConfig"));
jest.mock("../../src/config/resolve", () => mockCounting("../../src/config/resolve", "resolve"));
jest.mock("../../src/foundation/load", () => mockCounting("../../src/foundation/load", "loadFoundation"));
jest.mock("../../src/plan/build", () => mockCounting("../../src/plan/build", "buildGraph"));
jest.mock("../../src/synth/in-memory", () => mockCounting("../../src/synth/in-memory", "synthesizeInMemory"));

const EXAMPLE = join(__dirname, "../../examples/full-ladder/environments");

/** How often each step was taken during a command line that ended well. */
async function steps(...argv: readonly string[]): Promise<Readonly<Record<string, number>>> {
  mockCalls.clear();
  const { code, err } = await runCli(...argv, "--environments", EXAMPLE);
  expect([code, err]).toEqual([0, ""]);
  return Object.fromEntries(mockCalls);
}

/** The example has four environments and one foundation. */
const FILES = { validateConfig: 4, loadFoundation: 1 };
const ONE_FILE = { validateConfig: 1, loadFoundation: 1 };
const ONE_GENERATION = { resolve: 1, synthesizeInMemory: 1, buildGraph: 1 };

describe("every step from a config to a verdict is taken once", () => {
  test("check of one hardened environment: its neighbours are read, and a proof needs the next generation", async () => {
    expect(await steps("check", "orders-pre-production", "--today", "2027-03-20")).toEqual({
      ...FILES,
      resolve: 2,
      synthesizeInMemory: 2,
      buildGraph: 2,
    });
  });

  test("check of a Pilot: nothing is proved of it", async () => {
    expect(await steps("check", "orders-pilot", "--today", "2027-01-20")).toEqual({ ...FILES, ...ONE_GENERATION });
  });

  test.each(["orders-pre-production", "orders-production"])(
    "report of %s, every section: nobody else's config is asked",
    async (name) => {
      expect(await steps("report", name, "--today", "2027-03-20")).toEqual({ ...ONE_FILE, ...ONE_GENERATION });
    },
  );

  test("prove: two generations, and what another process makes is read as text", async () => {
    expect(await steps("prove", "orders-pre-production", "--no-certificate")).toEqual({
      ...ONE_FILE,
      resolve: 2,
      synthesizeInMemory: 2,
      buildGraph: 2,
    });
  }, 60_000);

  test("prove --verify: what is certified is held against digests, which need no graph", async () => {
    expect(await steps("prove", "orders-pre-production", "--verify")).toEqual({
      ...ONE_FILE,
      resolve: 1,
      synthesizeInMemory: 1,
    });
  });
});
