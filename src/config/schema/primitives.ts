import { z } from "zod";
import { parseImage } from "../../azure/image";
import { region } from "../../azure/regions";
import { parseCidr, withoutLeadingZeros } from "../cidr";
import { isDate } from "../dates";
import { suggestRegion } from "../suggest-region";
import { saysSomething } from "../visible-text";
import { patterned, rule } from "./rule";

/** Lower-case letters, digits and single hyphens: what fits into every Azure name. */
const NAME = /^[a-z](?:-?[a-z0-9])*$/;
const NAME_WORDS = "lower-case letters, digits and single hyphens, starting with a letter";
const NAME_FIX = "Write it like order-files; it becomes part of Azure names.";

export const workloadName = rule(
  patterned(NAME, NAME_WORDS, NAME_FIX),
  (name) => name.length >= 2 && name.length <= 20,
  { mustBe: "2 to 20 characters long", fix: NAME_FIX },
).describe("The product's short name; part of every resource name.");

/** The name of a service or a store. */
export const partName = rule(patterned(NAME, NAME_WORDS, NAME_FIX), (name) => name.length >= 2 && name.length <= 24, {
  mustBe: "2 to 24 characters long",
  fix: NAME_FIX,
});

export const secretName = rule(patterned(NAME, NAME_WORDS, NAME_FIX), (name) => name.length <= 60, {
  mustBe: "at most 60 characters long",
  fix: "It is the name of a secret in Key Vault, for example payment-key.",
});

export const date = rule(z.string(), isDate, {
  mustBe: "a date that exists, written year-month-day",
  fix: "Write it like 2026-11-21.",
});

const EMAIL = /^[A-Za-z0-9._%+'-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}$/;

export const email = patterned(
  EMAIL,
  "an e-mail address that somebody reads",
  "Write it like ada@orders.example.",
).describe("An e-mail address that somebody reads.");

export const location = rule(z.string(), (name) => region(name) !== undefined, {
  mustBe: "the name of an Azure region",
  suggest: suggestRegion,
  fix: "Run `az account list-locations --output table` for the names, for example westeurope.",
}).describe("Azure region of every resource, for example westeurope.");

export const cidr = rule(z.string(), (text) => parseCidr(text) !== undefined, {
  mustBe: "an IPv4 range whose host bits are zero, or one address",
  suggest: withoutLeadingZeros,
  fix: "Write it like 203.0.113.0/24 or 203.0.113.7.",
});

export const image = rule(
  rule(z.string(), (text) => parseImage(text) !== undefined, {
    mustBe: "a container image: [host/]repository:tag or [host/]repository@sha256:<64 hex digits>",
    fix: "Without a host the image comes from the environment's own registry: orders/web:0.3.1.",
  }),
  (text) => {
    const parsed = parseImage(text);
    return parsed === undefined || parsed.digest !== undefined || (parsed.tag !== undefined && parsed.tag !== "latest");
  },
  {
    mustBe: "pinned to a version",
    fix: "Name a tag other than latest, or better a digest: what runs must be what was reviewed.",
    control: "SUP-01",
  },
).describe("Container image; `repository:tag` without a host comes from the environment's own registry.");

export const hostname = patterned(
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
  "a host name such as app.orders.example",
);

/**
 * A name as Azure's portal shows it, such as "Azure subscription 1" or "Visual Studio Enterprise – MPN". It stands between
 * double quotes in commands, so that what a shell reads there is left out.
 */
export const subscriptionName = patterned(
  /^(?=.*[A-Za-z0-9])[\p{L}\p{N}](?:[\p{L}\p{N} '()&+,./_–-]{0,62}[\p{L}\p{N}).+])?$/u,
  "the name of an Azure subscription: at most 64 letters, digits, spaces and '()&+,./_-",
  "az account list --output table shows the names; rename one in the portal where it has other characters.",
).describe("Name of an Azure subscription; its id is a Terraform variable.");

export const guid = patterned(
  /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/,
  "an object id (a GUID)",
);

/** A text in which somebody can see something. */
export const text = rule(z.string(), saysSomething, {
  mustBe: "text that can be seen",
  fix: "White space and characters that are not shown say nothing.",
});

/** A sentence that a person wrote for other people. */
export const sentence = rule(z.string(), (text) => saysSomething(text) && text.length <= 500, {
  mustBe: "a sentence of 1 to 500 characters",
  fix: "Write it for whoever reads this in a year.",
}).describe("A sentence for whoever reads this in a year.");
