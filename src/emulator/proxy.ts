import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";

/** Hosts that are Azure's: data planes, sign-in, Graph. Whatever else is asked for is refused. */
const AZURE =
  /(^|\.)(azure\.com|azure\.net|windows\.net|azurecr\.io|azurefd\.net|azureedge\.net|azurewebsites\.net|azure-api\.net|azconfig\.io|azuresynapse\.net|azuredatalakestore\.net|azurecontainerapps\.io|azurestaticapps\.net|microsoftonline\.com|microsoft\.com|loganalytics\.io|applicationinsights\.io|applicationinsights\.azure\.com|azure-devices\.net|trafficmanager\.net|cloudapp\.net|search\.windows\.net)$/i;

/** Whether a host is one of Azure's. */
export function isAzureHost(host: string): boolean {
  return AZURE.test(host);
}

/** An address of this machine. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** Where a host and a port are led; undefined where they are refused. */
export type Route = (host: string, port: number) => Promise<Place | undefined> | Place | undefined;

/**
 * A proxy that leads hosts to places on this machine and refuses the rest; it opens no connection to anywhere else. It only
 * carries what is encrypted: whoever answers has a certificate for the host.
 */
export function makeProxy(route: Route, refused: Set<string>): Server {
  const server = createServer((_, response) => {
    response.writeHead(403, { "content-type": "text/plain" });
    response.end("Only CONNECT to a host of Azure is taken: this is the proxy of an emulated Azure.\n");
  });
  server.on("connect", async (request, client: Socket, head) => {
    client.on("error", () => client.destroy());
    const [, host = "", port = ""] = /^\[?([^\]]*?)\]?:(\d+)$/.exec(request.url ?? "") ?? [];
    const place = await route(host, Number(port));
    if (!place) {
      refused.add(request.url ?? "");
      client.end("HTTP/1.1 403 Not a host of Azure\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    const upstream = connect(place, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy()).on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
  });
  return server;
}
