// Names reach this text as settings, and every statement quotes them with format(): the text itself never changes.
// Neither `${` or `%{` (Terraform templates) nor two dollar signs in a row (the container platform makes them one) may
// appear in it.

/** Makes the roles and gives the database to the owner role. For the database `postgres`. */
export const CLUSTER = `DO $bootstrap$
DECLARE
  db text := current_setting('gatewright.database');
  owner text := current_setting('gatewright.owner');
  access text := current_setting('gatewright.access');
  migrator text := current_setting('gatewright.migrator');
  declared jsonb := current_setting('gatewright.services');
  remade text[] := string_to_array(coalesce(current_setting('gatewright.remake', true), ''), ',');
  people text := nullif(current_setting('gatewright.people', true), '');
  people_role text := CASE current_setting('gatewright.people_role', true) WHEN 'owner' THEN owner ELSE access END;
  granted text;
  previous oid;
  name text;
  identity text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('gatewright'));
  IF session_user <> migrator THEN
    RAISE EXCEPTION 'signed in as "%", but the migrator is "%"', session_user, migrator;
  END IF;
  SELECT datdba INTO previous FROM pg_database WHERE datname = db;
  IF previous IS NULL THEN
    RAISE EXCEPTION 'database "%" does not exist', db;
  END IF;

  FOREACH name IN ARRAY ARRAY[owner, access] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
      RAISE NOTICE 'created role "%"', name;
    ELSIF (SELECT rolcanlogin OR rolsuper FROM pg_roles WHERE rolname = name) THEN
      RAISE EXCEPTION 'role "%" exists and can sign in: the owner and access roles must be NOLOGIN', name;
    END IF;
  END LOOP;
  IF NOT pg_has_role(migrator, owner, 'USAGE') THEN
    EXECUTE format('GRANT %I TO %I', owner, migrator);
  END IF;

  IF previous <> (SELECT oid FROM pg_roles WHERE rolname = owner) THEN
    IF NOT pg_has_role(migrator, previous, 'USAGE') THEN
      RAISE EXCEPTION 'database "%" belongs to "%", and "%" is not a member of that role', db, pg_get_userbyid(previous), migrator
        USING HINT = format('As "%s": ALTER DATABASE %I OWNER TO %I, then start the bootstrap again.', pg_get_userbyid(previous), db, owner);
    END IF;
    EXECUTE format('ALTER DATABASE %I OWNER TO %I', db, owner);
    RAISE NOTICE 'database "%" now belongs to "%" (before: "%")', db, owner, pg_get_userbyid(previous);
  END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', db);
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', db, access);
  EXECUTE format('ALTER ROLE %I IN DATABASE %I SET role = %L', migrator, db, owner);

  FOREACH name IN ARRAY remade LOOP
    IF NOT declared ? name THEN
      RAISE EXCEPTION 'gatewright.remake names "%", which is not a declared service', name;
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('DROP ROLE %I', name);
      RAISE WARNING 'dropped role "%", to make it anew for the identity that has this name now', name;
    END IF;
  END LOOP;
  FOR name IN SELECT jsonb_array_elements_text(declared) LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      PERFORM pg_catalog.pgaadauth_create_principal(name, false, false);
      RAISE NOTICE 'created role "%"', name;
    ELSIF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name AND oid IN (
      SELECT objoid FROM pg_shseclabel WHERE classoid = 'pg_authid'::regclass AND provider = 'pgaadauth'
    )) THEN
      RAISE EXCEPTION 'role "%" exists, but no Entra identity signs in with it: drop or rename it', name;
    END IF;
    SELECT substring(l.label FROM 'oid=([^,]+)') INTO identity
    FROM pg_shseclabel l JOIN pg_roles r ON r.oid = l.objoid
    WHERE l.classoid = 'pg_authid'::regclass AND l.provider = 'pgaadauth' AND r.rolname = name;
    RAISE NOTICE 'role "%" is for the identity with the object id %', name, coalesce(identity, '(unknown)');
    IF pg_has_role(name, owner, 'MEMBER') THEN
      RAISE EXCEPTION 'role "%" is a member of "%": a service must not own the schema', name, owner;
    END IF;
    IF NOT pg_has_role(name, access, 'USAGE') THEN
      EXECUTE format('GRANT %I TO %I', access, name);
    END IF;
  END LOOP;

  IF people IS NOT NULL THEN
    IF declared ? people OR people IN (owner, access, migrator) THEN
      RAISE EXCEPTION 'gatewright.people names "%", which is a role of this database already', people;
    ELSIF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = people) THEN
      PERFORM pg_catalog.pgaadauth_create_principal(people, false, false);
    ELSIF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = people AND oid IN (
      SELECT objoid FROM pg_shseclabel WHERE classoid = 'pg_authid'::regclass AND provider = 'pgaadauth'
    )) THEN
      RAISE EXCEPTION 'role "%" exists, but no Entra identity signs in with it: drop or rename it', people;
    END IF;
    EXECUTE format('GRANT %I TO %I', people_role, people);
    RAISE WARNING 'role "%" acts as "%" until this job runs without gatewright.people', people, people_role;
  END IF;

  FOR name, granted IN
    SELECT DISTINCT m.rolname::text, a.rolname::text
    FROM pg_auth_members g JOIN pg_roles a ON a.oid = g.roleid JOIN pg_roles m ON m.oid = g.member
    WHERE m.rolname <> migrator AND NOT declared ? m.rolname::text
      AND NOT coalesce(m.rolname = people AND a.rolname = people_role, false)
      AND (a.rolname = access OR a.rolname = owner AND m.oid IN (
        SELECT objoid FROM pg_shseclabel WHERE classoid = 'pg_authid'::regclass AND provider = 'pgaadauth'
      ))
    ORDER BY 1, 2
  LOOP
    EXECUTE format('REVOKE %I FROM %I', granted, name);
    IF pg_has_role(name, granted, 'MEMBER') THEN
      RAISE EXCEPTION 'role "%" is not a declared service, and its membership of "%" was granted by someone else', name, granted;
    END IF;
    RAISE WARNING 'role "%" is no longer a declared service: its access to "%" is revoked, the role itself is kept', name, db;
  END LOOP;
END
$bootstrap$;`;
