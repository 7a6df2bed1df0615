import type { Json } from "../../src/emulator/json";
import { azureInTwoRegions, TAKEN, WEST } from "./two-groups";

const { put, read, remove } = azureInTwoRegions();

describe("a Front Door", () => {
  const PROFILE = `${WEST}/providers/Microsoft.Cdn/profiles/afd-orders`;
  const ENDPOINT = `${PROFILE}/afdEndpoints/fde-orders`;
  const ORIGINS = `${PROFILE}/originGroups/web`;
  const DOMAIN = `${PROFILE}/customDomains/orders-example`;
  const FIREWALL = `${WEST}/providers/Microsoft.Network/frontDoorWebApplicationFirewallPolicies/fdfporders`;
  const POLICY = `${PROFILE}/securityPolicies/firewall`;
  const APPS = `${WEST}/providers/Microsoft.App/managedEnvironments/cae-orders`;
  const PREMIUM = { sku: { name: "Premium_AzureFrontDoor" }, location: "global" };
  const linked = (link: Json = {}, more: Json = {}): Json => ({
    hostName: "web.apps.example",
    enforceCertificateNameCheck: true,
    sharedPrivateLinkResource: {
      privateLink: { id: APPS },
      groupId: "managedEnvironments",
      privateLinkLocation: "westeurope",
      requestMessage: "Front Door of orders",
      ...link,
    },
    ...more,
  });
  const route = (more: Json = {}): Json => ({
    originGroup: { id: ORIGINS },
    customDomains: [{ id: DOMAIN }],
    linkToDefaultDomain: "Disabled",
    patternsToMatch: ["/*"],
    ...more,
  });
  const secured = (...domains: readonly string[]): Json => ({
    parameters: {
      type: "WebApplicationFirewall",
      wafPolicy: { id: FIREWALL },
      associations: [{ domains: domains.map((id) => ({ id })), patternsToMatch: ["/*"] }],
    },
  });
  const connections = async () => ((await read(APPS))["privateEndpointConnections"] ?? []) as Json[];

  beforeEach(async () => {
    await put(PROFILE, {}, PREMIUM);
    await put(ENDPOINT);
    await put(ORIGINS);
    await put(DOMAIN, { hostName: "orders.example" });
    await put(FIREWALL, {}, PREMIUM);
    await put(APPS, { publicNetworkAccess: "Disabled" });
  });

  test("has a host name of Azure's, and domains that wait for a proof", async () => {
    expect(await read(ENDPOINT)).toMatchObject({
      hostName: expect.stringMatching(/^fde-orders-[0-9a-f]{8}\.z01\.azurefd\.net$/),
    });
    expect(await read(DOMAIN)).toMatchObject({
      domainValidationState: "Pending",
      validationProperties: {
        validationToken: expect.stringMatching(/^[0-9a-f]{32}$/),
        expirationDate: "2026-12-05T12:00:00.000Z",
      },
      tlsSettings: { certificateType: "ManagedCertificate", minimumTlsVersion: "TLS12" },
    });
    expect(await put(`${PROFILE}/customDomains/other`, { hostName: "Orders.example" })).toBe("409 Conflict");
  });

  test("asks for one private endpoint, however many origins need it, and waits for its approval", async () => {
    expect(await put(`${ORIGINS}/origins/westeurope`, linked())).toEqual(TAKEN);
    await put(`${PROFILE}/originGroups/api`);
    await put(`${PROFILE}/originGroups/api/origins/westeurope`, linked());
    const [one, ...others] = await connections();
    expect(others).toEqual([]);
    expect(one?.["properties"]).toMatchObject({
      privateLinkServiceConnectionState: { status: "Pending", description: "Front Door of orders" },
    });
    const approved = { privateLinkServiceConnectionState: { status: "Approved" } };
    expect(await put(String(one?.["id"]), approved)).toEqual(TAKEN);
    await put(APPS, { publicNetworkAccess: "Disabled" });
    expect((await connections())[0]?.["properties"]).toMatchObject({
      ...approved,
      privateLinkServiceConnectionState: { description: "Front Door of orders" },
    });
    await remove(`${ORIGINS}/origins/westeurope`);
    expect(await connections()).toHaveLength(1);
    await remove(`${PROFILE}/originGroups/api/origins/westeurope`);
    expect(await connections()).toEqual([]);
  });

  test.each<[string, Json, string, Json, unknown]>([
    ["Premium, to a closed environment", PREMIUM, "Disabled", linked(), TAKEN],
    ["Standard", { ...PREMIUM, sku: { name: "Standard_AzureFrontDoor" } }, "Disabled", linked(), "400 BadRequest"],
    ["Premium, to an environment on the Internet", PREMIUM, "Enabled", linked(), "400 BadRequest"],
    [
      "Premium, with any certificate",
      PREMIUM,
      "Disabled",
      linked({}, { enforceCertificateNameCheck: false }),
      "400 BadRequest",
    ],
    ["Premium, to another group of it", PREMIUM, "Disabled", linked({ groupId: "sites" }), "400 BadRequest"],
  ])(
    "an origin by private link of a profile that is %s is taken or refused",
    async (_, profile, access, origin, expected) => {
      await put(PROFILE, {}, profile);
      await put(APPS, { publicNetworkAccess: access });
      expect(await put(`${ORIGINS}/origins/westeurope`, origin)).toEqual(expected);
    },
  );

  test.each<[string, Json, Json, unknown]>([
    ["to a host of its own", {}, route(), TAKEN],
    ["to no host", {}, route({ customDomains: [] }), "400 BadRequest"],
    ["to an origin that is off", { enabledState: "Disabled" }, route(), "400 BadRequest"],
  ])("a route leads %s", async (_, origin, properties, expected) => {
    await put(`${ORIGINS}/origins/westeurope`, linked({}, origin));
    expect(await put(`${ENDPOINT}/routes/web`, properties)).toEqual(expected);
  });

  test("has one route for a path of a host", async () => {
    await put(`${ORIGINS}/origins/westeurope`, linked());
    await put(`${ENDPOINT}/routes/web`, route());
    expect(await put(`${ENDPOINT}/routes/again`, route())).toBe("409 Conflict");
    expect(await put(`${ENDPOINT}/routes/api`, route({ patternsToMatch: ["/api/*"] }))).toEqual(TAKEN);
  });

  test("lets a domain, an endpoint, origins and a firewall go when nothing needs them", async () => {
    await put(`${ORIGINS}/origins/westeurope`, linked());
    await put(`${ENDPOINT}/routes/web`, route());
    await put(POLICY, secured(ENDPOINT, DOMAIN));
    expect(await read(FIREWALL)).toMatchObject({ securityPolicyLinks: [{ id: POLICY }] });
    expect(await remove(DOMAIN)).toBe("409 Conflict");
    expect(await remove(ORIGINS)).toBe("409 Conflict");
    await remove(`${ENDPOINT}/routes/web`);
    expect([await remove(DOMAIN), await remove(ENDPOINT), await remove(FIREWALL)]).toEqual(
      Array(3).fill("409 Conflict"),
    );
    await remove(POLICY);
    for (const one of [DOMAIN, ENDPOINT, FIREWALL, ORIGINS]) expect(await remove(one)).toEqual(TAKEN);
  });

  test("has one firewall for a domain, of its own tier", async () => {
    await put(POLICY, secured(ENDPOINT));
    expect(await put(`${PROFILE}/securityPolicies/second`, secured(ENDPOINT))).toBe("400 BadRequest");
    await put(FIREWALL, {}, { ...PREMIUM, sku: { name: "Standard_AzureFrontDoor" } });
    expect(await put(`${PROFILE}/securityPolicies/third`, secured(DOMAIN))).toBe("400 BadRequest");
  });
});
