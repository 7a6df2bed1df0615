import { Testing } from "cdktf";
import { synthesizeInMemory } from "../../../../src/synth/in-memory";
import { ProductionEnvironment } from "../../../../stacks/4-production";
import {
  dropFromScale,
  inScale,
  type ScaleStacks,
  type ScaleWeakening,
  setInScale,
} from "../../../support/built-scale";
import { productionConfig } from "../../../support/production";
import type { Json } from "../../../support/weakenings";

const FIRST = "azurerm_cdn_frontdoor_origin.edge_origin-web-westeurope";
const SECOND = "azurerm_cdn_frontdoor_origin.edge_origin-web-northeurope";
const ROUTE = "azurerm_cdn_frontdoor_route.edge_route-web-app-orders-example";
const DOMAIN = "azurerm_cdn_frontdoor_custom_domain.edge_domain-app-orders-example";
const POLICY = "azurerm_cdn_frontdoor_firewall_policy.edge_firewall";
const SECURITY = "azurerm_cdn_frontdoor_security_policy.edge_firewall_association";
const APPS = "azurerm_container_app_environment.apps";

/** Domains that the filter is before. */
const filtered = (keep: (id: string) => boolean) =>
  inScale("edge", SECURITY, ({ security_policies: { firewall } }) => {
    const { association } = firewall;
    association.domain = association.domain.filter((one: Json) => keep(one.cdn_frontdoor_domain_id));
  });
const onDefaultDomain = setInScale("edge", ROUTE, { link_to_default_domain: true });

/** The gateway of the Production that it was, and its alerts. */
function keepGateway(stacks: ScaleStacks): void {
  const before = synthesizeInMemory(new ProductionEnvironment(Testing.app(), productionConfig()));
  const entry = before.find(({ name }) => name.endsWith("-entry"))!.json;
  Object.assign(stacks["entry"], { resource: entry.resource, variable: entry.variable });
  Object.assign(stacks["entry"]["//"].gatewright, { recorded: entry["//"]?.gatewright?.recorded });
}

/** Whatever opens the one way in, or leaves another one open beside it. */
export const EDGE: readonly ScaleWeakening[] = [
  {
    what: "an origin on the Internet",
    change: inScale("edge", SECOND, (one) => delete one.private_link),
    caught: ["NET-12", "RES-04"],
  },
  {
    what: "an origin that anybody may answer for",
    change: setInScale("edge", FIRST, { certificate_name_check_enabled: false }),
    caught: ["NET-12"],
  },
  { what: "a filter that only watches", change: setInScale("edge", POLICY, { mode: "Detection" }), caught: ["NET-07"] },
  { what: "a filter without rules", change: setInScale("edge", POLICY, { managed_rule: [] }), caught: ["NET-07"] },
  { what: "a filter that is off", change: setInScale("edge", POLICY, { enabled: false }), caught: ["NET-07"] },
  { what: "no filter", change: dropFromScale("edge", SECURITY), caught: ["NET-07"] },
  {
    what: "a host that no filter is before",
    change: filtered((id) => !id.includes("edge_domain-app-orders-example")),
    caught: ["NET-07"],
  },
  {
    what: "an endpoint that no filter is before, under Azure's own name for it",
    change: (stacks) => {
      filtered((id) => !id.includes("azurerm_cdn_frontdoor_endpoint"))(stacks);
      onDefaultDomain(stacks);
    },
    caught: ["NET-07"],
  },
  {
    what: "an endpoint that no filter is before, and that nothing answers on",
    change: filtered((id) => !id.includes("azurerm_cdn_frontdoor_endpoint")),
    caught: [],
  },
  { what: "Azure's own name for the endpoint, behind the filter", change: onDefaultDomain, caught: [] },
  {
    what: "requests passed on in plain HTTP",
    change: setInScale("edge", ROUTE, { forwarding_protocol: "HttpOnly" }),
    caught: ["NET-07"],
  },
  {
    what: "callers with an old TLS",
    change: inScale("edge", DOMAIN, ({ tls }) => Object.assign(tls, { minimum_tls_version: "TLS10" })),
    caught: ["NET-01", "NET-07"],
  },
  { what: "the gateway beside the edge", change: keepGateway, caught: ["NET-05"] },
  {
    what: "a container environment of the second region that the Internet reaches",
    change: setInScale("platform-neu", APPS, {
      internal_load_balancer_enabled: false,
      public_network_access: "Enabled",
    }),
    caught: ["NET-05", "NET-12"],
  },
  {
    what: "SSH into the subnet that the gateway left",
    change: inScale("platform", "azurerm_network_security_group.network_security-gateway", (group) => {
      group.security_rule = [
        {
          name: "ssh",
          priority: 101,
          access: "Allow",
          direction: "Inbound",
          protocol: "Tcp",
          source_address_prefix: "Internet",
          source_port_range: "*",
          destination_address_prefix: "*",
          destination_port_range: "22",
        },
        ...group.security_rule,
      ];
    }),
    caught: ["NET-10"],
  },
  {
    what: "no log of the edge in the second region",
    change: dropFromScale("edge", "azurerm_monitor_diagnostic_setting.diagnostics-edge-neu"),
    caught: [],
  },
  {
    what: "no alert of a region that does not answer",
    change: dropFromScale("edge", "azurerm_monitor_metric_alert.alert-entry-health"),
    caught: ["INC-03"],
  },
  {
    what: "no alert of an edge that answers with errors",
    change: dropFromScale("edge", "azurerm_monitor_metric_alert.alert-entry-errors"),
    caught: ["INC-03"],
  },
  {
    what: "nobody hears what Azure finds wrong with the edge",
    change: dropFromScale("edge", "azurerm_monitor_activity_log_alert.alert-resource-health"),
    caught: ["INC-03"],
  },
  {
    what: "no alert of a promise that breaks little by little",
    change: dropFromScale("edge", "azurerm_monitor_scheduled_query_rules_alert_v2.alert-promise-failures-slow"),
    caught: ["INC-04"],
  },
];
