import type { BootstrapProps } from "../../constructs/postgresql/bootstrap";
import { bootstrapScript } from "../../constructs/postgresql/bootstrap-script";
import { bootstrapSql } from "../../constructs/postgresql/bootstrap-sql";
import { BadInput } from "../../src/errors";

const PROPS: BootstrapProps = {
  database: "orders",
  owner: "orders_owner",
  access: "orders_access",
  migrator: "id-migrator",
  services: [{ role: "id-web" }, { role: "id-api" }],
};

const settings = (sql: string) => sql.split("\n").filter((line) => line.startsWith("SET LOCAL gatewright."));

function problemsOf(props: BootstrapProps): string[] {
  try {
    bootstrapSql(props);
  } catch (error) {
    if (error instanceof BadInput) return error.problems.map((problem) => problem.says);
    throw error;
  }
  return [];
}

describe("bootstrapSql", () => {
  it("does not depend on the order in which services are declared", () => {
    const turned = { ...PROPS, services: [...PROPS.services].reverse() };
    expect(bootstrapSql(turned)).toEqual(bootstrapSql(PROPS));
  });

  it("hands names over as settings and nowhere else, in both texts", () => {
    const { cluster, database } = bootstrapSql(PROPS);
    expect(settings(cluster)).toEqual([
      "SET LOCAL gatewright.database = 'orders';",
      "SET LOCAL gatewright.owner = 'orders_owner';",
      "SET LOCAL gatewright.access = 'orders_access';",
      "SET LOCAL gatewright.migrator = 'id-migrator';",
      `SET LOCAL gatewright.services = '["id-api","id-web"]';`,
    ]);
    expect(settings(database)).toEqual(settings(cluster));
    const other = bootstrapSql({ ...PROPS, database: "a", owner: "b", access: "c", migrator: "d", services: [] });
    const body = (sql: string) => sql.slice(sql.indexOf("DO $bootstrap$"));
    expect(body(other.cluster)).toBe(body(cluster));
    expect(body(other.database)).toBe(body(database));
  });

  it("quotes names with quotes and backslashes", () => {
    const hostile = bootstrapSql({ ...PROPS, database: "o'; DROP ROLE x --", owner: "a\\'b", services: [] });
    expect(settings(hostile.cluster).slice(0, 2)).toEqual([
      "SET LOCAL gatewright.database = 'o''; DROP ROLE x --';",
      "SET LOCAL gatewright.owner = E'a\\\\''b';",
    ]);
  });

  it("runs each text as one transaction that starts as the migrator and not as the owner", () => {
    for (const sql of Object.values(bootstrapSql(PROPS))) {
      expect(sql.split("\n").slice(0, 2)).toEqual(["BEGIN;", "SET LOCAL ROLE NONE;"]);
      expect(sql.endsWith("\nCOMMIT;\n")).toBe(true);
    }
  });

  it("reports every bad name at once", () => {
    const services = [{ role: "orders_owner" }, { role: "id-web" }, { role: "id-web" }, { role: "é".repeat(32) }];
    expect(problemsOf({ ...PROPS, database: "", access: "a$$b", migrator: "a\nb%{c", services })).toEqual([
      '`database` must be 1 to 63 bytes long, got "" with 0.',
      '`access` must not hold control characters, "$" or "%{", got "a$$b".',
      '`migrator` must not hold control characters, "$" or "%{", got "a\\nb%{c".',
      `\`services[3].role\` must be 1 to 63 bytes long, got "${"é".repeat(32)}" with 64.`,
      '`services[0].role` must differ from `owner`, both are "orders_owner".',
      '`services[2].role` must differ from `services[1].role`, both are "id-web".',
    ]);
  });
});

describe("names", () => {
  it("refuses a Terraform reference, which the SQL could not compare with a role's name", () => {
    const says = problemsOf({ ...PROPS, services: [{ role: "${azurerm_user_assigned_identity.web.name}" }] });
    expect(says).toEqual([expect.stringMatching(/^`services\[0\]\.role` must not hold control characters, "\$"/)]);
  });
});

describe("bootstrapScript", () => {
  const script = bootstrapScript(PROPS);

  it("holds nothing that Terraform or the container platform would expand", () => {
    expect(script).not.toMatch(/[$%]\{/);
    expect(script).not.toContain("$$");
    expect(script).not.toMatch(/\$\([\w.-]+\)/);
  });

  it("runs the server's SQL before the database's, and neither is expanded by the shell", () => {
    const { cluster, database } = bootstrapSql(PROPS);
    const texts = [...script.matchAll(/psql [^\n]* -d (\S+) -f - <<'GATEWRIGHT_SQL'\n(.*?)GATEWRIGHT_SQL\n/gs)];
    expect(texts.map((text) => [text[1], text[2]])).toEqual([
      ["postgres", cluster],
      ['"$PGDATABASE"', database],
    ]);
    expect(script.match(/^GATEWRIGHT_SQL$/gm)).toHaveLength(2);
  });

  it("tries the roles again, because a new identity's name may not be known yet", () => {
    expect(script).toContain("\nGATEWRIGHT_SQL\n}\nretry 6 'roles and owner' make_roles\n");
  });

  it("checks the server's certificate and name, and stops at the first SQL error", () => {
    expect(script).toContain("\nPGSSLMODE=verify-full\n");
    expect(script.match(/psql .*-f -/g)).toEqual([
      "psql -X -w -q -v ON_ERROR_STOP=1 -d postgres -f -",
      'psql -X -w -q -v ON_ERROR_STOP=1 -d "$PGDATABASE" -f -',
    ]);
  });

  it("asks for the migrator's token by ARM id and never prints it", () => {
    expect(script).toContain(
      '"$IDENTITY_ENDPOINT?resource=https://ossrdbms-aad.database.windows.net&api-version=2019-08-01&mi_res_id=$AZURE_MANAGED_IDENTITY_RESOURCE_ID"',
    );
    expect(script).not.toContain("client_id");
    const uses = script.split("\n").filter((line) => /PGPASSWORD|\$answer/.test(line));
    expect(uses.map((line) => line.trim().split(/[ =]/)[0])).toEqual(["PGPASSWORD", "[", "PGPASSWORD", "export"]);
    expect(script).not.toMatch(/set -\w*x/);
  });
});
