import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Azure, DEPLOYER, EMULATED_SUBSCRIPTION, guidOf, type Principal, TENANT } from "./arm/azure";
import { Catalogue } from "./arm/behaviour";
import { remove } from "./arm/deletion";
import { Engine } from "./arm/engine";
import { groups, lists } from "./arm/groups";
import { Operations } from "./arm/operations";
import { Store } from "./arm/store";
import { dataPlane } from "./dataplane";
import type { Call, Reply } from "./http";
import type { Json } from "./json";
import { graph } from "./microsoft-graph";
import { environment } from "./provider-environment";
import { isAzureHost, makeProxy } from "./proxy";
import { listen, makeServer } from "./server";
import { SERVICES } from "./services";
import { signIn } from "./signin";
import { makeAuthority } from "./tls";

export interface StartOptions {
  /** Port of Resource Manager. @default a free one */
  readonly port?: number;
  /** Folder for the certificate file. @default a temporary one, removed by `close` */
  readonly folder?: string;
  /** The moment that it is. @default the clock's */
  readonly now?: () => Date;
  /** False where an object id that nobody knows is refused as a principal. @default true: the directory is not emulated */
  readonly anyPrincipal?: boolean;
}

/** A request that was answered. */
export interface Exchange {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly status: number;
  /** What Azure said, where it refused. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** An Azure that answers on this machine. */
export interface EmulatedAzure {
  /** Environment variables that lead Terraform's providers here; not for `terraform init`, which loads from elsewhere. */
  readonly env: Readonly<Record<string, string>>;
  readonly origin: string;
  /** The certificate to trust, in PEM. */
  readonly ca: string;
  readonly store: Store;
  /** For what is to exist before anything is applied: resources of others, people. */
  readonly azure: Azure;
  /** Everything that was asked and answered since the start or the last reset. */
  readonly exchanges: readonly Exchange[];
  /** Hosts that the proxy was asked for and that are not Azure's. */
  readonly refusedHosts: ReadonlySet<string>;
  /** Forget everything that was made. */
  reset(): void;
  /** Stop answering and remove the certificate file. */
  close(): Promise<void>;
}

/**
 * Start an emulated Azure: sign-in, Resource Manager and the data planes that azurerm asks, on 127.0.0.1 alone.
 *
 * @example
 * const azure = await startAzure();
 * spawnSync("terraform", ["apply"], { env: { ...process.env, ...azure.env } });
 * await azure.close();
 */
export async function startAzure(options: StartOptions = {}): Promise<EmulatedAzure> {
  const authority = await makeAuthority();
  const store = new Store();
  const catalogue = new Catalogue([groups, ...SERVICES]);
  const exchanges: Exchange[] = [];
  const refusedHosts = new Set<string>();
  let made = 0;
  let origin = "";
  const azure: Azure = {
    store,
    operations: new Operations(),
    get origin() {
      return origin;
    },
    now: options.now ?? (() => new Date()),
    newId: (seed) => guidOf(`${seed} ${made++}`),
    write: (id, body) => engine.write(id, body),
    remove: (id) => {
      const found = store.get(id);
      if (found) remove(azure, catalogue, found, false);
    },
    principals: new Map<string, Principal>(),
    anyPrincipal: options.anyPrincipal ?? true,
  };
  const engine = new Engine(azure, catalogue);
  const answer = (call: Call): Reply => {
    const here = /^(127\.0\.0\.1|localhost|management\.azure\.com)$/.test(call.host);
    if (/^graph\.microsoft\.com$/.test(call.host)) return graph(call, azure);
    if (!here && !/login\.microsoftonline\.com$/.test(call.host)) return dataPlane(call, azure);
    return signIn(call, origin) ?? lists(call, azure) ?? engine.handle(call);
  };
  const server = makeServer(authority, (call) => {
    const reply = answer(call);
    exchanges.push({ method: call.method, host: call.host, path: call.path, status: reply.status, ...errorIn(reply) });
    return reply;
  });
  const port = await listen(server, options.port);
  const proxy = makeProxy(
    (host, wanted) => (wanted === 443 && isAzureHost(host) ? { host: "127.0.0.1", port } : undefined),
    refusedHosts,
  );
  const proxyPort = await listen(proxy);
  origin = `https://127.0.0.1:${port}`;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "gatewright-azure-"));
  const caFile = join(folder, "ca.pem");
  writeFileSync(caFile, authority.certificate);
  const reset = (): void => {
    made = 0;
    store.clear();
    azure.operations.clear();
    azure.principals.clear();
    azure.principals.set(DEPLOYER, { id: DEPLOYER, kind: "ServicePrincipal" });
    exchanges.length = 0;
    refusedHosts.clear();
  };
  reset();
  return {
    env: {
      ...environment(`127.0.0.1:${port}`, `http://127.0.0.1:${proxyPort}`, EMULATED_SUBSCRIPTION, TENANT),
      SSL_CERT_FILE: caFile,
    },
    origin,
    ca: authority.certificate,
    store,
    azure,
    exchanges,
    refusedHosts,
    reset,
    close: async () => {
      server.closeAllConnections();
      proxy.closeAllConnections();
      await Promise.all([server, proxy].map((one) => new Promise((done) => one.close(done))));
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function errorIn({ status, body }: Reply): Pick<Exchange, "error"> {
  const error = status >= 400 ? (body as Json | undefined)?.["error"] : undefined;
  return error ? { error: error as { code: string; message: string } } : {};
}
