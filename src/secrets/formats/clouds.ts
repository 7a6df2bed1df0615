import type { Format } from "./format";

/** Clouds, and what runs in them. Azure's keys carry a signature of their service since 2022. */
export const CLOUDS: readonly Format[] = [
  { looksLike: "an Azure 512-bit key", pattern: /(?<![A-Za-z0-9+/]|sha512[-:=])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9+/=])/ },
  {
    looksLike: "an Azure 512-bit key",
    pattern: /(?<![A-Za-z0-9_-]|sha512[-:=])(?!sha512-)[A-Za-z0-9_-]{86}==(?![A-Za-z0-9_=-])/,
  },
  { looksLike: "an Azure service key", pattern: /[A-Za-z0-9]{52}JQQJ9[9D][A-Za-z0-9]{18}/ },
  {
    looksLike: "an Azure service key",
    pattern:
      /[A-Za-z0-9+/]{33}(?:AIoT|AzCa|\+(?:ASb|AEh|ARm))[A-Za-z0-9+/]{6}=|[A-Za-z0-9+/]{42}(?:\+ACR|AzSe)[A-D][A-Za-z0-9]{5}/,
  },
  { looksLike: "a function's key", pattern: /[\w-]{44}AzFu[\w-]{6}==/ },
  { looksLike: "an Entra client secret", pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/ },
  { looksLike: "an Entra refresh token", pattern: /(?<![\w.])[01]\.A[\w-]{60}/ },
  { looksLike: "an Azure DevOps token", pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])/ },
  {
    looksLike: "an AWS access key",
    pattern: /(?<![A-Za-z0-9])(?:(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])|ABSK[A-Za-z0-9+/]{40})/,
  },
  {
    looksLike: "an AWS session token",
    pattern: /(?<![A-Za-z0-9])(?:FwoGZXIvYXdz|IQoJb3JpZ2lu|bedrock-api-key-)[A-Za-z0-9+/]{20}/,
  },
  {
    looksLike: "a Google key",
    pattern: /(?<![A-Za-z0-9])(?:ya29\.[\w-]{20}|GOCSPX-[\w-]{28}|1\/\/0[\w-]{40}|AAAA[\w-]{7}:APA91b[\w-]{40})/,
  },
  { looksLike: "a Google API key", pattern: /(?<![A-Za-z0-9])AIza[\w-]{35}/ },
  { looksLike: "a DigitalOcean token", pattern: /(?<![A-Za-z0-9])do[opr]_v1_[a-f0-9]{40}/ },
  {
    looksLike: "an Alibaba or Tencent key",
    pattern: /(?<![A-Za-z0-9])(?:LTAI[A-Za-z0-9]{12,26}|AKID[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/,
  },
  {
    looksLike: "a Yandex key",
    pattern: /(?<![A-Za-z0-9])(?:AQVN[\w-]{35}|t1\.[\w-]{8,60}\.[\w-]{60}|YC[AMNOP][\w-]{37}(?![\w-]))/,
  },
  {
    looksLike: "a Cloudflare key",
    pattern: /(?<![A-Za-z0-9])(?:v1\.0-[a-f0-9]{24}-[a-f0-9]{100}|cf(?:ut|at|k)_[\w-]{36})/,
  },
  {
    looksLike: "a key of a hosting platform",
    pattern:
      /(?<![A-Za-z0-9])(?:HRKU-[\w-]{30}|nfp_[A-Za-z0-9]{36}|vc[pkiar]_[A-Za-z0-9]{24}|vercel_blob_rw_\w{20}|rnd_[A-Za-z0-9]{24}|fo1_[\w-]{40}|fm(?:1[ar]|2)_[A-Za-z0-9+/]{60}|tk-us-[\w-]{40}|tskey-[a-z]{2,10}-[\w-]{16})/,
  },
  {
    looksLike: "a key of a database service",
    pattern:
      /(?<![A-Za-z0-9])(?:pscale_(?:tkn|oauth|pw)_[\w=.-]{32}|sbp_[a-f0-9]{40}|sb_secret_[\w-]{20}|napi_[a-z0-9]{40}|npg_[A-Za-z0-9]{12}|mdb_sa_sk_[\w-]{30}|essu_[\w=-]{40}|4b1d[A-Za-z0-9]{38}(?![A-Za-z0-9])|dapi[a-f0-9]{32}|dkea[a-f0-9]{32}|dose[a-f0-9]{32}|dbt[cu]_[\w-]{30}|pcsk_\w{30})/,
  },
];
