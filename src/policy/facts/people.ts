/** True when two addresses are one mailbox: letters of either case. */
export function samePerson(one: string | undefined, other: string | undefined): boolean {
  const plain = (mail: string | undefined) => (mail ?? "").trim().toLowerCase();
  return plain(one) !== "" && plain(one) === plain(other);
}
