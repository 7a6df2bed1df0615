import { createHash } from "node:crypto";

/** A GUID that is the same for the same seed, version 4 in form. */
export function guid(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** 32 hexadecimal digits: the form of a Key Vault version. */
export function hex32(seed: string): string {
  return createHash("sha256").update(seed).digest("hex").slice(0, 32);
}

/** 64 bytes in base 64: the form of an access key. Not a key to anything. */
export function base64(seed: string): string {
  return createHash("sha512").update(seed).digest("base64");
}

/** An address of the documentation range 203.0.113.0/24 (RFC 5737). */
export function publicIp(seed: string): string {
  return `203.0.113.${hostNumber(seed)}`;
}

/** An address in 10.255.255.0/24. */
export function privateIp(seed: string): string {
  return `10.255.255.${hostNumber(seed)}`;
}

function hostNumber(seed: string): number {
  const byte = createHash("sha256").update(seed).digest()[0] ?? 0;
  return 4 + (byte % 250);
}

/** The subscription and the directory that a rehearsal plays in; neither exists. */
export const rehearsalSubscription = guid("rehearsal subscription");
export const rehearsalTenant = guid("rehearsal tenant");

/**
 * The form of a computed attribute, told by its name alone: for attributes that somebody refers to and that have no
 * line of their own in the table. The names mean the same in every resource of the provider.
 */
const byName: readonly (readonly [name: RegExp, template: string])[] = [
  [/^(principal|client|object|app|workspace|application)_id$/, "{guid}"],
  [/^(guid|resource_guid|instrumentation_key|immutable_id|unique_id)$/, "{guid}"],
  [/^tenant_id$/, "{tenant}"],
  [/^subscription_id$/, "{subscription}"],
  [/^(name|display_name)$/, "{name}"],
  [/^resource_group_name$/, "{resource_group_name}"],
  [/^location$/, "westeurope"],
  [/^resource_manager_id$/, "{id}"],
  [/^(fqdn|.*host_?name|fully_qualified_domain_name|dns_name)$/, "{name}.rehearsal.example"],
  [/^private_(static_)?ip_address$/, "{private_ip}"],
  [/^(public_|static_|outbound_)?ip_address$/, "{public_ip}"],
  [/_connection_string(_alias)?$|^connection_string$/, "Endpoint=https://{name}.rehearsal.example/;Key={base64}"],
  [/(^|_)(endpoint|url|uri)$/, "https://{name}.rehearsal.example/"],
  [/(^|_)key$/, "{base64}"],
  [/^(thumbprint|version|etag)$/, "{hex}"],
  [/^(custom_domain_verification_id|validation_token)$/, "{hex}{hex}"],
  [/(_date|_time|^expiry|^expiration)$/, "2099-01-01T00:00:00Z"],
];

/** The template for a computed attribute of that name; undefined when the name tells nothing. */
export function formByName(attribute: string): string | undefined {
  return byName.find(([name]) => name.test(attribute))?.[1];
}
