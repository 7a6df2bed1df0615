import { UNKNOWN } from "../../plan/reference";
import type { RuleContext } from "../rule";

const CURRENT = /^\s*TLSv1\.[23]\s*$/i;

/** Parameters of database servers that say which TLS they speak: one lowest version, or every version. */
const PARAMETERS: readonly (readonly [type: string, name: string])[] = [
  ["azurerm_mysql_flexible_server_configuration", "tls_version"],
  ["azurerm_postgresql_flexible_server_configuration", "ssl_min_protocol_version"],
];

export const SERVER_PARAMETERS = PARAMETERS.map(([type]) => type);

/** Judges the TLS that somebody set for a database server. */
export function judgeServerParameters(context: RuleContext): void {
  for (const [type, name] of PARAMETERS)
    for (const one of context.resources(type)) {
      if (one.text("name")?.toLowerCase() !== name) continue;
      const value = one.value("value");
      if (value === UNKNOWN) context.unknown(one, "value");
      else if (`${value ?? ""}`.split(",").every((version) => CURRENT.test(version))) context.pass(one, "value");
      else context.fail(one, "value", `${name} is ${value ?? "nothing"}.`);
    }
}
