/** Inclusive range of IPv4 addresses as unsigned 32-bit integers. */
type Span = readonly [first: number, last: number];

/** The most public addresses that one range may hold and still name somebody: a /16. */
const ONE = 2 ** 16;
/** The most public addresses that all ranges of a list may hold together: a /8. */
const TOGETHER = 2 ** 24;
/** The shortest IPv6 prefix that still names somebody: what a registry gives to one provider. */
const IPV6 = 32;

const ADDRESS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

function address(text: string): number | undefined {
  const octets = ADDRESS.exec(text.trim())?.slice(1).map(Number);
  if (!octets || octets.some((one) => one > 255)) return undefined;
  return octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

/** `a.b.c.d`, `a.b.c.d/n` or `a.b.c.d-e.f.g.h`; bits outside a prefix count as not set. */
function spanOf(text: string): Span | undefined {
  const [from = "", to] = text.split("-");
  const [base = "", prefix = "32"] = from.split("/");
  const first = address(base);
  if (first === undefined || Number(prefix) > 32) return undefined;
  const size = 2 ** (32 - Number(prefix));
  const last = to === undefined ? Math.floor(first / size) * size + size - 1 : address(to);
  return last === undefined ? undefined : [Math.floor(first / size) * size, last];
}

function spansOf(texts: readonly string[]): Span[] {
  return texts.map(spanOf).filter((one) => one !== undefined);
}

/** Addresses that no host of the Internet has. @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const RESERVED = spansOf([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
]);

/** How many addresses some ranges hold, each counted once. */
function size(spans: readonly Span[]): number {
  let [total, end] = [0, -1];
  for (const [first, last] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (last <= end) continue;
    total += last - Math.max(first, end + 1) + 1;
    end = last;
  }
  return total;
}

/** How many addresses of the Internet some ranges hold. */
function publicSize(texts: readonly string[]): number {
  return size([...spansOf(texts), ...RESERVED]) - size(RESERVED);
}

function isWideIpv6(text: string): boolean {
  const [, prefix] = /^[\da-f]*:[\da-f:]*\/(\d+)$/i.exec(text) ?? [];
  return prefix !== undefined && Number(prefix) < IPV6;
}

/**
 * The first range that is too wide to name anybody: larger than a /16 of public addresses. Where each is narrow but all
 * of them hold more than a /8, how many there are. `undefined` when they are narrow; tags and names are no ranges.
 */
export function wideAmong(texts: readonly string[]): string | undefined {
  const one = texts.find((text) => isWideIpv6(text) || publicSize([text]) > ONE);
  if (one !== undefined) return one;
  return publicSize(texts) > TOGETHER ? `${texts.length} ranges that hold more than a /8 together` : undefined;
}

/** True for ranges that leave out no address of the Internet. */
export function coverInternet(texts: readonly string[]): boolean {
  return publicSize(texts) === publicSize(["0.0.0.0/0"]);
}
