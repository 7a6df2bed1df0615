import { loadEnvironments } from "../../src/config/load";
import { folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";
import { asYaml, type Changes, pocConfig } from "../support/poc-config";
import { preProductionConfig } from "../support/pre-production";
import { refusal } from "../support/problems";
import { productionConfig } from "../support/production";

const CONFIGS = { pilot: pilotConfig, "pre-production": preProductionConfig, production: productionConfig };
type Hardened = keyof typeof CONFIGS;

/** One environment file, with some fields written otherwise. */
function file(stage: Hardened, changes: Changes = {}, workload = "orders") {
  const config = CONFIGS[stage]();
  const promotion = { ...config.promotion, from: config.promotion.from.replace("orders", workload) };
  return { [`${workload}.${stage}.yaml`]: asYaml({ ...config, workload, promotion, ...changes }) };
}
const LADDER = { ...file("pilot"), ...file("pre-production"), ...file("production") };

/** What is said of the environments of a folder, the folder's own path left out. */
function told(files: Readonly<Record<string, string>>): string {
  const folder = folderWith({ "orders.poc.yaml": asYaml(pocConfig()), ...files });
  return refusal(() => loadEnvironments([], folder)).replaceAll(`${folder}/`, "");
}

/** The line on which a key stands in a file that {@link file} writes. */
const lineOf = (text: string, key: string) => text.split("\n").findIndex((line) => line.startsWith(`${key}:`)) + 1;

test("the whole ladder of a product, each with a network of its own, is accepted", () => {
  expect(told(LADDER)).toBe("");
});

describe("networks of one workload", () => {
  const says = (stage: Hardened, network: string, other: string) => {
    const place = `orders.${stage}.yaml:${lineOf(file(stage, { network })[`orders.${stage}.yaml`]!, "network")}:1`;
    return `${place}  network must not overlap the network of ${other}, got ${network}\n    Give each environment a range of its own.   (NET-11)`;
  };

  test.each([
    ["the same one", "10.30.0.0/22"],
    ["inside the other", "10.30.2.0/23"],
    ["around the other", "10.30.0.0/16"],
  ])("must not overlap: %s", (_, network) => {
    expect(told({ ...LADDER, ...file("production", { network }) })).toBe(
      says("production", network, "orders-pre-production (10.30.0.0/22)"),
    );
  });

  test("that overlap several are told once for each", () => {
    expect(told({ ...LADDER, ...file("production", { network: "10.16.0.0/12" }) })).toBe(
      [
        says("production", "10.16.0.0/12", "orders-pilot (10.20.0.0/22)"),
        says("production", "10.16.0.0/12", "orders-pre-production (10.30.0.0/22)"),
      ].join("\n"),
    );
  });

  test.each(["10.29.252.0/22", "10.30.4.0/22"])("may touch: %s", (network) => {
    expect(told({ ...LADDER, ...file("production", { network }) })).toBe("");
  });

  test("may be those of another workload, which is never joined with it", () => {
    expect(told({ ...LADDER, ...file("pilot", {}, "billing") })).toBe("");
  });
});

const ONE = "One foundation keeps the states and identities of all environments of a workload.   (REC-07)";

describe("the foundation of a workload", () => {
  test("is one: the states and identities of all its environments are in it", () => {
    const foundation = "company.foundation.yaml";
    const text = file("production", { foundation });
    expect(told({ ...LADDER, ...text })).toBe(
      `orders.production.yaml:${lineOf(text["orders.production.yaml"]!, "foundation")}:1  foundation must be orders.foundation.yaml, on which orders-pilot stands, got ${foundation}\n    ${ONE}`,
    );
  });

  test("is what the others say, so that the odd one out is told, wherever it stands", () => {
    const foundation = "company.foundation.yaml";
    const text = file("pilot", { foundation });
    expect(told({ ...LADDER, ...text })).toBe(
      `orders.pilot.yaml:${lineOf(text["orders.pilot.yaml"]!, "foundation")}:1  foundation must be orders.foundation.yaml, on which orders-pre-production stands, got ${foundation}\n    ${ONE}`,
    );
  });

  test("is one that is there, before what most say", () => {
    const wrong = { foundation: "company.foundation.yaml" };
    const files = { ...file("pilot", wrong), ...file("pre-production", wrong), ...file("production") };
    expect(
      told({ ...files, "orders.foundation.yaml": "# here\n" }).match(/^orders\S+ {2}foundation must be .*$/gm),
    ).toEqual(
      ["pilot", "pre-production"].map((stage) =>
        expect.stringMatching(
          `^orders.${stage}.yaml:\\d+:1  foundation must be orders.foundation.yaml, on which orders-production stands, got company.foundation.yaml$`,
        ),
      ),
    );
  });

  test("is one file, however it is written", () => {
    for (const foundation of ["./orders.foundation.yaml", "x/../orders.foundation.yaml"])
      expect(told({ ...LADDER, ...file("production", { foundation }) })).toBe("");
  });

  test("may be another workload's too, or that workload may have one of its own", () => {
    expect(told({ ...LADDER, ...file("pilot", {}, "billing") })).toBe("");
    expect(told({ ...LADDER, ...file("pilot", { foundation: "billing.foundation.yaml" }, "billing") })).toBe("");
  });
});

describe("addresses of VPN clients", () => {
  const vpn = (pool: string) => ({ vpn: { pool, audience: "vpn-audience" } });
  const says = (pool: string, other: string) =>
    `  vpn.pool must not overlap the network of ${other}, got ${pool}\n    Clients get addresses of their own, outside every network, for example 172.20.0.0/24.   (NET-09)`;
  const sentences = (files: Parameters<typeof told>[0]) => told(files).replace(/^orders\S+:\d+:3/gm, "");

  test.each([
    ["10.20.1.0/24", "orders-pilot (10.20.0.0/22)"],
    ["10.40.3.0/24", "orders-production (10.40.0.0/22)"],
    ["10.20.0.0/16", "orders-pilot (10.20.0.0/22)"],
  ])("lie outside the network of every environment: %s", (pool, other) => {
    expect(sentences({ ...LADDER, ...file("pre-production", vpn(pool)) })).toBe(says(pool, other));
  });

  test("may be inside the network of another workload, and the same in two environments", () => {
    expect(told({ ...LADDER, ...file("pilot", { network: "172.20.0.0/22" }, "billing") })).toBe("");
    expect(told({ ...LADDER, ...file("production", vpn("172.20.0.0/24")) })).toBe("");
  });
});

describe("names that are unique in the world", () => {
  test("are computed and shortened: two workloads that would get the same ones are told before Azure is asked", () => {
    const pilots = { ...file("pilot", {}, "orderservice130"), ...file("pilot", {}, "orderservice2185") };
    expect(told(pilots)).toBe(
      "orderservice2185.pilot.yaml:1:1  workload gives orderservice2185-pilot names that orderservice130-pilot has already, got orderservice2185\n    Rename one of the two workloads.   (REC-05)",
    );
  });

  test("differ between workloads that only begin alike", () => {
    expect(told({ ...file("pilot", {}, "orderservice130"), ...file("pilot", {}, "orderservice131") })).toBe("");
  });
});

test("what is wrong in one file and between two is told together", () => {
  const said = told({
    ...LADDER,
    ...file("pre-production", { network: "10.20.0.0/22", foundation: "x.foundation.yaml" }),
    ...file("production", { owner: "ada" }),
  });
  expect(said.match(/^orders\S+ {2}\w+ must [a-z ]+/gm)).toEqual([
    expect.stringMatching(/^orders\.production\.yaml:\d+:1 {2}owner must be an e$/),
    expect.stringMatching(/^orders\.pre-production\.yaml:\d+:1 {2}network must not overlap the network of orders$/),
    expect.stringMatching(/^orders\.pre-production\.yaml:\d+:1 {2}foundation must be orders$/),
  ]);
});
