import { nearMisses } from "../near-miss";

/** Secrets are put together here, so that no scanner takes this file for a leak. */
const token = ["ghp", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"].join("_");
const app = (more: object, image = "orders/web:1") =>
  ({ template: { container: [{ name: "c", image, ...more }] } }) as never;

const env = (name: string, value: string) => app({ env: [{ name, value }] });

nearMisses("SEC-01", {
  "a known format is found wherever it stands": {
    gate: "poc",
    resources: {
      "azurerm_container_app.a": app({ env: [{ name: "GREETING", value: `hello ${token}` }] }),
      "azurerm_container_app.b": app({ env: [{ name: "GREETING", value: "hello" }] }),
    },
    stack: { variable: { x: { default: token } } },
    config: { services: { web: { env: { X: token } } } },
    pass: ["azurerm_container_app.b"],
    fail: ["azurerm_container_app.a", "config services.web.env.X", "variable"],
  },
  "a password by its name is found, one that comes from Key Vault is none": {
    gate: "poc",
    resources: {
      "azurerm_container_app.literal": app({ env: [{ name: "DB_PASSWORD", value: "correct-horse" }] }),
      "azurerm_container_app.reference": app({ env: [{ name: "DB_PASSWORD", secret_name: "db-password" }] }),
      "azurerm_container_app.value": { secret: [{ name: "x", value: "y" }] },
      "azurerm_container_app.vault": {
        secret: [{ name: "x", key_vault_secret_id: "https://kv/secrets/x", identity: "i" }],
      },
    },
    pass: ["azurerm_container_app.reference", "azurerm_container_app.vault"],
    fail: ["azurerm_container_app.literal", "azurerm_container_app.value"],
  },
  "notSecret lifts what a name suggests, not a known format": {
    gate: "poc",
    config: {
      notSecret: [
        { path: "services.web.env.DB_PASSWORD", why: "a label" },
        { path: "services.web.env.T", why: "no" },
      ],
    },
    resources: {
      "azurerm_container_app.lifted": app({ env: [{ name: "DB_PASSWORD", value: "correct-horse" }] }),
      "azurerm_container_app.known": app({ env: [{ name: "T", value: token }] }),
    },
    pass: ["azurerm_container_app.lifted"],
    fail: ["azurerm_container_app.known"],
  },
  "an empty assignment in a script does not hold the next line": {
    gate: "poc",
    resources: { "azurerm_container_app_job.j": app({ command: ["sh", "-c", "PGPASSWORD=\nexport PGPASSWORD"] }) },
    pass: ["azurerm_container_app_job.j"],
  },
  "a name needs no separator, and a word is a password": {
    gate: "poc",
    resources: {
      "azurerm_container_app.joined": env("PGPASSWORD", "Correct-Horse-9"),
      "azurerm_container_app.camel": env("dbPassword", "Correct-Horse-9"),
      "azurerm_container_app.word": env("ADMIN_PASSWORD", "correcthorse"),
      "azurerm_container_app.compass": env("COMPASS", "Correct-Horse-9"),
      "azurerm_container_app.file": env("PGPASSFILE", "/run/pgpass"),
    },
    pass: ["azurerm_container_app.compass", "azurerm_container_app.file"],
    fail: ["azurerm_container_app.camel", "azurerm_container_app.joined", "azurerm_container_app.word"],
  },
  "a key of another resource is no setting; where telemetry goes, and an address, are": {
    gate: "poc",
    resources: {
      "azurerm_container_app.key": env("CONNECTION", "${azurerm_storage_account.s.primary_connection_string}"),
      "azurerm_container_app.drawn": env("GREETING", "hello ${random_password.p.result}"),
      "azurerm_container_app.looked_up": env("GREETING", "${data.azurerm_key_vault_secret.s.value}"),
      "azurerm_container_app.local": env("GREETING", "${local.greeting}"),
      "azurerm_container_app.telemetry": env("TELEMETRY", "${azurerm_application_insights.i.connection_string}"),
      "azurerm_container_app.address": env("VAULT", "${azurerm_key_vault.v.vault_uri}"),
    },
    stack: {
      locals: { greeting: "${azurerm_redis_cache.r.primary_access_key}" },
      output: { key: { value: "${azurerm_storage_account.s.primary_access_key}", sensitive: true } },
    },
    pass: ["azurerm_container_app.address", "azurerm_container_app.local", "azurerm_container_app.telemetry"],
    fail: [
      "azurerm_container_app.drawn",
      "azurerm_container_app.key",
      "azurerm_container_app.looked_up",
      "locals",
      "output",
    ],
  },
  "what stands under a secret's name and comes from elsewhere is unknown": {
    gate: "poc",
    config: { notSecret: [{ path: "services.web.env.PUBLIC_KEY", why: "it is public" }] },
    resources: {
      "azurerm_container_app.variable": env("DB_PASSWORD", "${var.password}"),
      "azurerm_container_app.lifted": env("PUBLIC_KEY", "${var.key}"),
      "azurerm_container_app.plain": env("REGION", "${var.region}"),
      "azurerm_container_app.text": env("PRICE", "$${amount}"),
    },
    pass: ["azurerm_container_app.lifted", "azurerm_container_app.plain", "azurerm_container_app.text"],
    unknown: ["azurerm_container_app.variable"],
  },
  "a vault's secret is not written by Terraform, unless no state keeps it": {
    gate: "poc",
    resources: {
      "azurerm_key_vault_secret.literal": { name: "a", value: "x" },
      "azurerm_key_vault_secret.variable": { name: "b", value: "${var.x}" },
      "azurerm_key_vault_secret.written": { name: "d", value_wo: "x", value_wo_version: 1 },
      "azurerm_mssql_server.written": { administrator_login_password_wo: "Correct-Horse-9" },
      "azurerm_key_vault_secret.write_only": {
        name: "c",
        value_wo: "${random_password.p.result}",
        value_wo_version: 1,
      },
    },
    pass: ["azurerm_key_vault_secret.write_only"],
    fail: [
      "azurerm_mssql_server.written",
      "azurerm_key_vault_secret.written",
      "azurerm_key_vault_secret.literal",
      "azurerm_key_vault_secret.variable",
    ],
  },
});
