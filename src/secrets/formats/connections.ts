import type { Format } from "./format";

/** Where to connect and with what, in one text. */
export const CONNECTIONS: readonly Format[] = [
  {
    looksLike: "an Azure storage or service key",
    pattern: /(?:(?<![A-Za-z])(?:Account|Access)|Shared(?:Access|Secret))Key\s{0,4}=\s{0,4}[A-Za-z0-9+/]{20}/i,
  },
  { looksLike: "an Azure storage or service key", pattern: /;\s{0,4}Secret\s{0,4}=\s{0,4}[A-Za-z0-9+/]{20}/i },
  { looksLike: "a shared access signature", pattern: /\bsig=[\w%+/-]{30}/ },
  { looksLike: "a function's key in a URL", pattern: /[?&]code=[\w%+/=-]{40}/ },
  {
    looksLike: "a connection string with a password",
    pattern:
      /(?:pass(?:word|wd|phrase)|pwd)[ \t]{0,8}=[ \t]{0,8}(?!\/[a-z]|@Microsoft\.KeyVault|["']?[<%$*]|["']?(?:true|false|null|none|required|optional|enabled|disabled)(?![\w-]))[^;\s${}()`]{4}/i,
  },
  // The last letter of a scheme stands for all of it: a match that starts at every letter of a long word takes its square.
  { looksLike: "a URL with a password", pattern: /[a-z][0-9+.-]*:\/\/[^\s/:@]*:(?![<*%{])[^\s/@${}<>]{3,}@/i },
  {
    looksLike: "a sign-in to a registry",
    pattern: /"auth"\s{0,4}:\s{0,4}"[A-Za-z0-9+/]{8}|\b_(?:authToken|auth|password)\s{0,4}=\s{0,4}["']?[\w+/=.-]{12}/,
  },
  {
    looksLike: "a file of passwords",
    pattern: /\bmachine\s{1,4}\S{1,80}\s{1,4}login\s{1,4}\S{1,80}\s{1,4}password\s{1,4}\S{3}/i,
  },
  {
    looksLike: "an authorization header",
    pattern:
      /\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:bearer|basic|token|apikey|ssws|sharedkey)\s{1,4}[\w.~+/=:-]{8}/i,
  },
  { looksLike: "a bearer token", pattern: /\bbearer\s{1,4}(?=[\w.~+/-]{0,40}\d)[\w.~+/=-]{12}/i },
  {
    looksLike: "a webhook that whoever has it may post to",
    pattern:
      /https:\/\/(?:[\w-]{1,63}\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{10,22}\/[\w-]{20}|https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/\w{2,40}\/\w{2,40}\/\w{16}|https:\/\/(?:[\w-]{1,63}\.webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook)\/[\w@-]{36,80}\/\w{1,40}\/\w{20}|https:\/\/chat\.googleapis\.com\/v1\/spaces\/[\w-]{1,40}\/messages\?key=[\w-]{20}|https:\/\/hooks\.zapier\.com\/hooks\/catch\/\d{1,12}\/\w{6}|https:\/\/hook\.[a-z0-9]{2,4}\.make\.com\/\w{20}/i,
  },
];
