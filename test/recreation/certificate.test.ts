import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { loadEnvironment } from "../../src/config/load";
import type { EnvironmentConfig } from "../../src/config/schema";
import { proveStatically } from "../../src/environment/prove";
import { BadInput } from "../../src/errors";
import { certify, parseCertificate, renderCertificate } from "../../src/recreation/certificate";
import { certificatePath, mismatches, readCertificate, writeCertificate } from "../../src/recreation/certificate-file";
import type { Proof } from "../../src/recreation/prove";
import { notRehearsed } from "../../src/recreation/rehearsal";
import { PLATFORM_DIGEST_VERSION } from "../../src/synth/digest";
import { contentOf, folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";
import { asYaml } from "../support/poc-config";

async function proofOf(change: (config: ReturnType<typeof pilotConfig>) => void = () => {}): Promise<Proof> {
  const config: EnvironmentConfig = pilotConfig();
  change(config);
  const folder = folderWith({ "orders.pilot.yaml": asYaml(config) });
  return (await proveStatically(loadEnvironment(join(folder, "orders.pilot.yaml")))).proof;
}

const none = notRehearsed("not asked for");
const refusal = (text: string): string => {
  try {
    parseCertificate(text, "c.json");
    return "";
  } catch (error) {
    if (error instanceof BadInput) return error.message.split("\n")[0]!;
    throw error;
  }
};

describe("a certificate", () => {
  let proof: Proof;
  let text: string;
  beforeAll(async () => {
    proof = await proofOf();
    text = renderCertificate(certify(proof, none));
  });

  it("survives being written and read", () => {
    const certificate = certify(proof, none, "2026-12-20");
    expect(parseCertificate(renderCertificate(certificate), "c.json")).toEqual(certificate);
    expect(parseCertificate(text.replaceAll("\n", "\r\n"), "c.json")).toEqual(certify(proof, none));
  });

  it("has no day in it unless one is given, and is the same each time", async () => {
    expect(text).not.toMatch(/"day"/);
    expect(renderCertificate(certify(await proofOf(), none))).toBe(text);
  });

  it("is small", () => expect(text.length).toBeLessThan(10_000));

  it("shows every change of one byte", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
        const sign = String.fromCharCode(code);
        fc.pre(text[at] !== sign);
        expect(refusal(text.slice(0, at) + sign + text.slice(at + 1))).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["no JSON", "{", "c.json is not JSON"],
    ["something else", "{}", "c.json is no recreation certificate"],
    ["null", "null", "c.json is no recreation certificate"],
    ["a later version", '{"schemaVersion": 2}', "c.json has schema version 2; this version of gatewright reads 1"],
    ["half of one", '{"schemaVersion": 1}', expect.stringMatching(/^c\.json is not a whole certificate: environment /)],
  ])("is refused when it is %s", (_, written, says) => expect(refusal(written)).toEqual(says));

  it("is not given for what is not proved", () => {
    expect(() => certify({ ...proof, outcome: "not-proved" }, none)).toThrow(BadInput);
    expect(() => certify(proof, { ...none, outcome: "failed" })).toThrow(BadInput);
  });
});

describe("of stacks that somebody hands in", () => {
  const loaded = () => {
    const folder = folderWith({ "orders.pilot.yaml": asYaml(pilotConfig()) });
    return loadEnvironment(join(folder, "orders.pilot.yaml"));
  };
  const brokenIn = ({ claims }: Proof) => claims.filter(({ outcome }) => outcome === "fails").map(({ claim }) => claim);

  it("it is the same when they are what the config gives, in whatever order", async () => {
    const { proof, subject } = await proveStatically(loaded());
    expect((await proveStatically(loaded(), subject.stacks.toReversed())).proof).toEqual(proof);
  });

  it("it is about them, not about what the config gives", async () => {
    const { proof, subject } = await proveStatically(loaded());
    const stacks = structuredClone(subject.stacks);
    const { resource } = stacks[0]!.json as { resource: Record<string, Record<string, Record<string, unknown>>> };
    Object.assign(resource["azurerm_storage_account"]!["storage"]!, { lifecycle: { prevent_destroy: true } });
    const { proof: changed } = await proveStatically(loaded(), stacks);
    expect(changed.platformDigest).not.toBe(proof.platformDigest);
    expect(brokenIn(changed)).toEqual(["clean-destroy"]);
    expect(mismatches(certify(proof, none), changed, "recreation")).toEqual([
      "The platform has changed since it was proved: its digest is another one.",
    ]);
  });

  it("one that is missing is missed", async () => {
    const { proof, subject } = await proveStatically(loaded());
    const { proof: half } = await proveStatically(loaded(), subject.stacks.slice(0, 1));
    expect(half.platformDigest).not.toBe(proof.platformDigest);
  });
});

describe("over time", () => {
  const folder = folderWith();
  beforeAll(async () => {
    writeCertificate(folder, certify(await proofOf(), none));
  });
  const against = async (change: (config: ReturnType<typeof pilotConfig>) => void) => {
    const now = await proofOf(change);
    return mismatches(readCertificate(folder, now), now, folder).map((says) => says.replace(folder, "FOLDER"));
  };

  it("a release keeps it", async () => {
    const released = (config: ReturnType<typeof pilotConfig>) => {
      config.services["web"]!.image = `orders/web@sha256:${"9".repeat(64)}`;
      config.services["api"]!.env = { FEATURE: "on sale" };
    };
    expect(await against(released)).toEqual([]);
  });

  it.each<[string, (config: ReturnType<typeof pilotConfig>) => void]>([
    ["another network", (config) => Object.assign(config, { network: "10.30.0.0/22" })],
    ["another provider", (config) => Object.assign(config, { azurerm: "4.60.0" })],
    [
      "another owner of a domain",
      (config) => Object.assign(config.services["web"]!, { domain: "shop.orders.example" }),
    ],
  ])("%s ends it", async (_, change) => {
    expect(await against(change)).toEqual(["The platform has changed since it was proved: its digest is another one."]);
  });

  it("generation 1's is refused for generation 2", async () => {
    const second = (config: ReturnType<typeof pilotConfig>) => Object.assign(config, { generation: 2 });
    expect(await against(second)).toEqual([
      "Generation 2 has no certificate in FOLDER. There is one for generation 1, which does not count here.",
    ]);
    const now = await proofOf(second);
    const renamed = folderWith();
    writeFileSync(certificatePath(renamed, now), renderCertificate(certify(await proofOf(), none)));
    expect(mismatches(readCertificate(renamed, now), now, renamed)).toEqual([
      "The certificate is for generation 1; the config is at generation 2.",
    ]);
  });

  /** The certificate as an earlier version of gatewright wrote it, or a later one will. */
  async function writtenBy(digestVersion: number | undefined): Promise<string[]> {
    const now = await proofOf();
    const { digestVersion: _ours, ...before } = certify(now, none);
    const { digest: _seal, ...sealed } = JSON.parse(renderCertificate(before));
    const old = folderWith();
    const rest = Object.entries({ ...sealed, platformDigest: `sha256:${"0".repeat(64)}` });
    const at = rest.findIndex(([key]) => key === "platformDigest") + 1;
    if (digestVersion !== undefined) rest.splice(at, 0, ["digestVersion", digestVersion]);
    writeFileSync(certificatePath(old, now), renderCertificate(Object.fromEntries(rest) as never));
    return mismatches(readCertificate(old, now), now, old);
  }

  it.each([
    ["an older", undefined],
    ["a newer", PLATFORM_DIGEST_VERSION + 1],
  ])("one by %s digest is not called changed or tampered with", async (which, version) => {
    expect(await writtenBy(version)).toEqual([
      `The certificate was made by ${which} digest of the platform, so it cannot be compared: prove again.`,
    ]);
  });

  it("one of another environment is refused", async () => {
    const now = { ...(await proofOf()), environment: "orders-poc" };
    const mixed = folderWith();
    writeFileSync(certificatePath(mixed, now), renderCertificate(certify(await proofOf(), none)));
    expect(() => readCertificate(mixed, now)).toThrow(/is the certificate of orders-pilot, not of orders-poc/);
  });

  it("the same proof leaves the file untouched", async () => {
    const before = contentOf(folder);
    writeCertificate(folder, certify(await proofOf(), none));
    expect(contentOf(folder)).toEqual(before);
  });
});
