import { changed, withArguments } from "./edge-plans";
import {
  ACCOUNT,
  ACCOUNT_TWO,
  data,
  hot,
  POLICY,
  REPLICA,
  SERVER,
  scaleConfig,
  WEB,
  WEB_TWO,
  warm,
} from "./region-plans";
import { nearMisses } from "./said";

const gate = "scale" as const;
const oneZone = "It stands in one zone: high_availability.mode is nothing.";
const servers = { [SERVER]: data[SERVER], [REPLICA]: data[REPLICA] };

nearMisses("RES-01", {
  "a replica has the standby of what it follows": {
    gate,
    resources: changed({}, servers),
    pass: [SERVER, REPLICA],
  },
  "a replica of a server of somebody else's stands alone": {
    gate,
    resources: changed({}, { ...servers, [REPLICA]: { ...data[REPLICA], source_server_id: "${var.server}" } }),
    pass: [SERVER],
    fail: { [REPLICA]: oneZone },
  },
  "two that follow each other follow nobody": {
    gate,
    resources: changed(
      {},
      {
        [SERVER]: {
          ...data[SERVER],
          high_availability: undefined as never,
          create_mode: "Replica",
          source_server_id: `\${${REPLICA}.id}`,
        },
        [REPLICA]: data[REPLICA],
      },
    ),
    fail: { [SERVER]: oneZone, [REPLICA]: oneZone },
  },
  "a server that was restored from another one is a server of its own": {
    gate,
    resources: changed({}, { ...servers, [REPLICA]: { ...data[REPLICA], create_mode: "GeoRestore" } }),
    pass: [SERVER],
    fail: { [REPLICA]: oneZone },
  },
});

const none = "No backup instance copies it into a vault.";
const drill = { "config evidence.restore-drilled": "No restore was drilled." };
const given = { gate, config: scaleConfig("cold-standby"), evidence: [], today: "2027-09-01" } as const;

nearMisses("RES-03", {
  "copies of what is followed are demanded, and of nothing else": {
    ...given,
    resources: data,
    fail: { [SERVER]: none, [ACCOUNT]: none, ...drill },
  },
  "a queue beside the copies is no blob of its own": {
    ...given,
    resources: changed(data, {
      "azurerm_storage_queue.mail": { name: "mail", storage_account_id: `\${${ACCOUNT_TWO}.id}` },
    }),
    fail: { [SERVER]: none, [ACCOUNT]: none, ...drill },
  },
  "an account that holds something of its own follows nobody": {
    ...given,
    resources: changed(data, {
      "azurerm_storage_container.own": { name: "own", storage_account_id: `\${${ACCOUNT_TWO}.id}` },
    }),
    fail: { [SERVER]: none, [ACCOUNT]: none, [ACCOUNT_TWO]: none, ...drill },
  },
  "two accounts that copy to each other follow nobody": {
    ...given,
    resources: changed(data, {
      "azurerm_storage_object_replication.back": {
        ...data[POLICY],
        source_storage_account_id: `\${${ACCOUNT_TWO}.id}`,
        destination_storage_account_id: `\${${ACCOUNT}.id}`,
      },
    }),
    fail: { [SERVER]: none, [ACCOUNT]: none, [ACCOUNT_TWO]: none, ...drill },
  },
});

const public_ = { services: { web: { exposure: "public" } } };

nearMisses("RES-02", {
  "in the second region as many run as its mode says, which RES-04 judges": {
    gate,
    config: scaleConfig("warm-standby", public_),
    resources: warm,
    pass: [WEB],
  },
  "in the first region two": {
    gate,
    config: scaleConfig("warm-standby", public_),
    resources: withArguments(hot, WEB, { template: { min_replicas: 1, container: [{ name: "web" }] } }),
    fail: { [WEB]: "web may run on 1 replicas; the promise covers it." },
  },
  "a config that knows no second region has two everywhere": {
    gate,
    config: scaleConfig(undefined, public_),
    resources: warm,
    pass: [WEB],
    fail: { [WEB_TWO]: "web may run on 1 replicas; the promise covers it." },
  },
});
