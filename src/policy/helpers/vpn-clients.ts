import { overlaps, parseCidr } from "../../config/cidr";

import type { Part } from "../../plan/resource";
import { isOpenList } from "../../reach/open-lists";
import type { RuleContext } from "../rule";
import { judgeExternal, standingOf } from "./externals";

/** Exactly one way may be on a list of them. */
export function judgeMethods(context: RuleContext, part: Part, path: string, wanted: string): void {
  const found = part.texts(path);
  if (isOpenList(part, path) || part.isUnknown(path)) context.unknown(part, path);
  else if (found.length === 1 && found[0] === wanted) context.pass(part, path);
  else context.fail(part, path, `It allows ${found.join(", ") || "the default"} instead of ${wanted} only.`);
}

/** A plan without its configuration shows the value, not where it comes from. */
function shownWithoutSource({ resource }: Part): boolean {
  return resource.stack.basis === "plan" && resource.written.expressions === undefined;
}

/** The app registration that people sign in to is declared; Microsoft's own lets the whole tenant in. */
export function judgeAudience(context: RuleContext, part: Part, path: string): void {
  const [audience] = part.refs(path);
  if (audience?.kind === "external")
    judgeExternal(context, part, path, standingOf(context, audience.variable, ["vpn-audience"]));
  else if (audience?.kind === "unknown" || shownWithoutSource(part)) context.unknown(part, path);
  else context.fail(part, path, "The audience is not a declared external.");
}

/** Clients get addresses that no network of the environment has. */
export function judgePool(context: RuleContext, client: Part): void {
  const path = "address_space";
  const pools = client.texts(path);
  const networks = context.resources("azurerm_virtual_network");
  const ranges = networks.flatMap((one) => one.texts("address_space"));
  const clash = pools.find((pool) =>
    ranges.some((network) => {
      const [a, b] = [parseCidr(pool), parseCidr(network)];
      return a !== undefined && b !== undefined && overlaps(a, b);
    }),
  );
  if (clash) context.fail(client, path, `The client pool ${clash} overlaps the network.`);
  else if (pools.length === 0 || isOpenList(client, path) || networks.some((one) => isOpenList(one, path)))
    context.unknown(client, path);
  else context.pass(client, path);
}
