import type { BootstrapProps } from "./bootstrap";
import { bootstrapSql } from "./bootstrap-sql";

/**
 * The bootstrap job's program, for `/bin/sh -c` in an image with `psql`, `wget` and a CA bundle (`postgres:17-alpine`;
 * the Debian variant has no bundle). The job sets `PGHOST`, `PGUSER` (the migrator), `PGDATABASE` and
 * `AZURE_MANAGED_IDENTITY_RESOURCE_ID` (the migrator's ARM id, which needs no URL encoding); Container Apps sets
 * `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`. `PGSSLROOTCERT` may name another CA bundle, and `PGOPTIONS` a role to make
 * anew (see {@link bootstrapSql}). The token is kept in the environment and never printed.
 *
 * The text may stand in Terraform JSON and in a container's `args`: it holds no `${`, `%{`, `$(NAME)`, nor two dollar
 * signs in a row.
 *
 * @throws BadInput like {@link bootstrapSql}.
 * @see https://learn.microsoft.com/azure/container-apps/managed-identity#rest-endpoint-reference
 */
export function bootstrapScript(props: BootstrapProps): string {
  const sql = bootstrapSql(props);
  return String.raw`set -e
say() { printf 'bootstrap: %s\n' "$1"; }
fail() { say "$1" >&2; exit 1; }
need() { [ -n "$2" ] || fail "$1 is not set"; }

# retry TIMES WHAT COMMAND: 10 seconds apart.
retry() {
  left=$1
  what=$2
  shift 2
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || fail "$what: gave up"
    say "$what: not yet, trying again in 10 seconds"
    sleep 10
  done
  say "$what: done"
}

sign_in() {
  answer=$(timeout 10 wget -q -O - --header "X-IDENTITY-HEADER: $IDENTITY_HEADER" \
    "$IDENTITY_ENDPOINT?resource=https://ossrdbms-aad.database.windows.net&api-version=2019-08-01&mi_res_id=$AZURE_MANAGED_IDENTITY_RESOURCE_ID") || return 1
  PGPASSWORD=$(printf '%s' "$answer" | sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')
  [ -n "$PGPASSWORD" ]
}

reach_server() { psql -X -w -q -d postgres -c 'SELECT 1' -o /dev/null; }

need PGHOST "$PGHOST"
need PGUSER "$PGUSER"
need PGDATABASE "$PGDATABASE"
need AZURE_MANAGED_IDENTITY_RESOURCE_ID "$AZURE_MANAGED_IDENTITY_RESOURCE_ID"
need IDENTITY_ENDPOINT "$IDENTITY_ENDPOINT"
need IDENTITY_HEADER "$IDENTITY_HEADER"
for file in /etc/ssl/certs/ca-certificates.crt /etc/ssl/cert.pem; do
  if [ -z "$PGSSLROOTCERT" ] && [ -s "$file" ]; then PGSSLROOTCERT=$file; fi
done
[ -n "$PGSSLROOTCERT" ] || fail 'this image has no CA bundle: use one with /etc/ssl/certs/ca-certificates.crt'

PGSSLMODE=verify-full
PGCONNECT_TIMEOUT=10
PGAPPNAME=gatewright-bootstrap
PGPASSWORD=
export PGSSLROOTCERT PGSSLMODE PGCONNECT_TIMEOUT PGAPPNAME PGPASSWORD

retry 18 'sign in' sign_in
retry 18 'reach the server' reach_server
# Entra may not know the name of a new identity yet.
make_roles() {
  psql -X -w -q -v ON_ERROR_STOP=1 -d postgres -f - <<'GATEWRIGHT_SQL'
`.concat(
    sql.cluster,
    "GATEWRIGHT_SQL\n}\nretry 6 'roles and owner' make_roles\nsay 'schemas and privileges'\n",
    `psql -X -w -q -v ON_ERROR_STOP=1 -d "$PGDATABASE" -f - <<'GATEWRIGHT_SQL'\n`,
    sql.database,
    "GATEWRIGHT_SQL\nsay 'complete'\n",
  );
}
