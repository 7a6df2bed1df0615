import { pocSchema } from "../../src/config/schema/poc";
import { serviceShape } from "../../src/config/schema/service";
import { describeCases, image, withStore } from "../support/bad-fields";
import { pocConfig, pocWithService } from "../support/poc-config";

const KNOWN_KEYS = Object.keys(pocSchema.shape).join(", ");
const SERVICE_KEYS = Object.keys(serviceShape).join(", ");

describeCases("keys that nobody knows are refused with the known ones", [
  [
    "a misspelt field",
    pocConfig({ loggin: {} }),
    "loggin:",
    `unknown key "loggin"; did you mean "logging"?\n    Known keys: ${KNOWN_KEYS}.`,
  ],
  [
    "a field that is like none",
    pocConfig({ flavour: "mild" }),
    "flavour:",
    `unknown key "flavour"\n    Known keys: ${KNOWN_KEYS}.`,
  ],
  [
    "a misspelt field of a service",
    pocWithService({ port: 80, expose: "public" }),
    "expose:",
    `unknown key "expose" in services.web; did you mean "exposure"?\n    Known keys: ${SERVICE_KEYS}.`,
  ],
  [
    "two letters that changed places",
    pocWithService({ prot: 80 }),
    "prot:",
    `unknown key "prot" in services.web; did you mean "port"?\n    Known keys: ${SERVICE_KEYS}.`,
  ],
  [
    "a field of a probe",
    pocWithService({ port: 80, probes: { liveness: { paht: "/health" } } }),
    "paht:",
    'unknown key "paht" in services.web.probes.liveness; did you mean "path"?\n    Known keys: path, port, initialDelay, interval, timeout, failures.',
  ],
  [
    "a field that another type of store has",
    withStore("files", { type: "blobs", version: "17" }),
    "version:",
    'unknown key "version" in stores.files\n    Known keys: type, softDeleteDays.',
  ],
  [
    "a field of another kind of scale rule",
    pocWithService({ port: 80, scale: { rules: [{ type: "cpu", percent: 70, replicas: 2 }] } }),
    "replicas:",
    'unknown key "replicas" in services.web.scale.rules[0]\n    Known keys: type, percent.',
  ],
  [
    "__proto__",
    JSON.parse(JSON.stringify(pocConfig()).replace("{", '{"__proto__":{"workload":"x"},')),
    "__proto__:",
    `unknown key "__proto__"\n    Known keys: ${KNOWN_KEYS}.`,
  ],
  [
    "constructor",
    pocConfig({ constructor: { name: "x" } }),
    "constructor:",
    `unknown key "constructor"\n    Known keys: ${KNOWN_KEYS}.`,
  ],
  [
    "toString, in a service",
    pocWithService({ toString: "x" }),
    "toString:",
    `unknown key "toString" in services.web\n    Known keys: ${SERVICE_KEYS}.`,
  ],
  [
    "__proto__ as a service",
    pocConfig({ services: JSON.parse(`{"web":{"image":"${image}"},"__proto__":{"image":"${image}"}}`) }),
    "__proto__:",
    "services.__proto__: the name is reserved\n    Choose another name.",
  ],
  [
    "__proto__ as a variable",
    pocWithService({ env: JSON.parse('{"__proto__":"x"}') }),
    "__proto__:",
    "services.web.env.__proto__: the name is reserved\n    Choose another name.",
  ],
]);

describeCases("what is missing is told with what it is for", [
  [
    "the owner",
    pocConfig({ owner: undefined }),
    "workload:",
    "owner is required\n    Who answers for the environment and gets its budget warnings.",
  ],
  [
    "the stage",
    pocConfig({ stage: undefined }),
    "workload:",
    "stage is required\n    The stage decides what else the file must say.",
  ],
  [
    "the decision about the platform",
    pocConfig({ decisions: {} }),
    "decisions:",
    'decisions.platform is required\n    Write down what runs the containers and until when, for example platform: "Container Apps, until Pre-Production".   (CHG-01)',
  ],
  [
    "the log stance",
    pocConfig({ logging: {} }),
    "logging:",
    "logging.personalData is required\n    Write personalData: never.",
  ],
  [
    "the image",
    pocConfig({ services: { web: { port: 80 } } }),
    "web:",
    "services.web.image is required\n    Container image; `repository:tag` without a host comes from the environment's own registry.",
  ],
  [
    "every service",
    pocConfig({ services: {} }),
    "services:",
    "services must be a mapping of at least one service, got an empty mapping\n    The product's containers by name.",
  ],
  [
    "the type of a store",
    withStore("files", {}),
    "files:",
    "stores.files.type is required\n    Write type: postgresql, blobs or queue.",
  ],
  [
    "the percentage of a scale rule",
    pocWithService({ port: 80, scale: { rules: [{ type: "cpu" }] } }),
    "type: cpu",
    "services.web.scale.rules[0].percent is required\n    Average use above which a replica is added, 1 to 100.",
  ],
]);
