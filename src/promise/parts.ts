import { type Committed, factOf, typesWith } from "../azure";
import { type Sla, type SlaId, sla } from "../azure/sla";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { lacksZones, spansZones } from "../reach/zones";
import { priced, serverMonthly } from "./money";
import type { Fix } from "./promise";

/** One thing that a request needs, with the figure that holds for how it is built. */
export interface PathPart {
  readonly resource: Resource;
  /** Absent where Microsoft commits to nothing for how it is built. */
  readonly sla: Sla | undefined;
  /** The figure if what is not known before apply turns out well. */
  readonly atBest?: Sla;
  readonly says: string;
  /** A change that leads to a better figure. */
  readonly better?: { readonly sla: Sla; readonly fix: Fix };
}

type Judge = (resource: Resource) => PathPart;

function part(resource: Resource, id: SlaId, rest: Partial<PathPart> = {}): PathPart {
  const figure = sla(id);
  return { resource, sla: figure, says: figure.what, ...rest };
}

function database({ usual: plain, sameZone = plain, zones = plain }: Committed): Judge {
  return (server) => {
    const mode = server.value("high_availability.mode");
    if (mode === "ZoneRedundant" && spansZones(server)) return part(server, zones);
    const now = mode === "SameZone" ? sameZone : plain;
    if (mode === UNKNOWN || server.isUnknown("high_availability")) return part(server, plain, { atBest: sla(zones) });
    if (mode === "ZoneRedundant") return part(server, plain, { says: `${sla(plain).what}: its region has no zones` });
    return part(server, now, zoneless(server) ? {} : { better: { sla: sla(zones), fix: standby(server) } });
  };
}

/** A standby in another zone: the same server again, and a larger size where the size has none. */
export function standby(server: Resource): Fix {
  const what = `Set high_availability { mode = "ZoneRedundant" } on ${server.address}`;
  if (server.value("high_availability.mode") === "SameZone") return priced(what, 0);
  if (server.text("sku_name")?.startsWith("B_"))
    return {
      says: `${what}; a burstable size has no standby, so it must become general purpose first, and then pays for two.`,
    };
  return priced(what, serverMonthly(server));
}

function overZones(one: SlaId, several: SlaId): Judge {
  return (resource) => {
    const spans = spansZones(resource);
    if (spans === true) return part(resource, several);
    if (spans === UNKNOWN) return part(resource, one, { atBest: sla(several) });
    const what = factOf(resource.type, "zones")?.want;
    if (zoneless(resource) || what === undefined) return part(resource, one);
    return part(resource, one, {
      better: { sla: sla(several), fix: priced(`Let ${resource.address} span zones: ${what}`, 0) },
    });
  };
}

function zoneless(resource: Resource): boolean {
  return lacksZones(resource.text("location"));
}

function gateway(resource: Resource): PathPart {
  const figure = sla("application-gateway");
  const spans = spansZones(resource);
  const scales = resource.blocks("autoscale_configuration").length > 0;
  if (!resource.text("sku.name")?.endsWith("_v2"))
    return { resource, sla: undefined, says: "an Application Gateway of the old generation" };
  if (spans === true || scales) return part(resource, "application-gateway");
  if (spans === UNKNOWN || resource.isUnknown("autoscale_configuration"))
    return { resource, sla: undefined, atBest: figure, says: "an Application Gateway whose zones are not known yet" };
  const how = zoneless(resource) ? "an autoscale_configuration" : 'zones = ["1", "2", "3"]';
  const fix = priced(`Set ${how} on ${resource.address}`, 0);
  return {
    resource,
    sla: undefined,
    says: "an Application Gateway without zones or autoscale",
    better: { sla: figure, fix },
  };
}

function containerApp(resource: Resource): PathPart {
  const figure = sla("container-apps");
  const least = resource.value("template.min_replicas");
  if (typeof least === "number" && least > 0) return part(resource, "container-apps");
  if (typeof least !== "number")
    return { resource, sla: undefined, atBest: figure, says: "an app whose replicas are not known yet" };
  return {
    resource,
    sla: undefined,
    says: "an app that scales to nothing",
    better: { sla: figure, fix: { says: `Set min_replicas on ${resource.address} to 2.` } },
  };
}

/** A site spans zones with its plan. */
function site({ usual, zones = usual }: Committed): Judge {
  return (resource) => {
    const [plan] = resource.refs("service_plan_id");
    const spans = plan?.kind === "resource" && spansZones(plan.resource) === true;
    return part(resource, spans ? zones : usual);
  };
}

/** Types whose figure depends on more than zones and standbys. */
const JUDGES: Readonly<Record<string, Judge>> = {
  azurerm_application_gateway: gateway,
  azurerm_container_app: containerApp,
  azurerm_cosmosdb_account: (one) => {
    const spans = one.blocks("geo_location").some((place) => place.value("zone_redundant") === true);
    return part(one, spans ? "cosmos-zones" : "cosmos");
  },
  azurerm_storage_account: (one) =>
    one.value("access_tier") === "Cool"
      ? part(one, "storage-cool", {
          better: { sla: sla("storage"), fix: { says: `Set access_tier of ${one.address} to Hot.` } },
        })
      : part(one, "storage"),
};

function judgeOf(type: string): Judge | undefined {
  const committed = factOf(type, "sla");
  if (committed === undefined) return undefined;
  const { usual, sameZone, zones } = committed;
  if (JUDGES[type] !== undefined) return JUDGES[type];
  if (factOf(type, "runs") === "site") return site(committed);
  if (sameZone !== undefined) return database(committed);
  return zones === undefined ? (one) => part(one, usual) : overZones(usual, zones);
}

const FIGURED = typesWith("sla").map(([type]) => type);

/** What runs a product. */
export const RUNNERS: readonly string[] = FIGURED.filter((type) => factOf(type, "runs") !== undefined);

/** What keeps its data. */
export const STORES: readonly string[] = FIGURED.filter(
  (type) => factOf(type, "holds") === "customer data" && !RUNNERS.includes(type),
);

/** The part that a resource is, `undefined` when it is no entry, runner or store that has a figure. */
export function pathPart(resource: Resource): PathPart | undefined {
  return judgeOf(resource.type)?.(resource);
}
