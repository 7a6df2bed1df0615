import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { BootstrapProps } from "../../constructs/postgresql/bootstrap";
import { bootstrapSql } from "../../constructs/postgresql/bootstrap-sql";

/** The part of PGlite (PostgreSQL as WebAssembly, with its roles and privileges) that these tests use. */
interface Server {
  exec(sql: string): Promise<unknown>;
  query<Row>(sql: string): Promise<{ rows: Row[] }>;
  close(): Promise<void>;
}

// PGlite imports Node's modules at run time, which Jest's sandbox refuses: it gets a thread of its own outside of it.
const THREAD = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { PGlite } = require(workerData.package);
  const server = PGlite.create(workerData.options);
  parentPort.on("message", async ({ method, sql }) => {
    try {
      const result = await (await server)[method](sql);
      parentPort.postMessage({ rows: method === "query" ? result.rows : [] });
    } catch (error) {
      parentPort.postMessage({ error: error.message });
    }
  });`;

function start(options: { dataDir: string; database: string }): Server {
  const worker = new Worker(THREAD, {
    eval: true,
    workerData: { package: require.resolve("@electric-sql/pglite"), options },
  });
  const call = async (method: keyof Server, sql?: string) => {
    worker.postMessage({ method, sql });
    const [answer] = (await once(worker, "message")) as [{ rows: never[]; error?: string }];
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  };
  return {
    exec: (sql) => call("exec", sql),
    query: (sql) => call("query", sql),
    close: async () => {
      await call("close");
      await worker.terminate();
    },
  };
}

const ROLES = { database: "or\"d'er\\s -x", owner: "Own\"er'\\", access: "Acc ess;--", migrator: "Mi'gr\"x" };
const WEB = { role: "id-web" };
const API = { role: "id-'a\"pi\\" };
const PROPS: BootstrapProps = { ...ROLES, services: [WEB, API] };

const id = (name: string) => `"${name.replaceAll('"', '""')}"`;
const text = (value: string) => `E'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

/** Every identity of the tenant, by display name. */
const OBJECT_IDS = { web: "00000000-0000-0000-0000-000000000001", api: "00000000-0000-0000-0000-000000000002" };

/** An administrator that is no superuser. */
const ADMINISTRATOR = `
  CREATE ROLE azure_pg_admin NOLOGIN;
  CREATE ROLE ${id(ROLES.migrator)} LOGIN NOSUPERUSER CREATEROLE CREATEDB IN ROLE azure_pg_admin`;

/** What Azure provides: the function that looks an identity up by its name. Its caller may drop the role again. */
const ENTRA = `
  CREATE SCHEMA tenant;
  CREATE TABLE tenant.identity (name text PRIMARY KEY, oid text);
  INSERT INTO tenant.identity VALUES (${text(WEB.role)}, '${OBJECT_IDS.web}'), (${text(API.role)}, '${OBJECT_IDS.api}');
  CREATE FUNCTION pg_catalog.pgaadauth_create_principal(role_name text, is_admin boolean, is_mfa boolean)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET allow_system_table_mods = on AS $f$
  DECLARE
    found_oid text := (SELECT i.oid FROM tenant.identity i WHERE i.name = role_name);
  BEGIN
    IF found_oid IS NULL OR is_admin OR is_mfa THEN
      RAISE EXCEPTION 'Could not validate AAD user "%" because its name is not found in the tenant.', role_name;
    END IF;
    EXECUTE format('CREATE ROLE %I LOGIN', role_name);
    EXECUTE format('GRANT %I TO %I WITH ADMIN TRUE, INHERIT FALSE, SET FALSE', role_name, session_user);
    INSERT INTO pg_shseclabel SELECT r.oid, 'pg_authid'::regclass, 'pgaadauth',
      format('aadauth,oid=%s,type=service', found_oid) FROM pg_roles r WHERE r.rolname = role_name;
    RETURN format('Created role for "%s"', role_name);
  END $f$`;

const ALLOWED = [
  "INSERT INTO item (name) VALUES ('a'), ('b')",
  "SELECT * FROM item_names",
  "UPDATE item SET name = 'c'",
  "SELECT nextval('item_id_seq')",
  "SELECT one()",
  "INSERT INTO other.thing VALUES (1)",
  "DELETE FROM item",
];

const REFUSED = {
  "CREATE TABLE mine (i int)": "permission denied for schema public",
  "CREATE TEMP TABLE mine (i int)": /^permission denied to create temporary tables/,
  "CREATE SCHEMA mine": /^permission denied for database/,
  "CREATE TABLE other.mine (i int)": "permission denied for schema other",
  "DROP TABLE item": "must be owner of table item",
  "TRUNCATE item": "permission denied for table item",
  "ALTER TABLE item ADD extra int": "must be owner of table item",
  "CREATE INDEX ON item (name)": "must be owner of table item",
  "SELECT setval('item_id_seq', 1)": "permission denied for sequence item_id_seq",
  "CREATE ROLE more": "permission denied to create role",
  [`SET ROLE ${id(ROLES.owner)}`]: /^permission denied to set role/,
};

describe("the bootstrap SQL on a real PostgreSQL", () => {
  let folder: string;
  let server: Server;

  /** Runs as a role that signed in, and leaves the session as the superuser's again. */
  async function as<T>(role: string, work: () => Promise<T>): Promise<T> {
    await server.exec(`SET SESSION AUTHORIZATION ${id(role)}`);
    try {
      return await work();
    } finally {
      await server.exec("ROLLBACK; SET SESSION AUTHORIZATION postgres");
    }
  }

  const run = (role: string, sql: string) => as(role, () => server.exec(sql));

  /** A migration: signing in applies the settings that the bootstrap stored for the migrator. */
  const migrate = (sql: string) =>
    as(ROLES.migrator, async () => {
      const stored = await server.query<{ owner: string }>(
        `SELECT substring(unnest(setconfig) FROM '^role=(.*)') AS owner FROM pg_db_role_setting
         WHERE setrole = (SELECT oid FROM pg_roles WHERE rolname = ${text(ROLES.migrator)})`,
      );
      await server.exec(`SET ROLE ${id(stored.rows[0]!.owner)}; ${sql}; RESET ROLE`);
    });

  const state = async () =>
    (
      await server.query(`
        SELECT pg_get_userbyid(datdba) AS what, datacl::text AS acl FROM pg_database
        UNION ALL SELECT nspname, nspacl::text FROM pg_namespace
        UNION ALL SELECT relname, relacl::text FROM pg_class
        UNION ALL SELECT proname, proacl::text FROM pg_proc
        UNION ALL SELECT defaclobjtype::text, defaclacl::text FROM pg_default_acl
        UNION ALL SELECT a.roleid::regrole || ' ' || a.member::regrole, a::text FROM pg_auth_members a
        UNION ALL SELECT 'setting', setconfig::text FROM pg_db_role_setting ORDER BY 1, 2`)
    ).rows;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "gatewright-pg-"));
    server = start({ dataDir: folder, database: "postgres" });
    await server.exec(`${ADMINISTRATOR}; ${ENTRA}`);
    await server.exec(`CREATE DATABASE ${id(ROLES.database)} OWNER azure_pg_admin`);
    await run(ROLES.migrator, bootstrapSql(PROPS).cluster);
    await run(ROLES.migrator, bootstrapSql(PROPS).cluster);
    await server.close();
    server = start({ dataDir: folder, database: ROLES.database });
    await server.exec(ENTRA);
    await server.exec("ALTER SCHEMA public OWNER TO azure_pg_admin; GRANT ALL ON SCHEMA public TO PUBLIC");
    await run(ROLES.migrator, bootstrapSql(PROPS).database);
    await migrate(`
      CREATE TABLE item (id bigserial PRIMARY KEY, name text);
      CREATE VIEW item_names AS SELECT name FROM item;
      CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE SCHEMA other;
      CREATE TABLE other.thing (i int)`);
  }, 120_000);

  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("makes the owner role the owner of the database and of everything that a migration creates", async () => {
    const owners = await server.query<{ what: string; owner: string }>(`
      SELECT 'database' AS what, pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = current_database()
      UNION ALL SELECT relname, pg_get_userbyid(relowner) FROM pg_class WHERE relname IN ('item', 'item_names', 'thing')
      UNION ALL SELECT proname, pg_get_userbyid(proowner) FROM pg_proc WHERE proname = 'one' ORDER BY 1`);
    expect(owners.rows).toEqual(
      ["database", "item", "item_names", "one", "thing"].map((what) => ({ what, owner: ROLES.owner })),
    );
  });

  it.each([WEB.role, API.role])("lets %s work with data that a later migration made room for", async (role) => {
    for (const sql of ALLOWED) await run(role, sql);
  });

  it.each(Object.entries(REFUSED))("refuses a service to %s", async (sql, message) => {
    await expect(run(WEB.role, sql)).rejects.toThrow(message);
  });

  it("changes nothing when it runs again, and covers what exists when default privileges are lost", async () => {
    await run(ROLES.migrator, bootstrapSql(PROPS).database);
    const before = await state();
    await run(ROLES.migrator, bootstrapSql(PROPS).cluster);
    await run(ROLES.migrator, bootstrapSql(PROPS).database);
    expect(await state()).toEqual(before);
    await migrate(
      `REVOKE ALL ON item, item_names, item_id_seq, other.thing FROM ${id(ROLES.access)};
       REVOKE ALL ON FUNCTION one() FROM ${id(ROLES.access)}; REVOKE ALL ON SCHEMA other FROM ${id(ROLES.access)}`,
    );
    await expect(run(WEB.role, ALLOWED[0]!)).rejects.toThrow("permission denied for table item");
    await run(ROLES.migrator, bootstrapSql(PROPS).database);
    expect(await state()).toEqual(before);
  });

  it("takes the access of a service that is no longer declared, keeps its role, and gives it back", async () => {
    const rights = async () =>
      (
        await server.query(
          `SELECT has_database_privilege(${text(API.role)}, current_database(), 'CONNECT') AS connect,
             has_table_privilege(${text(API.role)}, 'item', 'SELECT') AS read`,
        )
      ).rows[0];
    await run(ROLES.migrator, bootstrapSql({ ...PROPS, services: [WEB] }).cluster);
    await run(ROLES.migrator, bootstrapSql({ ...PROPS, services: [WEB] }).database);
    expect(await rights()).toEqual({ connect: false, read: false });
    await run(ROLES.migrator, bootstrapSql(PROPS).cluster);
    expect(await rights()).toEqual({ connect: true, read: true });
  });

  const objectIds = async () =>
    (
      await server.query<{ role: string; oid: string }>(
        `SELECT r.rolname AS role, substring(l.label FROM 'oid=([^,]+)') AS oid
         FROM pg_shseclabel l JOIN pg_roles r ON r.oid = l.objoid ORDER BY 2`,
      )
    ).rows.map(({ role, oid }) => [role, oid]);

  describe("an identity that was made again under its old name", () => {
    const NEW = "00000000-0000-0000-0000-000000000009";
    const OLD = [
      [WEB.role, OBJECT_IDS.web],
      [API.role, OBJECT_IDS.api],
    ];
    const remake = (names: string, props = PROPS) =>
      as(ROLES.migrator, async () => {
        await server.exec(`SET gatewright.remake = ${text(names)}`);
        try {
          await server.exec(bootstrapSql(props).cluster);
        } finally {
          await server.exec("ROLLBACK; RESET gatewright.remake");
        }
      });

    beforeAll(() => server.exec(`UPDATE tenant.identity SET oid = '${NEW}' WHERE name = ${text(WEB.role)}`));

    it("keeps its role as it is", async () => {
      await run(ROLES.migrator, bootstrapSql(PROPS).cluster);
      expect(await objectIds()).toEqual(OLD);
    });

    it("does not get a new role while the old one was granted something directly or owns something", async () => {
      await migrate(`GRANT SELECT ON item TO ${id(WEB.role)}`);
      await expect(remake(WEB.role)).rejects.toThrow(
        'role "id-web" cannot be dropped because some objects depend on it',
      );
      expect(await objectIds()).toEqual(OLD);
      await migrate(`REVOKE ALL ON item FROM ${id(WEB.role)}`);
    });

    it("keeps the old role when the new one cannot be made", async () => {
      await server.exec(`UPDATE tenant.identity SET name = 'hidden' WHERE name = ${text(WEB.role)}`);
      await expect(remake(WEB.role)).rejects.toThrow(/its name is not found in the tenant/);
      expect(await objectIds()).toEqual(OLD);
      await server.exec(`UPDATE tenant.identity SET name = ${text(WEB.role)} WHERE name = 'hidden'`);
    });

    it.each([ROLES.owner, ROLES.migrator, "id-wbe"])("does not make %s anew, which is no service", async (name) => {
      await expect(remake(name)).rejects.toThrow(`gatewright.remake names "${name}", which is not a declared service`);
    });

    it("gets its rights back when its role is made anew", async () => {
      const before = await server.query("SELECT oid FROM pg_roles WHERE rolname = 'id-web'");
      await remake(WEB.role);
      await run(ROLES.migrator, bootstrapSql(PROPS).database);
      expect(await server.query("SELECT oid FROM pg_roles WHERE rolname = 'id-web'")).not.toEqual(before);
      expect(await objectIds()).toEqual([
        [API.role, OBJECT_IDS.api],
        [WEB.role, NEW],
      ]);
      for (const sql of ALLOWED) await run(WEB.role, sql);
      await expect(run(WEB.role, "DROP TABLE item")).rejects.toThrow("must be owner of table item");
    });
  });

  describe("people", () => {
    const GROUP = 'Orders\' "operators"';
    const open = (name: string, as_role = "") =>
      as(ROLES.migrator, async () => {
        await server.exec(`SET gatewright.people = ${text(name)}; SET gatewright.people_role = ${text(as_role)}`);
        try {
          await server.exec(bootstrapSql(PROPS).cluster);
        } finally {
          await server.exec("ROLLBACK; RESET gatewright.people; RESET gatewright.people_role");
        }
      });
    const may = async () => {
      const tries = {
        read: "SELECT * FROM item",
        change: "ALTER TABLE item ADD extra int; ALTER TABLE item DROP extra",
      };
      const found: Record<string, boolean> = {};
      for (const [what, sql] of Object.entries(tries))
        found[what] = await run(
          GROUP,
          `${what === "change" ? `SET ROLE ${id(ROLES.owner)};` : ""}${sql}; RESET ROLE`,
        ).then(
          () => true,
          () => false,
        );
      return found;
    };

    beforeAll(() => server.exec(`INSERT INTO tenant.identity VALUES (${text(GROUP)}, 'a-group')`));

    it("see data from a run that names them until the next run, as owner only where that is asked for", async () => {
      await open(GROUP);
      expect(await may()).toEqual({ read: true, change: false });
      await open(GROUP, "owner");
      expect(await may()).toEqual({ read: true, change: true });
      await open(GROUP, "access");
      expect(await may()).toEqual({ read: true, change: false });
      await run(ROLES.migrator, bootstrapSql(PROPS).cluster);
      expect(await may()).toEqual({ read: false, change: false });
      const { rows } = await server.query(
        `SELECT has_database_privilege(${text(GROUP)}, current_database(), 'CONNECT') AS connect`,
      );
      expect(rows).toEqual([{ connect: false }]);
      for (const sql of ALLOWED) await run(WEB.role, sql);
    });

    it.each([
      [WEB.role, `gatewright.people names "${WEB.role}", which is a role of this database already`],
      [ROLES.owner, "which is a role of this database already"],
      ["nobody", /its name is not found in the tenant/],
      ["azure_pg_admin", 'role "azure_pg_admin" exists, but no Entra identity signs in with it'],
    ])("cannot come as %s", async (name, message) => {
      const before = await state();
      await expect(open(name)).rejects.toThrow(message);
      expect(await state()).toEqual(before);
    });

    afterAll(() => server.exec(`DROP ROLE ${id(GROUP)}; DELETE FROM tenant.identity WHERE oid = 'a-group'`));
  });

  it("stops when a service's identity does not exist, and makes nothing", async () => {
    const services = [WEB, { role: "id-new" }];
    await expect(run(ROLES.migrator, bootstrapSql({ ...PROPS, services }).cluster)).rejects.toThrow(/not found/);
    const { rows } = await server.query(
      `SELECT pg_has_role(${text(API.role)}, ${text(ROLES.access)}, 'MEMBER') AS kept FROM pg_roles
       WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'id-new') LIMIT 1`,
    );
    expect(rows).toEqual([{ kept: true }]);
  });

  it("stops when a role has a service's name but no identity", async () => {
    await server.exec("CREATE ROLE plain LOGIN");
    const services = [WEB, API, { role: "plain" }];
    await expect(run(ROLES.migrator, bootstrapSql({ ...PROPS, services }).cluster)).rejects.toThrow(
      'role "plain" exists, but no Entra identity signs in with it: drop or rename it',
    );
    await server.exec("DROP ROLE plain");
  });

  it.each([
    ["somebody else signs in", "azure_pg_admin", PROPS, /^signed in as "azure_pg_admin", but the migrator is/],
    [
      "the database does not exist",
      ROLES.migrator,
      { ...PROPS, database: "nowhere" },
      'database "nowhere" does not exist',
    ],
    ["a role that can sign in would own", ROLES.migrator, { ...PROPS, owner: "postgres" }, /^role "postgres" exists/],
    [
      "the database's owner is out of reach",
      ROLES.migrator,
      { ...PROPS, database: "postgres" },
      /belongs to "postgres"/,
    ],
  ] as const)("stops when %s", async (_when, role, props, message) => {
    await expect(run(role, bootstrapSql(props).cluster)).rejects.toThrow(message);
  });

  it("stops when a privilege could not be taken, which PostgreSQL only warns about", async () => {
    await server.exec("ALTER SCHEMA public OWNER TO postgres; GRANT CREATE ON SCHEMA public TO PUBLIC");
    await expect(run(ROLES.migrator, bootstrapSql(PROPS).database)).rejects.toThrow(
      /^every role may still create objects in schema public/,
    );
  });
});
