type Row = readonly [
  name: string,
  displayName: string,
  code: string,
  geography: string,
  country: string,
  zones: "zones" | "-",
  pair?: string,
  access?: "restricted",
];

/**
 * One row a region. Names, geographies, zones, pairs and restricted access are Azure's; the code is Azure's geo code
 * where that has three or four characters. Five have two and are lengthened: `ael` (ae), `eas` (ea), `gno` (gn),
 * `neu` (ne) and `weu` (we); Azure itself uses `aue` for Austria East. Canary, staging, sovereign and partner-run
 * regions are left out.
 */
const ROWS = [
  ["australiacentral", "Australia Central", "acl", "Australia", "AU", "-", "australiacentral2"],
  ["australiacentral2", "Australia Central 2", "acl2", "Australia", "AU", "-", "australiacentral", "restricted"],
  ["australiaeast", "Australia East", "ael", "Australia", "AU", "zones", "australiasoutheast"],
  ["australiasoutheast", "Australia Southeast", "ase", "Australia", "AU", "-", "australiaeast"],
  ["austriaeast", "Austria East", "aue", "Austria", "AT", "zones"],
  ["belgiumcentral", "Belgium Central", "bec", "Belgium", "BE", "zones"],
  ["brazilsouth", "Brazil South", "brs", "Brazil", "BR", "zones", "southcentralus"],
  ["brazilsoutheast", "Brazil Southeast", "bse", "Brazil", "BR", "-", "brazilsouth", "restricted"],
  ["canadacentral", "Canada Central", "cnc", "Canada", "CA", "zones", "canadaeast"],
  ["canadaeast", "Canada East", "cne", "Canada", "CA", "-", "canadacentral"],
  ["centralindia", "Central India", "inc", "India", "IN", "zones", "southindia"],
  ["centralus", "Central US", "cus", "United States", "US", "zones", "eastus2"],
  ["chilecentral", "Chile Central", "clc", "Chile", "CL", "zones"],
  ["denmarkeast", "Denmark East", "dke", "Denmark", "DK", "zones"],
  ["eastasia", "East Asia", "eas", "Asia Pacific", "HK", "zones", "southeastasia"],
  ["eastus", "East US", "eus", "United States", "US", "zones", "westus"],
  ["eastus2", "East US 2", "eus2", "United States", "US", "zones", "centralus"],
  ["francecentral", "France Central", "frc", "France", "FR", "zones", "francesouth"],
  ["francesouth", "France South", "frs", "France", "FR", "-", "francecentral", "restricted"],
  ["germanynorth", "Germany North", "gno", "Germany", "DE", "-", "germanywestcentral", "restricted"],
  ["germanywestcentral", "Germany West Central", "gwc", "Germany", "DE", "zones", "germanynorth"],
  ["indiasouthcentral", "India South Central", "insc", "India", "IN", "zones", "centralindia"],
  ["indonesiacentral", "Indonesia Central", "idc", "Indonesia", "ID", "zones"],
  ["israelcentral", "Israel Central", "ilc", "Israel", "IL", "zones"],
  ["italynorth", "Italy North", "itn", "Italy", "IT", "zones"],
  ["japaneast", "Japan East", "jpe", "Japan", "JP", "zones", "japanwest"],
  ["japanwest", "Japan West", "jpw", "Japan", "JP", "zones", "japaneast"],
  ["koreacentral", "Korea Central", "krc", "Korea", "KR", "zones", "koreasouth"],
  ["koreasouth", "Korea South", "krs", "Korea", "KR", "-", "koreacentral"],
  ["malaysiawest", "Malaysia West", "myw", "Malaysia", "MY", "zones"],
  ["mexicocentral", "Mexico Central", "mxc", "Mexico", "MX", "zones"],
  ["newzealandnorth", "New Zealand North", "nzn", "New Zealand", "NZ", "zones"],
  ["northcentralus", "North Central US", "ncus", "United States", "US", "-", "southcentralus"],
  ["northeurope", "North Europe", "neu", "Europe", "IE", "zones", "westeurope"],
  ["norwayeast", "Norway East", "nwe", "Norway", "NO", "zones", "norwaywest"],
  ["norwaywest", "Norway West", "nww", "Norway", "NO", "-", "norwayeast", "restricted"],
  ["polandcentral", "Poland Central", "plc", "Poland", "PL", "zones"],
  ["qatarcentral", "Qatar Central", "qac", "Qatar", "QA", "zones"],
  ["southafricanorth", "South Africa North", "san", "South Africa", "ZA", "zones", "southafricawest"],
  ["southafricawest", "South Africa West", "saw", "South Africa", "ZA", "-", "southafricanorth", "restricted"],
  ["southcentralus", "South Central US", "scus", "United States", "US", "zones", "northcentralus"],
  ["southeastasia", "Southeast Asia", "sea", "Asia Pacific", "SG", "zones", "eastasia"],
  ["southindia", "South India", "ins", "India", "IN", "-", "centralindia"],
  ["spaincentral", "Spain Central", "spc", "Spain", "ES", "zones"],
  ["swedencentral", "Sweden Central", "sdc", "Sweden", "SE", "zones", "swedensouth"],
  ["swedensouth", "Sweden South", "sds", "Sweden", "SE", "-", "swedencentral", "restricted"],
  ["switzerlandnorth", "Switzerland North", "szn", "Switzerland", "CH", "zones", "switzerlandwest"],
  ["switzerlandwest", "Switzerland West", "szw", "Switzerland", "CH", "-", "switzerlandnorth", "restricted"],
  ["uaecentral", "UAE Central", "uac", "UAE", "AE", "-", "uaenorth", "restricted"],
  ["uaenorth", "UAE North", "uan", "UAE", "AE", "zones", "uaecentral"],
  ["uksouth", "UK South", "uks", "United Kingdom", "GB", "zones", "ukwest"],
  ["ukwest", "UK West", "ukw", "United Kingdom", "GB", "-", "uksouth"],
  ["westcentralus", "West Central US", "wcus", "United States", "US", "-", "westus2"],
  ["westeurope", "West Europe", "weu", "Europe", "NL", "zones", "northeurope"],
  ["westindia", "West India", "inw", "India", "IN", "-", "southindia"],
  ["westus", "West US", "wus", "United States", "US", "-", "eastus"],
  ["westus2", "West US 2", "wus2", "United States", "US", "zones", "westcentralus"],
  ["westus3", "West US 3", "wus3", "United States", "US", "zones", "eastus"],
] as const satisfies readonly Row[];

/** The programmatic name of a region, as `location` takes it: `westeurope`. */
export type RegionName = (typeof ROWS)[number][0];

/**
 * One region of the public cloud.
 *
 * Sources: the Azure regions list (https://learn.microsoft.com/azure/reliability/regions-list), region pairs and
 * their exceptions (https://learn.microsoft.com/azure/reliability/regions-paired, read row by row on 2026-11-28) and the geo codes
 * (https://learn.microsoft.com/azure/backup/scripts/geo-code-list).
 */
export interface Region {
  /** Lower case, no spaces: `westeurope`. */
  readonly name: RegionName;
  /** As the portal writes it: `West Europe`. */
  readonly displayName: string;
  /** Three or four characters for resource names, unique: `weu`. */
  readonly code: string;
  /** The boundary that Azure's data residency statements speak of: `Europe`, `Germany`, `United Kingdom`. */
  readonly geography: string;
  /** Where the datacenters stand, ISO 3166-1 alpha-2: West Europe is `NL`. */
  readonly country: string;
  /** Whether the region has availability zones; single services may still lack them there. */
  readonly zones: boolean;
  /**
   * Where Azure itself copies data to for geo-redundant storage and backups; absent where there is no pair. Not
   * always mutual, and Brazil South's lies outside its geography.
   */
  readonly pair?: RegionName;
  /** Open on request only, for recovery within the country. */
  readonly restricted?: true;
}

function fromRow([name, displayName, code, geography, country, zones, pair, access]: Row): Region {
  return {
    name: name as RegionName,
    displayName,
    code,
    geography,
    country,
    zones: zones === "zones",
    ...(pair && { pair: pair as RegionName }),
    ...(access && { restricted: true }),
  };
}

/** Every region that Azure lists for the public cloud, by name. */
export const REGIONS: readonly Region[] = ROWS.map(fromRow);

const BY_NAME: ReadonlyMap<string, Region> = new Map(REGIONS.map((one) => [one.name, one]));

/** Paired regions in which a vault stays in its region all the same. */
const VAULT_STAYS: ReadonlySet<string> = new Set(["brazilsouth", "brazilsoutheast", "westus3"]);

/**
 * The region that Azure copies a key vault to by itself: the paired one, which then lies in the same geography; absent
 * where it copies none.
 *
 * @see https://learn.microsoft.com/azure/reliability/reliability-key-vault#microsoft-managed-failover-to-a-paired-region
 */
export function vaultCopyOf(name: string): RegionName | undefined {
  return VAULT_STAYS.has(name) ? undefined : region(name)?.pair;
}

/** The region of exactly this name. Nothing is normalised: `West Europe` is not a region name. */
export function region(name: string): Region | undefined {
  return BY_NAME.get(name);
}

const GEOGRAPHIES: ReadonlySet<string> = new Set(REGIONS.map(({ geography }) => geography));

/** What some services call a geography otherwise. */
const OTHERWISE: Readonly<Record<string, string>> = { Africa: "South Africa", UK: "United Kingdom" };

/** The geography of this name, as services write it that take one instead of a region: `Europe`, `UK`. */
export function geographyOf(text: string): string | undefined {
  const name = OTHERWISE[text] ?? text;
  return GEOGRAPHIES.has(name) ? name : undefined;
}

/** A location as Azure's own names are written: `West Europe` is `westeurope`. */
export function normalLocation(location: string): string {
  return location.toLowerCase().replace(/\s+/g, "");
}
