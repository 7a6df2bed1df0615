import { onThisMachine } from "../../loopback";

/** A metadata host on this machine. */
export interface Endpoint {
  /** Host and port, as they were given. */
  readonly host: string;
  /** The loopback address that it leads to. */
  readonly address: string;
  readonly port: number;
}

/** What is wrong with an endpoint, and what to write instead. */
export interface NoEndpoint {
  readonly says: string;
  readonly fix: string;
}

/** Read a metadata host, `localhost:4566`; one that is not on this machine is none. */
export async function endpointOf(given: string): Promise<Endpoint | NoEndpoint> {
  const written = /^[a-z]+:\/\//i.test(given) ? given : `https://${given}`;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url?.protocol !== "https:" || url.pathname !== "/" || url.username)
    return {
      says: `--endpoint must be the metadata host of an emulator, got "${given}"`,
      fix: "Write host and port, like localhost:4566. azurerm speaks HTTPS alone.",
    };
  const found = await onThisMachine(url.hostname.replace(/^\[|\]$/g, ""));
  if ("elsewhere" in found)
    return {
      says: `--endpoint ${given} is not on this machine: ${found.elsewhere}`,
      fix: "Name an emulator that listens on a loopback address. No run goes anywhere else.",
    };
  return { host: url.host, address: found.addresses[0] ?? "", port: Number(url.port || 443) };
}
