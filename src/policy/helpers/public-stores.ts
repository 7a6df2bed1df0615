import { parseCidr } from "../../config/cidr";
import type { Resource } from "../../plan/resource";
import { type Admission, admissionsOf } from "../../reach/admissions";
import { PAAS } from "../../reach/paas";
import type { RuleContext } from "../rule";

/** A range this wide, in addresses, is the Internet by another name. */
const TOO_WIDE = 2 ** 16;

/** True for what lets in more than a company's own addresses; 0.0.0.0 stands for every Azure customer. */
function isTooWide(cidr: string): boolean {
  const range = parseCidr(cidr);
  return cidr === "0.0.0.0" || (range !== undefined && range.last - range.first + 1 > TOO_WIDE);
}

/** Judges whether the whole Internet can reach one data store. */
export function judgeStore(context: RuleContext, store: Resource): void {
  const { noun } = PAAS[store.type] ?? {};
  if (noun === undefined) return;
  if (store.type === "azurerm_storage_account")
    context.expect(
      store,
      "allow_nested_items_to_be_public",
      (value) => value === false,
      () => "Its containers can be opened to anyone.",
    );
  for (const admission of admissionsOf(store).admissions) judgeAdmission(context, admission, noun);
}

function judgeAdmission(context: RuleContext, { part, path, to, callers }: Admission, noun: string): void {
  const wide = callers.find(isTooWide);
  if (to === "everybody") context.fail(part, path, `The ${noun} is reachable from the whole Internet.`);
  else if (wide !== undefined) context.fail(part, path, `The ${noun} is open to ${wide}.`);
  else if (to === "not known") context.unknown(part, path);
  else if (to === "rules") context.pass(part, path, "Its firewall rules say who comes in.");
  else context.pass(part, path);
}

/** Judges one firewall rule of a database server: no 0.0.0.0, which also stands for every Azure customer. */
export function judgeFirewallRules(context: RuleContext, rule: Resource): void {
  const start = rule.value("start_ip_address") ?? rule.value("start_ip");
  const end = rule.value("end_ip_address") ?? rule.value("end_ip");
  const path = rule.read("start_ip_address").state === "absent" ? "start_ip" : "start_ip_address";
  if (typeof start !== "string" || typeof end !== "string") {
    context.unknown(rule, path);
    return;
  }
  const [from, to] = [parseCidr(start), parseCidr(end)];
  if (start === "0.0.0.0" && end === "0.0.0.0") context.fail(rule, path, "It lets every Azure customer's machines in.");
  else if (!from || !to || start === "0.0.0.0" || to.last - from.first + 1 > TOO_WIDE)
    context.fail(rule, path, `It lets ${start} to ${end} in.`);
  else context.pass(rule, path);
}
