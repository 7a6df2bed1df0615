/** An IPv4 address range. */
export interface Cidr {
  /** First address as an unsigned 32-bit integer. */
  readonly first: number;
  /** Last address as an unsigned 32-bit integer. */
  readonly last: number;
  readonly prefix: number;
}

/** A number without leading zeros: some programs read `010` as eight. */
const DECIMAL = "(0|[1-9]\\d{0,2})";
const RANGE = new RegExp(`^${DECIMAL}\\.${DECIMAL}\\.${DECIMAL}\\.${DECIMAL}(?:/${DECIMAL})?$`);

/**
 * Parses `a.b.c.d/n`, or a bare address as `/32`. `undefined` when it is neither, when a number starts with a zero, or
 * when bits outside the prefix are set (Azure refuses `10.0.0.1/24` as an address space).
 */
export function parseCidr(text: string): Cidr | undefined {
  const match = RANGE.exec(text);
  if (!match) return undefined;
  const octets = match.slice(1, 5).map(Number);
  const prefix = match[5] === undefined ? 32 : Number(match[5]);
  if (octets.some((octet) => octet > 255) || prefix > 32) return undefined;
  const first = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - prefix);
  if (first % size !== 0) return undefined;
  return { first, last: first + size - 1, prefix };
}

/** The range that was meant by one whose numbers start with zeros; `undefined` where that is not what is wrong. */
export function withoutLeadingZeros(text: string): string | undefined {
  const meant = text.replace(/\b0+(?=\d)/g, "");
  return meant !== text && parseCidr(meant) ? meant : undefined;
}

/** The dotted form of an address given as an unsigned 32-bit integer. */
export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** `first/prefix`. */
export function formatCidr(cidr: Pick<Cidr, "first" | "prefix">): string {
  return `${formatAddress(cidr.first)}/${cidr.prefix}`;
}

/** True when two ranges share an address. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** True when `outer` holds every address of `inner`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
