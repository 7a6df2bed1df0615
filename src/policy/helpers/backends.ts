import { parseCidr } from "../../config/cidr";
import { UNKNOWN } from "../../plan/reference";
import type { Part } from "../../plan/resource";
import { byHost } from "../../reach/hosts";
import { isInNetworks } from "../../reach/network";
import { isOpenList } from "../../reach/open-lists";
import type { RuleContext } from "../rule";

/** Whether a host or an address is the environment's: `undefined` when that is not known. */
function isOwn(pool: Part, text: string): boolean | undefined {
  if (parseCidr(text)) return isInNetworks(pool.graph, text);
  if (byHost(pool.graph, text).length > 0) return true;
  return text.includes("${") || /\.azurecontainerapps\.io$/i.test(text) ? undefined : false;
}

function judgePool(context: RuleContext, pool: Part, path: "fqdns" | "ip_addresses"): void {
  const texts = pool.texts(path);
  const own = texts.map((one) => isOwn(pool, one));
  const references = pool.refs(path);
  const led = references.length > 0 && references.every((one) => one.kind === "resource");
  const foreign = texts.find((_, index) => own[index] === false);
  if (foreign !== undefined && !led)
    context.fail(
      pool,
      path,
      `The gateway sends requests to ${foreign}, which is not of the environment, past the firewall.`,
      {
        fix: "Let the gateway lead to services of the environment; what is elsewhere is called through the firewall.",
      },
    );
  else if (led || (texts.length > 0 && own.every((one) => one))) context.pass(pool, path);
  else if (texts.length > 0 || pool.value(path) === UNKNOWN || isOpenList(pool, path))
    context.unknown(pool, path, "Whether the gateway leads to the environment is not known before apply.");
}

/** Judges where application gateways send what they take: their own subnet has no firewall on its way out. */
export function judgeBackends(context: RuleContext): void {
  for (const gateway of context.resources("azurerm_application_gateway"))
    for (const pool of gateway.blocks("backend_address_pool"))
      for (const path of ["fqdns", "ip_addresses"] as const) judgePool(context, pool, path);
}
