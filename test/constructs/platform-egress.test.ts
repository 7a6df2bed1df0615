import { PLATFORM_EGRESS } from "../../constructs/platform-egress";
import { PLATFORM_WILDCARDS } from "../../src/policy/helpers/allow-list";

const hosts = PLATFORM_EGRESS.flatMap(({ to }) => ("fqdns" in to ? to.fqdns : []));

describe("what the platform needs outside", () => {
  it("is this list, as Microsoft publishes it for Container Apps behind a firewall", () => {
    expect(Object.fromEntries(PLATFORM_EGRESS.map(({ name, to }) => [name, to]))).toEqual({
      "platform-images": { fqdns: ["mcr.microsoft.com", "*.data.mcr.microsoft.com"] },
      "platform-packages": { fqdns: ["acs-mirror.azureedge.net", "packages.aks.azure.com"] },
      "platform-sign-in": {
        fqdns: [
          "*.identity.azure.net",
          "*.login.microsoft.com",
          "*.login.microsoftonline.com",
          "login.microsoft.com",
          "login.microsoftonline.com",
        ],
      },
      "platform-telemetry": { tag: "AzureMonitor" },
    });
  });

  it("uses exactly the wildcards that NET-08 knows by name", () => {
    expect(hosts.filter((host) => host.includes("*")).sort()).toEqual([...PLATFORM_WILDCARDS].sort());
  });

  it("goes over HTTPS only, and each part says why and who asks for it", () => {
    for (const { ports, why, source } of PLATFORM_EGRESS) {
      expect(ports).toEqual([443]);
      expect(why).toMatch(/^[A-Z].*[^.]$/);
      expect(source).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    }
  });
});
