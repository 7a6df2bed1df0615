// Names reach this text as settings, and every statement quotes them with format(): the text itself never changes.
// Neither `${` or `%{` (Terraform templates) nor two dollar signs in a row (the container platform makes them one) may
// appear in it.

/** Privileges on what exists and on what migrations will create, then the checks. For the application's database. */
export const DATABASE = `DO $bootstrap$
DECLARE
  db text := current_setting('gatewright.database');
  owner text := current_setting('gatewright.owner');
  access text := current_setting('gatewright.access');
  declared jsonb := current_setting('gatewright.services');
  owner_oid oid;
  statement text;
  strays text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('gatewright'));
  SELECT oid INTO owner_oid FROM pg_roles WHERE rolname = owner;
  IF current_database() <> db THEN
    RAISE EXCEPTION 'connected to "%", but the database is "%"', current_database(), db;
  END IF;

  IF to_regnamespace('public') IS NULL THEN
    EXECUTE format('CREATE SCHEMA public AUTHORIZATION %I', owner);
  END IF;
  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA public TO %I', owner);
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', access);
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;

  EXECUTE format('SET LOCAL ROLE %I', owner);
  FOR statement IN
    SELECT format('GRANT USAGE ON SCHEMA %I TO %I', nspname, access)
    FROM pg_namespace WHERE nspowner = owner_oid
    UNION ALL
    SELECT format('GRANT %s %s TO %I',
      CASE relkind WHEN 'S' THEN 'USAGE, SELECT ON SEQUENCE' ELSE 'SELECT, INSERT, UPDATE, DELETE ON TABLE' END, oid::regclass, access)
    FROM pg_class WHERE relowner = owner_oid AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL
    SELECT format('GRANT EXECUTE ON ROUTINE %s TO %I', oid::regprocedure, access)
    FROM pg_proc WHERE proowner = owner_oid
  LOOP
    EXECUTE statement;
  END LOOP;
  EXECUTE format('ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO %I', access);
  EXECUTE format('ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', access);
  EXECUTE format('ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO %I', access);
  EXECUTE format('ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON ROUTINES TO %I', access);
  SET LOCAL ROLE NONE;

  SELECT string_agg(format('%s (%s)', c.oid::regclass, o.rolname), ', ' ORDER BY c.oid) INTO strays
  FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND o.oid <> owner_oid AND NOT o.rolsuper
    AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e');
  IF strays IS NOT NULL THEN
    RAISE WARNING 'services have no access to what "%" does not own: %', owner, strays;
  END IF;

  -- A GRANT or REVOKE that may not be made is only a warning to PostgreSQL, so the outcome is what counts.
  IF (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = db) <> owner THEN
    RAISE EXCEPTION 'database "%" does not belong to "%"', db, owner;
  END IF;
  IF has_database_privilege('public', db, 'CONNECT') OR has_database_privilege('public', db, 'TEMPORARY') THEN
    RAISE EXCEPTION 'every role may still connect to database "%"', db;
  END IF;
  IF has_schema_privilege('public', 'public', 'CREATE') THEN
    RAISE EXCEPTION 'every role may still create objects in schema public of database "%"', db;
  END IF;
  IF NOT has_schema_privilege(owner, 'public', 'CREATE') THEN
    RAISE EXCEPTION 'role "%" may not create objects in schema public of database "%"', owner, db;
  END IF;
  SELECT string_agg(quote_ident(s.role), ', ' ORDER BY s.role) INTO strays
  FROM jsonb_array_elements_text(declared) AS s(role)
  WHERE NOT has_database_privilege(s.role, db, 'CONNECT') OR NOT has_schema_privilege(s.role, 'public', 'USAGE')
    OR has_database_privilege(s.role, db, 'CREATE') OR has_schema_privilege(s.role, 'public', 'CREATE');
  IF strays IS NOT NULL THEN
    RAISE EXCEPTION 'services with too few or too many rights in database "%": %', db, strays;
  END IF;
END
$bootstrap$;`;
