/**
 * What a subscription is called where Azure's names have no place, in addresses and variables of Terraform: lower-case
 * letters, digits and hyphens, starting with a letter. A name that is one already stays as it is.
 */
export function subscriptionKey(name: string): string {
  const key = name.toLowerCase().replace(/[^a-z0-9-]+/g, "-");
  return /^[a-z]/.test(key) ? key : `s-${key}`;
}
