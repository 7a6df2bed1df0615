import { UNKNOWN } from "../../plan/reference";
import { knowsOnlyKeys, LOCAL_AUTH, ON_REQUEST } from "../../reach/local-auth";
import { named } from "../../reach/network";
import { isOpenList } from "../../reach/open-lists";
import { judgeUnread } from "../helpers/unread";
import { type RuleContext, rule } from "../rule";

const TOKEN_PASSWORD = "azurerm_container_registry_token_password";
const MYSQL = "azurerm_mysql_flexible_server";
const MYSQL_PARAMETER = "azurerm_mysql_flexible_server_configuration";

/** Types whose ways to sign in are a list: what may be in it, where absent means all of them. */
const METHODS: Readonly<Record<string, readonly [path: string, entra: readonly string[]]>> = {
  azurerm_batch_account: ["allowed_authentication_modes", ["AAD", "TaskAuthenticationToken"]],
  azurerm_mongo_cluster: ["authentication_methods", ["MicrosoftEntraID"]],
};

/** MySQL has no switch on the server: a parameter turns passwords off. */
function judgeMysql(context: RuleContext): void {
  const parameters = context.resources(MYSQL_PARAMETER).filter((one) => one.text("name") === "aad_auth_only");
  for (const server of context.resources(MYSQL)) {
    const own = parameters.find((one) => named(one, MYSQL, "server_name") === server);
    const value = own?.value("value");
    if (value === UNKNOWN) context.unknown(server, "aad_auth_only");
    else if (String(value).toUpperCase() === "ON") context.pass(server, "aad_auth_only");
    else context.fail(server, "aad_auth_only", "It takes passwords: the parameter aad_auth_only is not ON.");
  }
}

export const dat08 = rule({
  control: "DAT-08",
  title: "Nothing opens with a shared key or a password of its own",
  why: "A key belongs to whoever has a copy; it names nobody in the logs and outlives the person who left.",
  fix: "Turn the key or password off, and give the identities that need it a role.",
  severity: "high",
  since: "pre-production",
  types: [
    ...Object.keys(LOCAL_AUTH),
    ...Object.keys(ON_REQUEST),
    ...Object.keys(METHODS),
    TOKEN_PASSWORD,
    MYSQL,
    MYSQL_PARAMETER,
  ],
  needs: ["plan"],
  check(context) {
    for (const [type, switches] of Object.entries(LOCAL_AUTH))
      for (const one of context.resources(type))
        for (const { path, off, what } of switches) {
          if (knowsOnlyKeys(one)) context.skip(one, path, "Its API knows only keys and has no switch.");
          else
            context.expect(
              one,
              path,
              (value) => value === off,
              () => `It takes ${what}.`,
            );
        }
    for (const one of context.resources(TOKEN_PASSWORD))
      context.fail(one, "password1", "It is a password to the registry, and stands in the state.");
    for (const [type, switches] of Object.entries(ON_REQUEST))
      for (const one of context.resources(type))
        for (const { path, off, what } of switches)
          context.expect(
            one,
            path,
            (value) => value === undefined || value === off,
            () => `It takes ${what}.`,
          );
    for (const [type, [path, entra]] of Object.entries(METHODS))
      for (const one of context.resources(type)) {
        const methods = one.texts(path);
        const others = methods.filter((each) => !entra.includes(each));
        if (isOpenList(one, path)) context.unknown(one, path);
        else if (methods.length > 0 && others.length === 0) context.pass(one, path);
        else context.fail(one, path, `It takes ${others.join(", ") || "whatever Azure allows"} beside Entra ID.`);
      }
    judgeMysql(context);
    judgeUnread(context, "localAuth");
  },
});
