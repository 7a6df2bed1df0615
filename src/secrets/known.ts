import { CLOUDS } from "./formats/clouds";
import { CODE } from "./formats/code";
import { CONNECTIONS } from "./formats/connections";
import type { Format } from "./formats/format";
import { PRIVATE_KEYS } from "./formats/private-keys";
import { SERVICES } from "./formats/services";

/** Every format that only a credential has. A value that has one is a secret, whatever it is called and whoever says not. */
export const KNOWN_FORMATS: readonly Format[] = [...PRIVATE_KEYS, ...CONNECTIONS, ...CLOUDS, ...CODE, ...SERVICES];

/** No password in a connection string is found in less, and no key or token by its format. */
const SHORTEST = { connection: 8, token: 16 };

/** The known format that a text holds anywhere. */
export function knownFormat(text: string): Format | undefined {
  if (text.length < SHORTEST.connection) return undefined;
  const formats = text.length < SHORTEST.token ? CONNECTIONS : KNOWN_FORMATS;
  return formats.find(({ pattern }) => pattern.test(text));
}
