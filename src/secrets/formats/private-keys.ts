import type { Format } from "./format";

/** Keys that never leave their owner, as files and as text; escaped, percent-encoded and on one line too. */
export const PRIVATE_KEYS: readonly Format[] = [
  { looksLike: "a private key", pattern: /-{4,5} ?BEGIN(?:[ A-Z0-9+_]|%20){0,40}PRIVATE(?:[ +_]|%20)KEY/i },
  { looksLike: "a private key", pattern: /-{4,5} ?BEGIN OpenVPN Static key/i },
  { looksLike: "a private key", pattern: /PuTTY-User-Key-File-\d|minisign encrypted secret key/ },
  { looksLike: "a private key", pattern: /AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]{20}/ },
  { looksLike: "a private key", pattern: /b3BlbnNzaC1rZXktdjE/ },
  { looksLike: "a private key", pattern: /<D>[A-Za-z0-9+/]{40}/ },
  { looksLike: "a private key", pattern: /"[dk]"\s{0,4}:\s{0,4}"[\w-]{20}/ },
  { looksLike: "a private key", pattern: /PrivateKey\s{0,4}=\s{0,4}[A-Za-z0-9+/]{43}=/ },
  { looksLike: "a machine key", pattern: /(?:validation|decryption)Key\s{0,4}=\s{0,4}["']?[0-9A-F]{32}/i },
];
