import { REGIONS, region, vaultCopyOf } from "../../src/azure/regions";
import { suggestRegion } from "../../src/config/suggest-region";

const names = REGIONS.map((one) => one.name);

/** As https://learn.microsoft.com/azure/reliability/regions-paired lists them, read on 2026-11-28. */
const PAIRS = [
  "australiacentral australiacentral2",
  "australiacentral2 australiacentral",
  "australiaeast australiasoutheast",
  "australiasoutheast australiaeast",
  "brazilsouth southcentralus",
  "brazilsoutheast brazilsouth",
  "canadacentral canadaeast",
  "canadaeast canadacentral",
  "centralindia southindia",
  "centralus eastus2",
  "eastasia southeastasia",
  "eastus westus",
  "eastus2 centralus",
  "francecentral francesouth",
  "francesouth francecentral",
  "germanynorth germanywestcentral",
  "germanywestcentral germanynorth",
  "indiasouthcentral centralindia",
  "japaneast japanwest",
  "japanwest japaneast",
  "koreacentral koreasouth",
  "koreasouth koreacentral",
  "northcentralus southcentralus",
  "northeurope westeurope",
  "norwayeast norwaywest",
  "norwaywest norwayeast",
  "southafricanorth southafricawest",
  "southafricawest southafricanorth",
  "southcentralus northcentralus",
  "southeastasia eastasia",
  "southindia centralindia",
  "swedencentral swedensouth",
  "swedensouth swedencentral",
  "switzerlandnorth switzerlandwest",
  "switzerlandwest switzerlandnorth",
  "uaecentral uaenorth",
  "uaenorth uaecentral",
  "uksouth ukwest",
  "ukwest uksouth",
  "westcentralus westus2",
  "westeurope northeurope",
  "westindia southindia",
  "westus eastus",
  "westus2 westcentralus",
  "westus3 eastus",
];

/** Pairs that Azure documents as one-way, `from > to`. */
const ONE_WAY = [
  "brazilsouth > southcentralus",
  "indiasouthcentral > centralindia",
  "westindia > southindia",
  "westus3 > eastus",
];

describe("the regions table", () => {
  test("holds the 58 public regions, in alphabetical order and once each", () => {
    expect(names).toHaveLength(58);
    expect(names).toEqual([...new Set(names)].sort());
  });

  test("names and codes are lower-case letters and digits, and codes are unique and 3 or 4 long", () => {
    expect(names.filter((name) => !/^[a-z]+\d?$/.test(name))).toEqual([]);
    const codes = REGIONS.map((one) => one.code);
    expect(codes.filter((code) => !/^[a-z][a-z0-9]{2,3}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("a display name without its spaces is the name", () => {
    const odd = REGIONS.filter((one) => one.displayName.toLowerCase().replaceAll(" ", "") !== one.name);
    expect(odd).toEqual([]);
  });

  test("every country is two capitals and stands in one geography", () => {
    expect(REGIONS.filter((one) => !/^[A-Z]{2}$/.test(one.country))).toEqual([]);
    const pairs = new Set(REGIONS.map((one) => `${one.country} ${one.geography}`));
    expect(pairs.size).toBe(new Set(REGIONS.map((one) => one.country)).size);
  });

  test("every pair exists and is mutual, except the one-way pairs that Azure documents", () => {
    const oneWay: string[] = [];
    for (const one of REGIONS) {
      if (!one.pair) continue;
      const other = region(one.pair);
      expect(other).toBeDefined();
      // Brazil Southeast points at Brazil South, whose own pair lies abroad.
      if (other?.pair !== one.name && one.name !== "brazilsoutheast") oneWay.push(`${one.name} > ${one.pair}`);
    }
    expect(oneWay.sort()).toEqual(ONE_WAY);
  });

  test("the pairs are exactly these", () => {
    expect(REGIONS.flatMap(({ name, pair }) => (pair ? [`${name} ${pair}`] : []))).toEqual(PAIRS);
  });

  test("one region only has its pair in another geography", () => {
    const abroad = REGIONS.filter((one) => one.pair && region(one.pair)?.geography !== one.geography);
    expect(abroad.map((one) => one.name)).toEqual(["brazilsouth"]);
  });

  test("a region without a pair has availability zones", () => {
    expect(REGIONS.filter((one) => !one.pair && !one.zones)).toEqual([]);
  });

  test("the regions on request are exactly these; each is the pair of an open region and has no zones", () => {
    const restricted = REGIONS.filter((one) => one.restricted);
    expect(restricted.map((one) => one.name)).toEqual([
      "australiacentral2",
      "brazilsoutheast",
      "francesouth",
      "germanynorth",
      "norwaywest",
      "southafricawest",
      "swedensouth",
      "switzerlandwest",
      "uaecentral",
    ]);
    expect(restricted.filter((one) => one.zones || !one.pair || region(one.pair)?.restricted)).toEqual([]);
  });
});

describe("region", () => {
  test("finds a region by its exact name", () => {
    expect(region("westeurope")).toEqual({
      name: "westeurope",
      displayName: "West Europe",
      code: "weu",
      geography: "Europe",
      country: "NL",
      zones: true,
      pair: "northeurope",
    });
    expect(region("italynorth")).not.toHaveProperty("pair");
  });

  test.each(["West Europe", "WestEurope", "weu", "", "toString"])("does not normalise %p", (name) => {
    expect(region(name)).toBeUndefined();
  });
});

describe("vaultCopyOf", () => {
  test("names the pair, in the same geography, everywhere but in these regions", () => {
    const copied = REGIONS.filter(({ name }) => vaultCopyOf(name) !== undefined);
    for (const { name, pair, geography } of copied) {
      expect(vaultCopyOf(name)).toBe(pair);
      expect(region(pair ?? "")?.geography).toBe(geography);
    }
    const paired = REGIONS.filter(({ pair }) => pair !== undefined);
    const stays = paired.filter((one) => !copied.includes(one)).map(({ name }) => name);
    expect(stays).toEqual(["brazilsouth", "brazilsoutheast", "westus3"]);
  });

  test("names none where there is no pair, and where there is no region", () => {
    expect(["italynorth", "qatarcentral", "mars"].map(vaultCopyOf)).toEqual([undefined, undefined, undefined]);
  });
});

describe("suggestRegion", () => {
  test.each([
    ["West Europe", "westeurope"],
    ["WESTEUROPE", "westeurope"],
    ["west-europe", "westeurope"],
    ["europe-west", "westeurope"],
    ["weu", "westeurope"],
    ["westeurop", "westeurope"],
    ["swedencentre", "swedencentral"],
    ["US East 2", "eastus2"],
    ["eastus4", "eastus"],
  ])("takes %p for %s", (input, name) => {
    expect(suggestRegion(input)).toBe(name);
  });

  test("suggests every region for its own name, display name and code", () => {
    for (const one of REGIONS) {
      expect([one.name, one.displayName, one.code].map(suggestRegion)).toEqual([one.name, one.name, one.name]);
    }
  });

  test.each(["", "mars", "eu", "frankfurt", "us-gov-virginia"])("suggests nothing for %p", (input) => {
    expect(suggestRegion(input)).toBeUndefined();
  });
});
