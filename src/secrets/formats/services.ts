import type { Format } from "./format";

/** What products buy: payments, messages, models, work. */
export const SERVICES: readonly Format[] = [
  {
    looksLike: "a Stripe key",
    pattern: /(?<![A-Za-z0-9])(?:(?:sk|rk)_(?:live_|test_|prod_)?[A-Za-z0-9]{20}|whsec_[A-Za-z0-9+/]{20})/,
  },
  {
    looksLike: "a key of a payment service",
    pattern:
      /(?<![A-Za-z0-9])(?:EAAA[\w-]{40}|sq0[a-z]{3}-[\w-]{22}|access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}|access-(?:sandbox|development|production)-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}|FLWSECK(?:_TEST)?-[A-Za-z0-9]{12}|(?:live|test)_[a-f0-9]{35}(?![A-Za-z0-9])|EZ[AT]K[A-Za-z0-9]{50}|duffel_(?:test|live)_[\w=-]{40}|shippo_(?:live|test)_[a-f0-9]{40}|AQE[a-z]h[\w+/-]{60})/,
  },
  { looksLike: "a Shopify token", pattern: /(?<![A-Za-z0-9])shp(?:at|ca|pa|ss|tka|ua)_[a-fA-F0-9]{32}/ },
  {
    looksLike: "a Slack token",
    pattern: /(?<![A-Za-z0-9])(?:xox[abceopdrs]-[\w-]{10}|xoxe\.xox[bp]-[\w-]{10}|xapp-\d-[\w-]{20}|xwfp-[\w-]{20})/,
  },
  { looksLike: "a SendGrid key", pattern: /(?<![A-Za-z0-9])SG\.[\w-]{16,32}\.[\w-]{32}/ },
  {
    looksLike: "a key of a message service",
    pattern:
      /(?<![A-Za-z0-9])(?:SK[a-f0-9]{32}(?![A-Za-z0-9])|[a-f0-9]{32}-us\d{1,2}(?!\d)|key-[a-f0-9]{32}(?![A-Za-z0-9])|x(?:keysib|smtpsib)-[a-f0-9]{64}|re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}(?!\w)|\d{8,10}:AA[\w-]{33}|[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27})/,
  },
  {
    looksLike: "a key of a social network",
    pattern: /(?<![A-Za-z0-9])(?:EAA[A-Z][A-Za-z0-9]{80}|A{22}[A-Za-z0-9%]{60}|\d{15,16}\|[\w-]{27})/,
  },
  {
    looksLike: "an API key",
    pattern:
      /(?<![A-Za-z0-9])(?:sk-(?:proj|svcacct|admin|None|ant|or|lf|fw)-[\w-]{20}|sk-[A-Za-z0-9]{20}|sk-(?=[\w-]{0,30}\d)(?=[\w-]{0,30}[A-Z])[\w-]{20}|gsk_[A-Za-z0-9]{40}|xai-[A-Za-z0-9]{40}|pplx-[A-Za-z0-9]{40}|hf_[A-Za-z]{30}|hf_[A-Za-z0-9]{34}|api_org_[A-Za-z]{34}|r8_[A-Za-z0-9]{37}|nvapi-[\w-]{40}|lsv2_(?:pt|sk)_[a-f0-9]{32}|tvly-(?:dev-|prod-)?[A-Za-z0-9]{24}|csk-[a-z0-9]{40}|jina_[A-Za-z0-9]{40}|fw_[A-Za-z0-9]{24}|pa-[\w-]{43}(?![\w-]))/,
  },
  {
    looksLike: "a token of a tool for work",
    pattern:
      /(?<![A-Za-z0-9])(?:pat[A-Za-z0-9]{14}\.[a-f0-9]{64}|lin_(?:api|oauth)_[A-Za-z0-9]{40}|ntn_[A-Za-z0-9]{40}|secret_[A-Za-z0-9]{43}|fig[duo][a-z]?_[\w-]{36}|tfp_[\w.=-]{44}|CFPAT-[\w-]{43}|dG9rO[A-Za-z0-9+/]{40}|pat-(?:na|eu)\d-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}|sk\.eyJ[\w-]{40}|[01]\/\d{16}:[a-f0-9]{32}|sl\.[\w-]{100}|fio-u-[\w=-]{60}|p8e-[A-Za-z0-9-]{32}|dnkey-[\w=-]{60}|secret-[A-Za-z0-9]{40}|[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk|(?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[\w+/=-]{30})/,
  },
  { looksLike: "a signed token (JWT)", pattern: /\.(?<=eyJ[\w-]{8,}\.)eyJ[\w-]{8,}\./ },
];
