import type { Start } from "./start";

/** The POC's config: public sample images, so that a first apply works before anything is built. */
export function environmentFile({ product, created, expires, owner, location }: Start): string {
  return `# yaml-language-server: $schema=../node_modules/gatewright/schemas/poc.schema.json
workload: ${product}
stage: poc
location: ${location}
owner: ${written(owner)} # your own address: it gets the budget's warnings
created: ${created}
expires: ${expires} # at most 90 days after created
monthlyBudget: 80 # in your billing currency
decisions: { platform: "Container Apps, until Pre-Production" }
logging: { personalData: never }
services: # public sample images; replace them by yours
  web: { image: "mcr.microsoft.com/dotnet/samples:aspnetapp-9.0", port: 8080, exposure: public }
  api:
    image: "mcr.microsoft.com/dotnet/samples:aspnetapp-9.0"
    port: 8080
    uses: [database, files]
    # secrets: [payment-key] # the name of a Key Vault secret; it arrives as PAYMENT_KEY
  cleanup: { image: "mcr.microsoft.com/dotnet/samples:dotnetapp-9.0", schedule: "0 2 * * *", uses: [database] }
stores:
  database: { type: postgresql }
  files: { type: blobs }
`;
}

/** Quoted where YAML would read an address as something else. */
function written(address: string): string {
  return /^[A-Za-z0-9][\w.+@-]*$/.test(address) ? address : JSON.stringify(address);
}
