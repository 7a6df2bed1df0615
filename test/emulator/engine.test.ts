import { connect } from "node:net";
import { type EmulatedAzure, startAzure } from "../../src/emulator/start";
import { ask, outcome, SUBSCRIPTION } from "./client";

let azure: EmulatedAzure;
beforeAll(async () => {
  azure = await startAzure();
});
afterAll(() => azure.close());
beforeEach(async () => {
  azure.reset();
  await ask(azure, "PUT", GROUP, { location: "West Europe" });
});

const GROUP = `${SUBSCRIPTION}/resourceGroups/orders`;
/** A type that no service knows: what the engine does for every type. */
const WIDGET = `${GROUP}/providers/Microsoft.Widgets/widgets/one`;
const LOCK = "/providers/Microsoft.Authorization/locks/keep";

describe("sign-in", () => {
  test("the metadata document leads sign-in and Resource Manager to the emulator", async () => {
    const { body } = await ask(azure, "GET", "/metadata/endpoints");
    expect(body).toMatchObject({
      name: "AzureCloud",
      resourceManager: azure.origin,
      authentication: { loginEndpoint: azure.origin },
    });
  });

  test("a token says who signs in, and proves nothing", async () => {
    const { body } = await ask(azure, "POST", "/tenant/oauth2/v2.0/token");
    const [, claims = "", signature] = String(body["access_token"]).split(".");
    expect(signature).toBe("unsigned");
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
      oid: "d09e8f7a-6c5b-4a39-8271-605f4e3d2c1b",
      idtyp: "app",
    });
  });
});

describe("a resource", () => {
  test("is answered as it was sent, with id, name, type, and the location as ARM spells it", async () => {
    const made = await ask(azure, "PUT", WIDGET, {
      location: "West Europe",
      tags: { a: "b" },
      properties: { size: 3, none: null },
    });
    expect(made.status).toBe(201);
    expect((await ask(azure, "GET", WIDGET.toUpperCase())).body).toEqual({
      id: WIDGET,
      name: "one",
      type: "Microsoft.Widgets/widgets",
      location: "westeurope",
      tags: { a: "b" },
      properties: { size: 3, provisioningState: "Succeeded" },
    });
    expect([...azure.store.echoed]).toEqual(["Microsoft.Widgets/widgets"]);
  });

  test("its operation is over when it is first asked for, without a wait", async () => {
    const made = await ask(azure, "PUT", WIDGET, {});
    expect(made.headers["retry-after"]).toBe("0");
    const operation = await ask(azure, "GET", String(made.headers["azure-asyncoperation"]));
    expect(operation.body["status"]).toBe("Succeeded");
  });

  test.each([
    ["PUT", { properties: { b: 2 } }, { b: 2 }],
    ["PATCH", { properties: { b: 2 } }, { a: 1, b: 2 }],
    ["PATCH", { properties: { a: null } }, {}],
  ] as const)("%s %j over { a: 1 } leaves %j", async (method, sent, left) => {
    await ask(azure, "PUT", WIDGET, { properties: { a: 1 } });
    expect((await ask(azure, method, WIDGET, structuredClone(sent))).status).toBe(200);
    const { properties } = (await ask(azure, "GET", WIDGET)).body;
    expect(properties).toEqual({ ...left, provisioningState: "Succeeded" });
  });

  test.each([
    ["GET of none", "GET", WIDGET, "404 ResourceNotFound"],
    ["DELETE of none", "DELETE", WIDGET, "204"],
    ["PATCH of none", "PATCH", WIDGET, "404 ResourceNotFound"],
    ["PUT without its group", "PUT", WIDGET.replace("orders", "other"), "404 ResourceGroupNotFound"],
    ["PUT without its parent", "PUT", `${WIDGET}/parts/two`, "404 ParentResourceNotFound"],
    ["PUT of an extension of nothing", "PUT", `${WIDGET}${LOCK}`, "404 ParentResourceNotFound"],
    ["a path that is no id", "GET", "/nowhere", "404 NotFound"],
  ])("%s", async (_, method, path, expected) => {
    expect(outcome(await ask(azure, method, path, method.startsWith("P") ? {} : undefined))).toBe(expected);
  });

  test("what it names must exist", async () => {
    const body = { properties: { subnet: { id: `${GROUP}/providers/Microsoft.Network/virtualNetworks/none` } } };
    expect(outcome(await ask(azure, "PUT", WIDGET, body))).toBe("400 InvalidResourceReference");
  });

  test("goes with its children, and the group with everything", async () => {
    await ask(azure, "PUT", WIDGET, {});
    await ask(azure, "PUT", `${WIDGET}/parts/two`, {});
    expect((await ask(azure, "GET", `${WIDGET}/parts`)).body["value"]).toHaveLength(1);
    expect((await ask(azure, "GET", `${GROUP}/resources`)).body["value"]).toMatchObject([{ id: WIDGET }]);
    await ask(azure, "DELETE", WIDGET);
    expect(azure.store.all().map(({ id }) => id)).toEqual([GROUP]);
    await ask(azure, "PUT", WIDGET, {});
    await ask(azure, "DELETE", GROUP);
    expect(azure.store.all()).toEqual([]);
  });

  test("its own identity is a new one when it is made again, and the same when it is changed", async () => {
    const identity = { type: "SystemAssigned" };
    const principal = async () => {
      const { body } = await ask(azure, "PUT", WIDGET, { identity: { ...identity } });
      return (body["identity"] as { principalId: string }).principalId;
    };
    const first = await principal();
    expect(await principal()).toBe(first);
    await ask(azure, "DELETE", WIDGET);
    expect(await principal()).not.toBe(first);
  });
});

describe("a lock", () => {
  test.each([
    ["CanNotDelete", "DELETE", WIDGET, "409 ScopeLocked"],
    ["CanNotDelete", "DELETE", GROUP, "409 ScopeLocked"],
    ["CanNotDelete", "DELETE", `${WIDGET}/parts/two`, "409 ScopeLocked"],
    ["CanNotDelete", "PUT", WIDGET, "200"],
    ["ReadOnly", "PUT", WIDGET, "409 ScopeLocked"],
    ["ReadOnly", "DELETE", WIDGET, "409 ScopeLocked"],
    ["CanNotDelete", "DELETE", `${WIDGET}${LOCK}`, "200"],
  ])("%s on a resource: %s %s is answered %s", async (level, method, path, expected) => {
    await ask(azure, "PUT", WIDGET, {});
    await ask(azure, "PUT", `${WIDGET}/parts/two`, {});
    await ask(azure, "PUT", `${WIDGET}${LOCK}`, { properties: { level } });
    expect(outcome(await ask(azure, method, path, method === "PUT" ? {} : undefined))).toBe(expected);
  });
});

describe("the proxy", () => {
  const tunnel = (target: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(azure.env["HTTPS_PROXY"] ?? "");
      const socket = connect(Number(port), "127.0.0.1", () =>
        socket.write(`CONNECT ${target} HTTP/1.1\r\nhost: ${target}\r\n\r\n`),
      );
      socket.once("data", (data) => {
        resolve(String(data).split("\r\n")[0] ?? "");
        socket.destroy();
      });
      socket.once("error", reject);
    });

  test.each([
    ["kv-orders.vault.azure.net:443", "HTTP/1.1 200 Connection Established"],
    ["registry.terraform.io:443", "HTTP/1.1 403 Not a host of Azure"],
    ["vault.azure.net.example:443", "HTTP/1.1 403 Not a host of Azure"],
    ["kv-orders.vault.azure.net:22", "HTTP/1.1 403 Not a host of Azure"],
  ])("%s: %s", async (target, expected) => {
    expect(await tunnel(target)).toBe(expected);
  });
});
