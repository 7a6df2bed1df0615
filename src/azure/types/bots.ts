import { type Entry, entry, part } from "../entry";

const BOT = "azurerm_bot_service_azure_bot";
const PASSING = { none: "messages pass through" };
const GIVES = { none: "it gives nobody a right" };
const OUT = [{ what: "messages", to: ["endpoint"], says: "sends messages to" }];
const SWITCHED = { none: "its endpoint has a switch" };
const OPEN = [
  { kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" },
] as const;

/** A channel of somebody else: whoever is there talks with the bot, and messages pass through that company. */
const through = (who: string, host: string) =>
  part(BOT, {
    waysIn: [{ kind: "public-service", path: "", says: `lets everybody at ${who} talk to the bot` }],
    waysOut: [{ what: "messages", to: [], host, says: "sends messages through" }],
  });

/** A channel that takes messages straight from the Internet, from whoever has one of its keys. */
const direct = part(BOT, {
  waysIn: [{ kind: "public-service", path: "", says: "answers whoever has its key" }],
  gives: { what: "keys that do not expire" },
});

/** Bots, and the channels by which people talk to them. */
export const bots: Readonly<Record<string, Entry>> = {
  azurerm_bot_channel_alexa: through("Amazon", "amazon.com"),
  azurerm_bot_channel_direct_line_speech: part(BOT, {
    waysIn: direct.waysIn,
    gives: direct.gives,
    waysOut: [{ what: "speech", to: ["cognitive_account_id"], says: "sends speech to" }],
  }),
  azurerm_bot_channel_directline: direct,
  azurerm_bot_channel_email: through("any mail server", "outlook.office365.com"),
  azurerm_bot_channel_facebook: through("Facebook", "facebook.com"),
  azurerm_bot_channel_line: through("LINE", "line.me"),
  azurerm_bot_channel_ms_teams: part(BOT, {
    waysIn: [{ kind: "public-service", path: "", says: "lets people of Teams talk to the bot" }],
    waysOut: [{ what: "calls", to: ["calling_web_hook"], says: "sends calls to" }],
  }),
  azurerm_bot_channel_slack: through("Slack", "slack.com"),
  azurerm_bot_channel_sms: through("any telephone", "twilio.com"),
  azurerm_bot_channel_web_chat: direct,
  azurerm_bot_channels_registration: entry({
    noun: "bot",
    holds: PASSING,
    publicSide: { path: "public_network_access_enabled", off: false },
    waysIn: SWITCHED,
    waysOut: OUT,
    localAuth: [{ what: "shared keys" }],
    gives: GIVES,
    privateLink: [{ name: "Bot", zone: "privatelink.directline.botframework.com" }],
  }),
  azurerm_bot_connection: part(BOT),
  azurerm_bot_service_azure_bot: entry({
    noun: "bot",
    holds: PASSING,
    publicSide: { path: "public_network_access_enabled", off: false },
    waysIn: SWITCHED,
    waysOut: OUT,
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
    gives: GIVES,
    privateLink: [{ name: "Bot", zone: "privatelink.directline.botframework.com" }],
  }),
  azurerm_bot_web_app: entry({
    noun: "bot",
    holds: PASSING,
    publicSide: {},
    waysIn: OPEN,
    waysOut: OUT,
    localAuth: [{ what: "shared keys" }],
    gives: GIVES,
  }),
  azurerm_healthbot: entry({
    noun: "health bot",
    holds: "customer data",
    publicSide: {},
    waysIn: OPEN,
    waysOut: { none: "what it calls is set inside it" },
    localAuth: [{ what: "shared keys" }],
    gives: GIVES,
  }),
};
