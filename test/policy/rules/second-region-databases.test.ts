import { asList, asObject, type JsonObject } from "../../../src/plan/json";
import { changed, withArguments } from "./edge-plans";
import {
  active,
  cold,
  data,
  GROUP,
  hot,
  LAG,
  ORIGIN,
  ORIGIN_TWO,
  REPLICA,
  SERVER,
  WEB,
  WEB_TWO,
  warm,
} from "./region-plans";
import { failing, ofCold, ofWarm, row, without } from "./region-rows";
import { nearMisses } from "./said";

const lag = (more: JsonObject) => withArguments(data, LAG, more);
const CRITERION = asObject(asList(data[LAG]?.["criteria"])[0]);
const NOBODY = "Nobody is told when it lags behind.";

nearMisses("RES-04", {
  ...failing({
    "a replica that may lag behind without a word": [changed(data, { [LAG]: undefined }), REPLICA, NOBODY],
    "an alert on its lag that is off": [lag({ enabled: false }), REPLICA, NOBODY],
    "an alert on its lag that tells nobody": [lag({ action: [] }), REPLICA, NOBODY],
    "an alert that fires when it does not lag": [
      lag({ criteria: [{ ...CRITERION, operator: "LessThan" }] }),
      REPLICA,
      NOBODY,
    ],
    "an alert on the primary, which lags behind nobody": [lag({ scopes: [`\${${SERVER}.id}`] }), REPLICA, NOBODY],
    "an alert on a lag beyond what may be lost": [
      lag({ criteria: [{ ...CRITERION, threshold: 901 }] }),
      REPLICA,
      `${LAG} tells of a lag beyond 16 minutes; 15 minutes may be lost.`,
    ],
  }),
  "an alert on a lag of all that may be lost, to the second": row(
    "cold-standby",
    { ...cold, ...lag({ criteria: [{ ...CRITERION, threshold: 900 }] }) },
    { pass: ofCold },
  ),
  "a lag that a variable decides": row(
    "cold-standby",
    { ...cold, ...lag({ criteria: [{ ...CRITERION, threshold: "${var.lag}" }] }) },
    {
      pass: without(ofCold, REPLICA),
      unknown: { [REPLICA]: "Whether somebody is told when it lags behind is not known before apply." },
    },
  ),
  "an alert on what is not known yet": row(
    "cold-standby",
    { ...cold, ...lag({ scopes: ["${azurerm_resource_group.other[0].id}"] }) },
    {
      pass: without(ofCold, REPLICA),
      unknown: { [REPLICA]: "Whether somebody is told when it lags behind is not known before apply." },
    },
  ),
  "cold: the data is there, and the edge leads to the first region": row("cold-standby", cold, { pass: ofCold }),
  "warm: one replica of each service, and an origin that is switched off": row("warm-standby", warm, { pass: ofWarm }),
  "hot: as many replicas as at home, and an origin after the first": row("hot-failover", hot, { pass: ofWarm }),
  "active: an origin beside the first": row("active-active", active, { pass: ofWarm }),
  "cold does not mind a region that is built": row(
    "cold-standby",
    withArguments(warm, ORIGIN_TWO, { enabled: false }),
    {
      pass: without(ofWarm, WEB_TWO),
    },
  ),
  "cold sends nobody there": row("cold-standby", hot, {
    pass: ofCold,
    fail: {
      [ORIGIN_TWO]: "It is switched on, and nothing runs in northeurope: cold-standby builds it when it is needed.",
    },
  }),
  "warm with nothing there is cold": row("warm-standby", cold, {
    pass: ofCold,
    fail: {
      [GROUP]: "The edge leads nowhere in northeurope, and warm-standby has an origin there.",
      "config scale.mode": "No container environment stands in northeurope, and warm-standby has one.",
    },
  }),
  "warm with a service that does not run there": row(
    "warm-standby",
    changed(warm, { "azurerm_container_app.api": { ...warm[WEB], template: { container: [{ name: "api" }] } } }),
    {
      pass: ofWarm,
      fail: { "azurerm_container_app.api": "Nothing runs api in northeurope, and warm-standby does." },
    },
  ),
  "warm that may run on nothing is cold": row(
    "warm-standby",
    withArguments(warm, WEB_TWO, { template: { min_replicas: 0, container: [{ name: "web" }] } }),
    {
      pass: without(ofWarm, WEB_TWO),
      fail: { [WEB_TWO]: "It may run on 0 replicas; warm-standby has at least 1." },
    },
  ),
  "warm that takes over by itself is hot": row("warm-standby", withArguments(warm, ORIGIN_TWO, { enabled: true }), {
    pass: without(ofWarm, ORIGIN_TWO),
    fail: { [ORIGIN_TWO]: "It is switched on, and a person switches it on in warm-standby." },
  }),
  "hot with one replica is warm": row("hot-failover", changed(hot, { [WEB_TWO]: warm[WEB_TWO] }), {
    pass: without(ofWarm, WEB_TWO),
    fail: { [WEB_TWO]: "It may run on 1 replicas; hot-failover has at least 2." },
  }),
  "hot with an origin that is switched off is warm": row(
    "hot-failover",
    withArguments(hot, ORIGIN_TWO, { enabled: false }),
    {
      pass: without(ofWarm, ORIGIN_TWO),
      fail: { [ORIGIN_TWO]: "It is switched off, and hot-failover takes over by itself." },
    },
  ),
  "hot with an origin of the same rank is active": row("hot-failover", active, {
    pass: without(ofWarm, ORIGIN_TWO),
    fail: {
      [ORIGIN_TWO]: "Its priority is 1, like the first region's: both take requests, and one database takes writes.",
    },
  }),
  "active with an origin after the first is hot": row("active-active", hot, {
    pass: without(ofWarm, ORIGIN_TWO),
    fail: {
      [ORIGIN_TWO]: "Its priority is 2 and the first region's 1: only one of them takes requests.",
    },
  }),
  "the first region stays the first": row(
    "warm-standby",
    withArguments(warm, ORIGIN, { enabled: false, priority: 3 }),
    {
      pass: without(ofWarm, ORIGIN),
      fail: {
        [ORIGIN]: [
          "It is switched off: the edge has nowhere to send requests.",
          "The first region has priority 1, and not 3.",
        ],
      },
    },
  ),
  "an origin of which the region is not known": row(
    "warm-standby",
    withArguments(warm, ORIGIN_TWO, { private_link: { private_link_target_id: "${var.environment}" } }),
    {
      pass: without(ofWarm, ORIGIN_TWO),
      unknown: { [ORIGIN_TWO]: "In which region it leads is not known." },
    },
  ),
  "replicas that a variable decides": row(
    "warm-standby",
    withArguments(warm, WEB_TWO, { template: { min_replicas: "${var.least}", container: [{ name: "web" }] } }),
    {
      pass: without(ofWarm, WEB_TWO),
      unknown: { [WEB_TWO]: "template.min_replicas is not known before apply." },
    },
  ),
});
