import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { EMULATED_SUBSCRIPTION } from "../../src/emulator/arm/azure";
import { startAzure } from "../../src/emulator/start";
import { ask } from "./client";

jest.setTimeout(30_000);

const GROUP = `/subscriptions/${EMULATED_SUBSCRIPTION}/resourceGroups/rg-orders`;

test("a port can be chosen; one that is taken is said", async () => {
  const first = await startAzure();
  const port = Number(new URL(first.origin).port);
  await expect(startAzure({ port })).rejects.toThrow(
    `port ${port} of 127.0.0.1 is taken: give another, or none to have a free one`,
  );
  await first.close();
  const second = await startAzure({ port });
  expect(second.origin).toBe(`https://127.0.0.1:${port}`);
  await second.close();
});

test("it forgets what was made when it is reset, and removes its certificate when it is closed", async () => {
  const azure = await startAzure();
  await ask(azure, "PUT", GROUP, { location: "westeurope" });
  expect((await ask(azure, "GET", GROUP)).status).toBe(200);
  azure.reset();
  expect([(await ask(azure, "GET", GROUP)).status, azure.exchanges.length]).toEqual([404, 1]);
  const folder = dirname(azure.env["SSL_CERT_FILE"] ?? "");
  expect(existsSync(folder)).toBe(true);
  await azure.close();
  expect(existsSync(folder)).toBe(false);
});
