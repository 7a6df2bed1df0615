import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";

/** Hosts that are Azure's: data planes, sign-in, Graph. Whatever else is asked for is refused. */
const AZURE =
  /(^|\.)(azure\.com|azure\.net|windows\.net|azurecr\.io|azurefd\.net|azureedge\.net|azurewebsites\.net|azure-api\.net|azconfig\.io|azuresynapse\.net|azuredatalakestore\.net|azurecontainerapps\.io|azurestaticapps\.net|microsoftonline\.com|microsoft\.com|loganalytics\.io|applicationinsights\.io|applicationinsights\.azure\.com|azure-devices\.net|trafficmanager\.net|cloudapp\.net|search\.windows\.net)$/i;

/** Whether a host is one of Azure's. */
function isAzureHost(host: string): boolean {
  return AZURE.test(host);
}

/**
 * A proxy that leads every host of Azure to the emulator's own port, refuses the rest, and opens no connection to anywhere
 * but this machine. It only carries what is encrypted: the emulator answers with a certificate for the host.
 */
export function makeProxy(port: () => number, refused: Set<string>): Server {
  const server = createServer((_, response) => {
    response.writeHead(403, { "content-type": "text/plain" });
    response.end("Only CONNECT to a host of Azure is taken: this is the proxy of an emulated Azure.\n");
  });
  server.on("connect", (request, client: Socket, head) => {
    const [host = "", wanted] = (request.url ?? "").split(":");
    if (wanted !== "443" || !isAzureHost(host)) {
      refused.add(request.url ?? "");
      client.end("HTTP/1.1 403 Not a host of Azure\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    const upstream = connect(port(), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy()).on("close", () => client.destroy());
    client.on("error", () => upstream.destroy()).on("close", () => upstream.destroy());
  });
  return server;
}
