import { describeCases, image, withStore } from "../support/bad-fields";
import { type Changes, pocConfig, pocWithService } from "../support/poc-config";

const NAME_RULE = "lower-case letters, digits and single hyphens, starting with a letter";
const NAME_FIX = "Write it like order-files; it becomes part of Azure names.";
const withService = (name: string, fields: Changes = { image }) => pocConfig({ services: { [name]: fields } });

describeCases("names", [
  [
    "a workload in capitals",
    pocConfig({ workload: "Orders" }),
    "workload:",
    `workload must be ${NAME_RULE}, got "Orders"\n    ${NAME_FIX}`,
  ],
  [
    "a workload of one letter",
    pocConfig({ workload: "o" }),
    "workload:",
    `workload must be 2 to 20 characters long, got "o"\n    ${NAME_FIX}`,
  ],
  [
    "a workload that names a stage",
    pocConfig({ workload: "orders-prod" }),
    "workload:",
    'workload: a name must not contain the stage "prod", got "orders-prod"\n    The stage is added to every name; choose a name that fits all stages.   (GOV-02)',
  ],
  [
    "a service in capitals",
    withService("Web"),
    "Web:",
    `services.Web: the name must be ${NAME_RULE}, got "Web"\n    ${NAME_FIX}`,
  ],
  [
    "a service with two hyphens",
    withService("web--app"),
    "web--app:",
    `services.web--app: the name must be ${NAME_RULE}, got "web--app"\n    ${NAME_FIX}`,
  ],
  [
    "a service of 25 characters",
    withService("x".repeat(25)),
    "xxx",
    `services.${"x".repeat(25)}: the name must be 2 to 24 characters long, got "${"x".repeat(25)}"\n    ${NAME_FIX}`,
  ],
  [
    "a service that names a stage",
    withService("poc-web"),
    "poc-web:",
    'services.poc-web: a name must not contain the stage "poc", got "poc-web"\n    The stage is added to every name; choose a name that fits all stages.   (GOV-02)',
  ],
  [
    "a store with an underscore",
    withStore("order_files", { type: "blobs" }),
    "order_files:",
    `stores.order_files: the name must be ${NAME_RULE}, got "order_files"\n    ${NAME_FIX}`,
  ],
  [
    "blobs of two letters",
    withStore("cv", { type: "blobs" }),
    "cv:",
    'stores.cv: the name of blobs must be at least 3 characters long, got "cv"\n    The container or queue gets this name, and Azure takes none shorter.',
  ],
  [
    "a database that every server has",
    withStore("postgres", { type: "postgresql" }),
    "postgres:",
    'stores.postgres: every PostgreSQL server has a database named "postgres" already\n    Name the store after what it holds, for example orders-data.',
  ],
  [
    "a store of an unknown type",
    withStore("database", { type: "postgres" }),
    "type:",
    'stores.database.type must be postgresql, blobs or queue, got "postgres"; did you mean "postgresql"?',
  ],
  [
    "a secret in capitals",
    pocWithService({ secrets: ["PAYMENT_KEY"] }),
    "PAYMENT_KEY",
    `services.web.secrets[0] must be ${NAME_RULE}, got "PAYMENT_KEY"\n    ${NAME_FIX}`,
  ],
  [
    "a variable with a hyphen",
    pocWithService({ env: { "LOG-LEVEL": "info" } }),
    "LOG-LEVEL:",
    'services.web.env.LOG-LEVEL: the name must be letters, digits and underscores, not starting with a digit, got "LOG-LEVEL"\n    Write it like LOG_LEVEL.',
  ],
]);
