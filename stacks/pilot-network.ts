import { PrivateAccess } from "../constructs/private-access";
import type { IResourceGroup } from "../constructs/resource-group";
import { type ISubnet, type SubnetRule, VirtualNetwork } from "../constructs/virtual-network";
import { PILOT_SUBNETS, planSubnets } from "../src/config/subnets";
import type { EnvironmentStack } from "./environment-stack";

const allow = (name: string, priority: number, from: string, to: string, ports: readonly string[]): SubnetRule => ({
  name,
  priority,
  direction: "Inbound",
  access: "Allow",
  protocol: "Tcp",
  from,
  to,
  ports,
});

const denyRest: SubnetRule = {
  name: "deny-rest",
  priority: 4096,
  direction: "Inbound",
  access: "Deny",
  protocol: "*",
  from: "*",
  to: "*",
  ports: ["*"],
};

/** A Pilot's network: one subnet for the apps, one for the private endpoints of the stores and the vault. */
export class PilotNetwork {
  readonly network: VirtualNetwork;
  readonly apps: ISubnet;
  readonly endpoints: ISubnet;
  readonly privateAccess: PrivateAccess;

  constructor(stack: EnvironmentStack, group: IResourceGroup, range: string) {
    const { nameOf } = stack.environment;
    const plan = planSubnets(range, PILOT_SUBNETS) ?? {};
    const { apps = "", endpoints = "" } = plan;
    this.network = new VirtualNetwork(stack, "network", { group, name: nameOf("virtual_network"), range });
    const subnet = (id: string, part: string, rules: readonly SubnetRule[], delegation?: string) =>
      this.network.addSubnet(id, {
        name: nameOf("subnet", id),
        range: part,
        securityGroupName: nameOf("network_security_group", id),
        rules,
        delegation,
      });
    this.apps = subnet(
      "apps",
      apps,
      [
        allow("https-from-internet", 100, "Internet", apps, ["443"]),
        allow("health-probes", 110, "AzureLoadBalancer", apps, ["30000-32767"]),
        allow("within-apps", 120, apps, apps, ["*"]),
        denyRest,
      ],
      "Microsoft.App/environments",
    );
    this.endpoints = subnet("endpoints", endpoints, [
      allow("stores-from-apps", 100, apps, endpoints, ["443", "5432"]),
      denyRest,
    ]);
    this.privateAccess = new PrivateAccess(stack, "private", {
      group,
      network: this.network,
      subnet: this.endpoints,
      nameOf,
    });
  }
}
