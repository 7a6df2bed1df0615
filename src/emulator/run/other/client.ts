import { existsSync, readFileSync } from "node:fs";
import { request } from "node:https";
import { isIP } from "node:net";
import { CLIENT } from "../../arm/azure";
import { type Json, object, objects, text } from "../../json";
import { onThisMachine } from "../../loopback";
import { NO_SECRET } from "../../provider-environment";

/** An answer of Resource Manager. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** Speaks to the Resource Manager of another emulator, and to nobody who is not on this machine. */
export class Client {
  private constructor(
    private readonly resourceManager: string,
    private readonly token: string,
  ) {}

  /**
   * Ask a metadata host where its Resource Manager is, and sign in as the provider does.
   * @throws Error where it does not answer, or leads elsewhere
   */
  static async of(metadataHost: string, tenant: string): Promise<Client> {
    const metadata = await send("GET", `https://${metadataHost}/metadata/endpoints?api-version=2022-09-01`);
    const resourceManager = text(metadata.body["resourceManager"]).replace(/\/$/, "");
    const { loginEndpoint, audiences } = object(metadata.body["authentication"]);
    const login = text(loginEndpoint).replace(/\/$/, "");
    if (metadata.status !== 200 || !URL.canParse(resourceManager) || !URL.canParse(login))
      throw new Error(`answers with ${metadata.status} and without Azure's metadata`);
    for (const one of [resourceManager, login]) await addressOf(new URL(one));
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: CLIENT,
      client_secret: NO_SECRET,
      scope: `${text((audiences as unknown[] | undefined)?.[0]) || resourceManager}/.default`.replace("//.", "/."),
    });
    const signedIn = await send("POST", `${login}/${tenant}/oauth2/v2.0/token`, form.toString(), {
      "content-type": "application/x-www-form-urlencoded",
    });
    return new Client(resourceManager, text(signedIn.body["access_token"]));
  }

  /** Ask for something by its path. */
  ask(method: string, path: string, version: string, body?: Json): Promise<Answer> {
    const url = new URL(path, this.resourceManager);
    url.searchParams.set("api-version", version);
    return this.send(method, url.href, body);
  }

  /** Every page of a list; undefined where it is not answered. */
  async list(path: string, version: string): Promise<Json[] | undefined> {
    const found: Json[] = [];
    let answer = await this.ask("GET", path, version);
    for (let page = 0; page < MOST_PAGES; page++) {
      if (answer.status !== 200 || !Array.isArray(answer.body["value"])) return undefined;
      found.push(...objects(answer.body["value"]));
      const next = text(answer.body["nextLink"]);
      if (!next) return found;
      answer = await this.send("GET", next);
    }
    return undefined;
  }

  /** One that stops answering during a run says nothing: status 0. */
  private send(method: string, url: string, body?: Json): Promise<Answer> {
    const sent = send(method, url, body === undefined ? undefined : JSON.stringify(body), {
      authorization: `Bearer ${this.token}`,
      "content-type": "application/json",
    });
    return sent.catch(() => ({ status: 0, body: {} }));
  }
}

const MOST_PAGES = 1000;
const PATIENCE = 30_000;

/** One request to this machine, trusted by what `SSL_CERT_FILE` names, as the provider does. */
async function send(method: string, address: string, body?: string, headers: Record<string, string> = {}) {
  const url = new URL(address);
  const host = await addressOf(url);
  const file = process.env["SSL_CERT_FILE"];
  const ca = file && existsSync(file) ? { ca: readFileSync(file) } : {};
  const name = isIP(url.hostname) ? {} : { servername: url.hostname };
  return new Promise<Answer>((resolve, reject) => {
    const options = {
      method,
      headers: { host: url.host, ...headers },
      timeout: PATIENCE,
      ...name,
      ...ca,
    };
    const sent = request({ ...options, host, port: url.port || 443, path: url.pathname + url.search }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: jsonIn(Buffer.concat(chunks).toString("utf8")) }),
      );
    });
    sent.on("timeout", () => sent.destroy(new Error("does not answer within 30 s")));
    sent.on("error", (error: NodeJS.ErrnoException) => reject(new Error(inWords(error))));
    sent.end(body);
  });
}

/** The address of this machine that a URL leads to. */
async function addressOf({ hostname, origin }: URL): Promise<string> {
  const found = await onThisMachine(hostname.replace(/^\[|\]$/g, ""));
  if ("elsewhere" in found) throw new Error(`leads to ${origin}, which is not on this machine: ${found.elsewhere}`);
  return found.addresses[0] ?? "";
}

function jsonIn(said: string): Json {
  try {
    return object(JSON.parse(said.replace(/^\uFEFF/, "")));
  } catch {
    return {};
  }
}

function inWords({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ECONNREFUSED") return "does not answer";
  if (/CERT|SIGNATURE|ALTNAME/.test(code ?? ""))
    return `has a certificate that is not trusted (${code}): name that of its authority in SSL_CERT_FILE`;
  return message;
}
