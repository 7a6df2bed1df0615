import type { Stage } from "../../stages/stage";
import type { Finding, Warning } from "../verdict";

/** How a control of the Scale gate that cannot be judged yet begins: it is unknown, which holds the gate. */
export const NOT_YET = "The Scale gate does not judge yet";

/** What a gate that cannot judge everything says of itself, whatever else it finds. */
export function notYetOf(gate: Stage): Warning[] {
  if (gate !== "scale") return [];
  const says = `${NOT_YET} the entry (NET-05, NET-07), its origins (NET-12), the second region (RES-04) and what justifies it (RES-05), so that it holds every environment.`;
  return [{ control: "NET-12", says, fix: "Judge the environment as a Production: --gate production." }];
}

/** True for a finding about what cannot be judged yet, which neither an answer nor a stack would change. */
export function isNotYet({ verdict, says }: Pick<Finding, "verdict" | "says">): boolean {
  return verdict === "unknown" && says.startsWith(NOT_YET);
}
