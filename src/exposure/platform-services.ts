import type { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { PAAS } from "../reach/paas";
import { PUBLIC_SIDES } from "../reach/public-sides";
import { type PublicAccess, privateSide, publicSideOf, type Side } from "./public-side";
import { signInOf } from "./sign-in";
import { EVERYBODY, inOrder, NOT_KNOWN } from "./values";

/** One data store or other service of the platform with an endpoint of its own. */
export interface PlatformService {
  readonly resource: string;
  /** `vault`, `registry`. */
  readonly what: string;
  /** True when it keeps data of the product. */
  readonly holdsData: boolean;
  /** What the Internet sees of it. */
  readonly publicSide: Side;
  /** Who gets as far as its sign-in from outside. */
  readonly from: readonly string[];
  /** Private endpoints, or the subnet that it stands in. */
  readonly privately: readonly string[];
  readonly signIn: string;
}

/** Monitoring that stays public by decision: what it is. */
const OTHERS: Readonly<Record<string, string>> = {
  azurerm_application_insights: "telemetry",
  azurerm_log_analytics_workspace: "log workspace",
};

/** True for a type with an endpoint of its own that this model reads. */
function isPlatformService(type: string): boolean {
  return type in PAAS || type in OTHERS || type in PUBLIC_SIDES;
}

/** A workspace: everybody may send or ask while either switch is on. */
function monitoring(workspace: Resource): PublicAccess {
  const values = ["internet_ingestion_enabled", "internet_query_enabled"].map((one) => workspace.value(one));
  if (values.every((one) => one === false)) return { side: "off", from: [] };
  if (values.every((one) => one === false || one === UNKNOWN)) return { side: "not known", from: [NOT_KNOWN] };
  return { side: "everybody", from: [EVERYBODY] };
}

function sideOf(service: Resource): PublicAccess {
  if (service.type in OTHERS) return monitoring(service);
  return publicSideOf(service);
}

/** Every data store and platform service with who reaches it from outside and from inside, by address. */
export function platformServices(graph: PlanGraph): PlatformService[] {
  const rows = graph
    .managed()
    .filter(({ type }) => isPlatformService(type))
    .map((service): PlatformService => {
      const { side, from } = sideOf(service);
      return {
        resource: service.address,
        what:
          PAAS[service.type]?.noun ??
          OTHERS[service.type] ??
          service.type.replace(/^azurerm_/, "").replaceAll("_", " "),
        holdsData: PAAS[service.type]?.data ?? false,
        publicSide: side,
        from,
        privately: privateSide(graph, service),
        signIn: signInOf(graph, service),
      };
    });
  return inOrder(rows, ({ resource }) => resource);
}
