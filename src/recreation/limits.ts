/** What neither claims nor a rehearsal can know; it stands in every certificate. */
export const DOES_NOT_PROVE: readonly string[] = [
  "that Azure accepts the apply: quotas, policies, capacity and the rights of whoever applies",
  "what the provider does at plan time against real resources: replacements, drift, its cross-checks",
  "how long anything takes, and that Azure releases subnets, addresses and names in time",
  "that data can be restored: only a drill does, and its record is evidence",
  "that images, secrets and DNS records still exist where they are brought from",
  "what people changed in Azure by hand, or made outside this environment",
];
