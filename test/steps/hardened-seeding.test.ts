import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { BOOTSTRAP_IMAGE } from "../../src/config/bootstrap-image";
import type { ScaleMode } from "../../src/config/scale-mode";
import type { HardenedConfig } from "../../src/config/schema";
import { folderWith } from "../support/folder";
import { scaleConfig } from "../support/scale";
import { changed, deedsOf, idsOf, PRODUCTION, run, stacksOf, stepOf, WHOLE } from "./support";

/** Some commands are run for real, where the tools that they call are installed. */
const installed = (...tools: readonly string[]) => tools.every((one) => spawnSync(one, ["--help"]).error === undefined);
const withJq = installed("jq") ? test : test.skip;
const withOpenssl = installed("jq", "openssl") ? test : test.skip;

const STACKS = stacksOf(WHOLE);

describe("images reach a private registry", () => {
  const commands = stepOf(WHOLE, "import-images").commands;

  test("by import, every one that an app or a job pulls, by digest and under a tag that keeps it", () => {
    const pulled = [...JSON.stringify(STACKS).matchAll(/"image":"acr\w+\.azurecr\.io\/([^"]+)"/g)].map(
      ([, one]) => one!,
    );
    const imported = commands.flatMap((one) => /^import_image (\S+) (\S+)$/.exec(one)?.slice(1, 3) ?? []);
    expect(imported.filter((_, index) => index % 2 === 0)).toEqual([...new Set(pulled)].sort());
    expect(imported.filter((_, index) => index % 2 === 1)).toEqual([
      "library/postgres:ef257d85f76e",
      "orders/admin:333333333333",
      "orders/api:222222222222",
      "orders/cleanup:777777777777",
      "orders/mailer:666666666666",
      "orders/migrate:888888888888",
      "orders/rates:555555555555",
      "orders/reports:444444444444",
      "orders/web:111111111111",
    ]);
  });

  test("from the build registry that the config names, in another subscription or of another kind", () => {
    expect(commands[0]).toBe("ask BUILD_REGISTRY 'Host name of build-registry'");
    expect(commands[1]).toContain("'Resource id of build-registry; empty if it is no Azure registry'");
    const runs = (id: string) => run(commands, { BUILD_REGISTRY: "build.example", BUILD_REGISTRY_ID: id }).az;
    expect(runs("")[0]).toMatch(
      /^acr import --name acrorderspreprod\w+ --force --image library\/postgres:ef257d85f76e --source build\.example\/library\/postgres@sha256:\w{64}$/,
    );
    expect(runs("/subscriptions/x/registries/build")[0]).toMatch(
      /--registry \/subscriptions\/x\/registries\/build --source library\/postgres@sha256:\w{64}$/,
    );
    expect(runs("")).toHaveLength(9);
  });

  test("the bootstrap image is copied there first, with its digest kept and looked at", () => {
    const { repository, digest, tag } = BOOTSTRAP_IMAGE;
    expect(stepOf(WHOLE, "mirror-bootstrap-image").commands.slice(1)).toEqual([
      `docker buildx imagetools create --prefer-index=false --tag "$BUILD_REGISTRY/${repository}:${tag}" docker.io/${repository}@${digest}`,
      `docker buildx imagetools inspect "$BUILD_REGISTRY/${repository}@${digest}"`,
    ]);
  });

  test("a release imports what the synth before it wrote down, migrates, and applies the services alone", () => {
    const { commands: release, stack } = stepOf(WHOLE, "release");
    const folder = folderWith({
      "environments/orders-pre-production/steps/07-import-images.sh": "echo imported",
    });
    expect(spawnSync("bash", ["-c", release[1]!], { cwd: folder, encoding: "utf8" }).stdout).toBe("imported\n");
    expect(stack).toBe("orders-pre-production-services");
    const terraform = deedsOf(stepOf(WHOLE, "release")).filter((one) => one.startsWith("terraform"));
    expect(terraform).toEqual([
      "terraform -chdir=stacks/orders-pre-production-services apply -target=azurerm_container_app_job.database-database-migrate",
      "terraform -chdir=stacks/orders-pre-production-services apply",
    ]);
    expect(STACKS[1]?.json.resource?.["azurerm_container_app_job"]).toHaveProperty("database-database-migrate");
  });
});

describe("a release of a Scale", () => {
  const terraform = (mode: ScaleMode) => {
    const { scale, ...config } = scaleConfig();
    const { vpnPool, ...cold } = scale;
    const given = { ...config, scale: mode === "cold-standby" ? { ...cold, mode } : { ...scale, mode } };
    return deedsOf(stepOf(given, "release")).filter((one) => one.startsWith("terraform"));
  };
  const FIRST = [
    "terraform -chdir=stacks/orders-production-services apply -target=azurerm_container_app_job.database-database-migrate",
    "terraform -chdir=stacks/orders-production-services apply",
  ];

  test("brings the apps of both regions, the migration once", () => {
    for (const mode of ["warm-standby", "hot-failover"] as const)
      expect(terraform(mode)).toEqual([...FIRST, "terraform -chdir=stacks/orders-production-services-neu apply"]);
  });

  test("leaves apps that are only written down", () => {
    expect(terraform("cold-standby")).toEqual(FIRST);
  });

  test("imports by a step that is there for it", () => {
    const ids = idsOf(scaleConfig());
    expect(ids.indexOf("import-images")).toBe(ids.indexOf("release") - 1);
    expect(ids).not.toContain("mirror-bootstrap-image");
    expect(stepOf(scaleConfig(), "import-images")).toMatchObject({ purpose: "later" });
  });
});

describe("secrets reach a private vault", () => {
  test("through the control plane, in the group that holds the vault", () => {
    const target = (config: HardenedConfig) =>
      /resourceGroups\/(rg-(?:data-)?orders)\S+Microsoft\.KeyVault/.exec(
        stepOf(config, "seed-secrets").commands.join("\n"),
      )?.[1];
    expect([target(WHOLE), target(PRODUCTION)]).toEqual(["rg-orders", "rg-data-orders"]);
  });

  withOpenssl.each(["", 'se cret$"'])(
    "the certificate loses its password %j on the way, and keeps its chain",
    (password) => {
      const folder = folderWith();
      const openssl = (...args: string[]) => spawnSync("openssl", args, { cwd: folder, encoding: "utf8" });
      const make = (name: string) =>
        openssl(
          "req",
          "-x509",
          "-newkey",
          "rsa:2048",
          "-nodes",
          "-days",
          "1",
          "-subj",
          `/CN=${name}.example`,
          "-keyout",
          `${name}.key`,
          "-out",
          `${name}.crt`,
        );
      make("leaf");
      make("chain");
      openssl(
        "pkcs12",
        "-export",
        "-inkey",
        "leaf.key",
        "-in",
        "leaf.crt",
        "-certfile",
        "chain.crt",
        "-passout",
        `pass:${password}`,
        "-out",
        "given.pfx",
      );
      const { az, body, stderr } = run(
        stepOf(WHOLE, "seed-certificate").commands,
        { TF_VAR_subscription_id: "s" },
        `given.pfx\n${password}\n`,
        folder,
      );
      expect(stderr).not.toMatch(/PRIVATE KEY/);
      expect(az).toHaveLength(1);
      expect(az[0]).toMatch(
        /^rest --method put --url https:\/\/management\.azure\.com\/.*\/secrets\/entry-certificate\?/,
      );
      const { value, contentType } = (JSON.parse(body) as { properties: { value: string; contentType: string } })
        .properties;
      expect(contentType).toBe("application/x-pkcs12");
      writeFileSync(join(folder, "sent.pfx"), Buffer.from(value, "base64"));
      const ciphers = openssl("pkcs12", "-in", "sent.pfx", "-noout", "-info", "-passin", "pass:").stderr;
      expect(ciphers.match(/^MAC: \w+|pbeWith[\w-]+|PBES2/gm)).toEqual([
        "MAC: sha1",
        "pbeWithSHA1And3-KeyTripleDES-CBC",
        "pbeWithSHA1And3-KeyTripleDES-CBC",
      ]);
      const opened = openssl("pkcs12", "-in", "sent.pfx", "-nodes", "-passin", "pass:").stdout;
      expect(opened.match(/BEGIN [A-Z ]+/g)?.sort()).toEqual([
        "BEGIN CERTIFICATE",
        "BEGIN CERTIFICATE",
        "BEGIN PRIVATE KEY",
      ]);
    },
  );
});

describe("people", () => {
  withJq("connect by VPN only when a group of theirs is assigned, and the assignment is made once", () => {
    const { commands } = stepOf(WHOLE, "vpn-group");
    const assigned = run(commands, { TF_VAR_vpn_audience: "app", AZ_PRINTS: "group" }, "group\n").az;
    expect(assigned.map((one) => one.split(" ").slice(0, 3).join(" "))).toEqual([
      "ad sp show",
      "ad sp update",
      "rest --method get",
    ]);
    const fresh = run(commands, { TF_VAR_vpn_audience: "app", AZ_PRINTS: "nobody" }, "group\n");
    expect(fresh.az.at(-1)).toMatch(/^rest --method post .*appRoleAssignedTo --body @- --output none$/);
    expect(JSON.parse(fresh.body)).toEqual({
      principalId: "group",
      resourceId: "nobody",
      appRoleId: "00000000-0000-0000-0000-000000000000",
    });
  });

  test("approve each other's releases, or only with small-team evidence their own", () => {
    const put = (config: HardenedConfig) => stepOf(config, "approvals").commands[4];
    expect(put(WHOLE)).toContain("prevent_self_review:true");
    const alone = changed({ change: { ...WHOLE.change, approves: WHOLE.change.deploys } });
    expect(put(alone)).toContain("prevent_self_review:false");
    expect(stepOf(alone, "approvals").why).toContain("small-team");
    expect(stepOf(WHOLE, "approvals").commands[0]).toContain(`--group ${WHOLE.access.approvers} `);
  });
});
