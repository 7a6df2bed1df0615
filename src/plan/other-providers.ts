import type { Judged } from "../azure";
import type { Resource } from "./resource";

/** What is known of a provider that is not azurerm. */
interface OtherProvider {
  /** Why nothing else is asked about what it makes. */
  readonly because: string;
  /** What a gate asks all the same. */
  readonly asked?: readonly (keyof Judged)[];
  /** Types that are judged elsewhere, so that nothing is asked about them here. */
  readonly judged?: readonly string[];
}

/** Providers whose resources open no way in or out of a network and keep nothing of the environment. */
const OTHERS: Readonly<Record<string, OtherProvider>> = {
  archive: { because: "it packs files where Terraform runs" },
  azuread: {
    because: "people, groups and applications of Entra ID have no network and keep nothing of the environment",
    asked: ["gives", "localAuth"],
    judged: ["azuread_group", "azuread_service_principal"], // IAM-03 says whose they are
  },
  local: { because: "it writes files where Terraform runs" },
  null: { because: "it makes nothing; what a provisioner does is hidden, and said so by REC-01" },
  random: { because: "it makes values, which stay in the state" },
  terraform: { because: "terraform_data keeps a value in the state" },
  time: { because: "it waits, or keeps a day in the state" },
  tls: { because: "it makes keys, which stay in the state" },
};

/** The provider of a resource type, by its prefix. */
export function providerOf(type: string): string {
  return type.split("_")[0] ?? "";
}

/** How a resource's type is called; of one of azapi also the type of Azure that it makes. */
export function typeInWords(one: Resource): string {
  const made = providerOf(one.type) === "azapi" ? one.text("type")?.split("@")[0] : undefined;
  return made === undefined ? one.type : `${one.type} (${made})`;
}

/** True for a provider that reaches no network. */
export function isPlainProvider(provider: string): boolean {
  return Object.hasOwn(OTHERS, provider);
}

/** True where the provider tells that there is nothing to know of a type: another provider's, which makes nothing of the kind. */
export function isPlainType(type: string, question: keyof Judged): boolean {
  const provider = providerOf(type);
  if (!isPlainProvider(provider)) return false;
  const { asked = [], judged = [] } = OTHERS[provider]!;
  return !asked.includes(question) || judged.includes(type);
}
