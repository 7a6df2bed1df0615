import { databaseJobs, type ResolvedEnvironment } from "../config/resolve";
import { awaitRun, startJob } from "./databases";
import { dataGroup, hardenedConfig } from "./hardened";
import { scriptNamed } from "./script";
import { shellWord } from "./shell-word";
import type { Step } from "./step";

/** Version of the interface that starts a job with settings of one run. */
const API = "2024-03-01";

/** What a run of the bootstrap job may be told, beside what the job was applied with. */
const TEMPLATE =
  '{containers:[.containers[]|{name,image,command,args,resources:{cpu:.resources.cpu,memory:.resources.memory},env:((.env//[])+[{name:"PGOPTIONS",value:$options},{name:"WHY",value:$why}])}]}';

/** Roles for data of a storage account, by what people come for. */
const ROLES = {
  access: ["Storage Blob Data Reader", "Storage Queue Data Reader"],
  owner: ["Storage Blob Data Contributor", "Storage Queue Data Contributor"],
} as const;

/**
 * The way in to data for people, from Pilot on, where nobody has one: opened on purpose, for some hours, seen by an alert,
 * and closed by the same script. In a database the bootstrap job gives and takes the role, because from PostgreSQL 16 on
 * only the role that made another may grant it: an administrator that Azure is told of sees nothing. A role on the storage
 * account stands above its locks, with a condition, because what stands beneath a lock cannot be taken away again.
 *
 * @see https://www.postgresql.org/docs/16/role-attributes.html
 * @see https://learn.microsoft.com/azure/storage/blobs/storage-auth-abac-attributes
 */
export function lookAtData(environment: ResolvedEnvironment): Step[] {
  const { config, stores } = environment;
  if (config.stage === "poc" || stores.length === 0) return [];
  return [open(environment), close(environment)];
}

function open(environment: ResolvedEnvironment): Step {
  const { name, stores, nameOf } = environment;
  const hardened = hardenedConfig(environment);
  const people = hardened
    ? [`PEOPLE="\${PEOPLE:-${hardened.access.operators}}"`]
    : ["ask PEOPLE 'Object id of the Entra group'"];
  const databases = stores.filter(({ type }) => type === "postgresql");
  const way = hardened ? "Connect to the VPN" : "From an address of operatorsFrom";
  const host = (store: string) => `${nameOf("postgresql_flexible_server", store)}.postgres.database.azure.com`;
  const signIn = (store: string) =>
    `  psql "host=${host(store)} dbname=${store.replaceAll("-", "_")} user='%s' sslmode=require"\\n`;
  return {
    id: "open-data",
    title: "Later: let people look at data",
    why: `Nobody has a role on data. This gives one to a group for some hours, to read and write rows and to read blobs and queues, or with ROLE=owner to change everything; it tells the contacts by an alert, stays open until you press Enter or the hours are over, and then takes it back. Leave it running. An owner runs it; who is in the group comes from Entra ID.`,
    purpose: "later",
    commands: [
      ...people,
      'ROLE="${ROLE:-access}"',
      'case "$ROLE" in access|owner) ;; *) echo "ROLE is access or owner." >&2; false;; esac',
      "ask WHY 'Why, for the record'",
      "ask HOURS 'Hours until it is closed again, 1 to 8'",
      'case "$HOURS" in [1-8]) ;; *) echo "HOURS is 1 to 8." >&2; false;; esac',
      'GROUP_NAME="$(az ad group show --group "$PEOPLE" --query displayName --output tsv)"',
      `trap 'bash ${scriptNamed(name, "close-data")}' EXIT`,
      ...databases.flatMap((store) => openDatabase(environment, store.name)),
      ...openStorage(environment),
      `echo "Open for $GROUP_NAME. ${way}, then sign in with a token:"`,
      ...(databases.length > 0
        ? [
            `echo '  export PGPASSWORD="$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv)"'`,
          ]
        : []),
      ...databases.map((store) => `printf ${shellWord(signIn(store.name))} "$GROUP_NAME"`),
      "printf 'Press Enter to close it: ' >&2; IFS= read -r -t \"$((HOURS * 3600))\" _ || true",
    ],
  };
}

/** One run of the bootstrap job that lets the group act as a role of the database. */
function openDatabase(environment: ResolvedEnvironment, store: string): string[] {
  const job = environment.nameOf("container_app_job", databaseJobs(store).bootstrap);
  const group = environment.nameOf("resource_group");
  const url = `https://management.azure.com/subscriptions/$TF_VAR_subscription_id/resourceGroups/${group}/providers/Microsoft.App/jobs/${job}/start?api-version=${API}`;
  return [
    // libpq takes spaces apart, unless a backslash stands before them.
    `OPTIONS="-c gatewright.people=$(printf %s "$GROUP_NAME" | sed 's/[\\ ]/\\&/g') -c gatewright.people_role=$ROLE"`,
    `RUN="$(az containerapp job show --name ${job} --resource-group ${group} --query properties.template --output json | jq --arg options "$OPTIONS" --arg why "$WHY" '${TEMPLATE}' | az rest --method post --url "${url}" --body @- --query name --output tsv)"`,
    ...awaitRun(environment, job),
  ];
}

function openStorage(environment: ResolvedEnvironment): string[] {
  const kinds = environment.stores.map(({ type }) => type);
  const wanted = [kinds.includes("blobs"), kinds.includes("queue")];
  if (!wanted.includes(true)) return [];
  const account = environment.nameOf("storage_account");
  const create = (role: string) =>
    `az role assignment create --role "${role}" --assignee-object-id "$PEOPLE" --assignee-principal-type Group --scope "/subscriptions/$TF_VAR_subscription_id" --condition "@Resource[Microsoft.Storage/storageAccounts:name] StringEquals '${account}'" --condition-version 2.0 --description "$WHY" --output none`;
  return wanted.flatMap((one, kind) =>
    one ? [`if [ "$ROLE" = owner ]; then ${create(ROLES.owner[kind]!)}; else ${create(ROLES.access[kind]!)}; fi`] : [],
  );
}

function close(environment: ResolvedEnvironment): Step {
  const { stores, nameOf } = environment;
  const group = dataGroup(environment);
  const account = nameOf("storage_account");
  const databases = stores.filter(({ type }) => type === "postgresql");
  const given = `az role assignment list --all --query "[?principalType!='ServicePrincipal' && condition && contains(condition, '${account}')].id" --output tsv`;
  const stored = databases.length < stores.length;
  return {
    id: "close-data",
    title: "Later: take it back, and see that nobody has a way in",
    why: "What the step before does at its end, for when it could not, and to look: a run of the bootstrap job takes every role from whoever is no service, and what is left is printed and ends the step with an error. Every release that runs the bootstrap closes databases too. An administrator of a server that somebody added by hand lies beneath the lock of the database: lift it as for taking something away.",
    purpose: "later",
    commands: [
      ...(stored ? [`${given} | while read -r id; do az role assignment delete --ids "$id" </dev/null; done`] : []),
      ...databases.flatMap((store) =>
        startJob(environment, nameOf("container_app_job", databaseJobs(store.name).bootstrap)),
      ),
      'LEFT=""',
      ...(stored ? [`LEFT="$LEFT$(${given})"`] : []),
      ...databases.map(
        ({ name }) =>
          `LEFT="$LEFT$(az postgres flexible-server microsoft-entra-admin list --server-name ${nameOf("postgresql_flexible_server", name)} --resource-group ${group} --query "[?principalType!='ServicePrincipal'].principalName" --output tsv)"`,
      ),
      'if [ -n "$LEFT" ]; then echo "Still open: $LEFT" >&2; false; fi',
      'echo "Closed: nobody but the services has a role on data."',
    ],
  };
}
