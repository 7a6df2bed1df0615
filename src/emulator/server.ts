import { createServer, type Server } from "node:https";
import type { AddressInfo, Server as NetServer } from "node:net";
import { type Call, type Reply, readCall, sendReply } from "./http";
import type { Authority } from "./tls";

/** HTTPS on this machine alone, with a certificate for whichever host is asked for. */
export function makeServer(authority: Authority, answer: (call: Call) => Reply | Promise<Reply>): Server {
  const server = createServer({
    SNICallback: (host, done) => done(null, authority.contextFor(host)),
  });
  // A client that connects to an address sends no name.
  server.setSecureContext(authority.pemFor("127.0.0.1"));
  server.on("request", async (request, response) => {
    try {
      sendReply(response, await answer(await readCall(request)), request.method !== "HEAD");
    } catch (error) {
      const message = `The emulator failed: ${(error as Error).stack}`;
      sendReply(response, { status: 500, body: { error: { code: "EmulatorFailed", message } } }, true);
    }
  });
  server.keepAliveTimeout = 60_000;
  return server;
}

/**
 * Listen on a free port, or a given one; answers with the port.
 * @throws Error where the given one is taken
 */
export function listen(server: NetServer, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`port ${port} of 127.0.0.1 is taken: give another, or none to have a free one`) : error);
    });
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}
