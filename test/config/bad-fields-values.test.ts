import { describeCases, withStore } from "../support/bad-fields";
import { pocConfig, pocWithService } from "../support/poc-config";

describeCases("stage, dates and place", [
  [
    "a stage that is near another",
    pocConfig({ stage: "pok" }),
    "stage:",
    'stage must be poc, pilot, pre-production, production or scale, got "pok"; did you mean "poc"?\n    The stage decides what else the file must say.',
  ],
  [
    "a stage that does not exist",
    pocConfig({ stage: "staging" }),
    "stage:",
    'stage must be poc, pilot, pre-production, production or scale, got "staging"\n    The stage decides what else the file must say.',
  ],
  [
    "an end before the beginning",
    pocConfig({ expires: "2026-11-20" }),
    "expires:",
    "expires must be after created (2026-11-21), got 2026-11-20\n    Name the day on which the POC may be deleted.   (REC-02)",
  ],
  [
    "an end on the day of the beginning",
    pocConfig({ expires: "2026-11-21" }),
    "expires:",
    "expires must be after created (2026-11-21), got 2026-11-21\n    Name the day on which the POC may be deleted.   (REC-02)",
  ],
  [
    "an end after 91 days",
    pocConfig({ expires: "2027-02-20" }),
    "expires:",
    "expires must be at most 90 days after created at POC, got 2027-02-20, 91 days\n    Name a day up to 2027-02-19; what must live longer is a Pilot.   (REC-02)",
  ],
  [
    "a day that does not exist",
    pocConfig({ expires: "2026-11-31" }),
    "expires:",
    'expires must be a date that exists, written year-month-day, got "2026-11-31"\n    Write it like 2026-11-21.',
  ],
  [
    "a leap day in a common year",
    pocConfig({ created: "2027-02-29" }),
    "created:",
    'created must be a date that exists, written year-month-day, got "2027-02-29"\n    Write it like 2026-11-21.',
  ],
  [
    "a date in another order",
    pocConfig({ created: "21.11.2026" }),
    "created:",
    'created must be a date that exists, written year-month-day, got "21.11.2026"\n    Write it like 2026-11-21.',
  ],
  [
    "a location that is misspelt",
    pocConfig({ location: "westeuropa" }),
    "location:",
    'location must be the name of an Azure region, got "westeuropa"; did you mean "westeurope"?\n    Run `az account list-locations --output table` for the names, for example westeurope.',
  ],
  [
    "a location by its display name",
    pocConfig({ location: "Sweden Central" }),
    "location:",
    'location must be the name of an Azure region, got "Sweden Central"; did you mean "swedencentral"?\n    Run `az account list-locations --output table` for the names, for example westeurope.',
  ],
  [
    "a location that does not exist",
    pocConfig({ location: "atlantis" }),
    "location:",
    'location must be the name of an Azure region, got "atlantis"\n    Run `az account list-locations --output table` for the names, for example westeurope.',
  ],
]);

describeCases("numbers, texts and choices", [
  [
    "a number in quotes",
    pocConfig({ monthlyBudget: "80" }),
    "monthlyBudget:",
    'monthlyBudget must be a number, got "80"\n    Write it without quotes: 80.',
  ],
  [
    "a budget of nothing",
    pocConfig({ monthlyBudget: 0 }),
    "monthlyBudget:",
    "monthlyBudget must be between 1 and 1000000, in the billing currency, got 0\n    Budget a month in the billing currency; warnings go to the owner.",
  ],
  [
    "a text that YAML reads as a number",
    pocConfig({ workload: 42 }),
    "workload:",
    'workload must be text, got 42\n    Write it in quotes: "42".',
  ],
  [
    "a version that YAML reads as a number",
    withStore("database", { type: "postgresql", version: 17 }),
    "version:",
    'stores.database.version must be 16 or 17, got 17\n    Write it in quotes: "17".',
  ],
  [
    "a generation of zero",
    pocConfig({ generation: 0 }),
    "generation:",
    "generation must be between 1 and 998, got 0\n    1 to 998; raising it recreates the environment beside the old one. Default 1.",
  ],
  [
    "half a generation",
    pocConfig({ generation: 1.5 }),
    "generation:",
    "generation must be a whole number, got 1.5\n    1 to 998; raising it recreates the environment beside the old one. Default 1.",
  ],
  [
    "an e-mail address without a domain",
    pocConfig({ owner: "ada" }),
    "owner:",
    'owner must be an e-mail address that somebody reads, got "ada"\n    Write it like ada@orders.example.',
  ],
  [
    "two e-mail addresses",
    pocConfig({ owner: "ada@orders.example, bob@orders.example" }),
    "owner:",
    'owner must be an e-mail address that somebody reads, got "ada@orders.example, bob@orders.example"\n    Write it like ada@orders.example.',
  ],
  [
    "data of real people",
    pocConfig({ data: "personal" }),
    "data:",
    'data must be synthetic, got "personal"\n    Real data means real obligations: this is a Pilot. Promote the POC instead.   (DAT-06)',
  ],
  [
    "a log stance that is none",
    pocConfig({ logging: { personalData: "sometimes" } }),
    "personalData:",
    'logging.personalData must be never, got "sometimes"\n    The stance on personal data in logs.',
  ],
  [
    "an empty decision",
    pocConfig({ decisions: { platform: " " } }),
    "platform:",
    'decisions.platform must be a sentence of 1 to 500 characters, got " "\n    Write it for whoever reads this in a year.',
  ],
  [
    "a decision of a character that is not shown",
    pocConfig({ decisions: { platform: "\u200b" } }),
    "platform:",
    'decisions.platform must be a sentence of 1 to 500 characters, got "\\u{200b}"\n    Write it for whoever reads this in a year.',
  ],
  [
    "a waiver for everything",
    pocConfig({
      waivers: [{ control: "NET-01", resource: "*", by: "ada@orders.example", why: "later", until: "2026-12-01" }],
    }),
    "resource:",
    'waivers[0].resource must be the address of one resource, got "*"\n    An exception is for one resource: write its address as the finding shows it, and one waiver for each.   (GOV-04)',
  ],
  [
    "a provider version that floats",
    pocConfig({ azurerm: "~> 4.0" }),
    "azurerm:",
    'azurerm must be an exact 4.x version of the azurerm provider, such as 4.55.0, got "~> 4.0"\n    Exact azurerm provider version. Default 4.55.0, which the bindings were made from.',
  ],
  [
    "a choice that is misspelt",
    pocWithService({ port: 80, exposure: "pubilc" }),
    "exposure:",
    'services.web.exposure must be public or private, got "pubilc"; did you mean "public"?\n    public: reachable from the Internet over HTTPS. Default private: this environment only.',
  ],
  [
    "text where a list belongs",
    pocWithService({ uses: "database" }, { stores: { database: { type: "postgresql" } } }),
    "uses:",
    'services.web.uses must be a list, got "database"\n    Write a list: [database].',
  ],
  [
    "a value of null",
    pocWithService({ image: null }),
    "image:",
    "services.web.image has no value\n    Write one behind the colon, or remove the key.",
  ],
]);
