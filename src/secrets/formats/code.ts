import type { Format } from "./format";

/** Where code lives, is built, kept and looked after. */
export const CODE: readonly Format[] = [
  { looksLike: "a GitHub token", pattern: /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{50})/ },
  {
    looksLike: "a GitLab token",
    pattern:
      /(?<![A-Za-z0-9])(?:gl(?:pat|dt|rt|rtr|ptt|ft|imt|agent|oas|soat|ffct|wt)-[\w-]{20}|glcbt-\w{1,5}_[\w-]{20}|GR1348941[\w-]{20})|_gitlab_session=[0-9a-f]{32}/,
  },
  {
    looksLike: "an Atlassian token",
    pattern: /(?<![A-Za-z0-9])(?:AT(?:ATT|CTT|STT)3[\w=-]{40}|ATBB[A-Za-z0-9]{32}|BBDC-[\w+/=-]{40})/,
  },
  { looksLike: "an npm token", pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/ },
  {
    looksLike: "a token of a package registry",
    pattern:
      /(?<![A-Za-z0-9])(?:pypi-AgE[\w-]{50}|rubygems_[a-f0-9]{48}|cio[A-Za-z0-9]{32}(?![A-Za-z0-9])|oy2[a-z0-9]{43}(?![A-Za-z0-9])|CLOJARS_[a-z0-9]{60}|dckr_[po]at_[\w-]{24}|AKCp[A-Za-z0-9]{40}|cmVmd[A-Za-z0-9]{40}|packagist_[a-z]{2,4}_[a-f0-9]{40})/,
  },
  {
    looksLike: "a token of a secrets manager",
    pattern:
      /(?<![A-Za-z0-9])(?:hv[sbr]\.[\w-]{20}|s\.(?=[A-Za-z]{0,23}\d)[A-Za-z0-9]{24}(?![\w-])|dp\.(?:pt|st|sa|ct|scim|audit)\.[\w.]{40}|ops_eyJ[\w+/-]{40}|A3-[A-Z0-9]{6}-[A-Z0-9]{6}-?[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}|st\.[a-f0-9]{8}-[a-f0-9-]{27}\.[a-f0-9]{32})/,
  },
  { looksLike: "a Terraform Cloud token", pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{40}/ },
  {
    looksLike: "a token of a build or test service",
    pattern:
      /(?<![A-Za-z0-9])(?:pul-[a-f0-9]{40}|CCIPAT_[A-Za-z0-9]{16,24}_[a-f0-9]{40}|bk(?:ua|aj|ct)_[A-Za-z0-9]{20}|sq[pua]_[a-f0-9]{40}|sgp_(?:[a-fA-F0-9]{16}_|local_)?[a-fA-F0-9]{40}|PMAK-[a-f0-9]{24}-[a-f0-9]{34}|pn[ub]_[A-Za-z0-9]{36}|API-[A-Z0-9]{25,26}(?![\w-])|(?:pat|sat)\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}|sha256~[\w-]{43}|rdme_[a-z0-9]{60}|snyk_[a-z]{2,4}\.[\w.-]{30}|sm_[aps]at_[A-Za-z0-9]{16}|waka_[a-f0-9-]{36})/,
  },
  {
    looksLike: "a key of a monitoring service",
    pattern:
      /(?<![A-Za-z0-9])(?:NR(?:AK|II|IQ|JS|RA|SP)-[A-Za-z0-9-]{19}|[a-f0-9]{32,36}(?:FFFF)?NRAL|gl(?:sa|c)_[A-Za-z0-9+/]{32}|eyJrIjoi[A-Za-z0-9+/]{40}|sntry[su]_[A-Za-z0-9+/]{40}|dt0[a-z]\d\d\.[A-Z0-9]{24}\.[A-Z0-9]{40}|hc[a-z]ik_[a-z0-9]{40}|(?:sdk|api|mob)-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})/,
  },
];
