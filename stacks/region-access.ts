import { LogWorkspace } from "../constructs/log-analytics";
import { NetworkDns } from "../constructs/network-dns";
import { VirtualNetwork } from "../constructs/virtual-network";
import type { ResolvedHardened } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";
import { addGuardDiagnostics } from "./hardened-parts";
import { PeopleAccess } from "./people-access";
import { resolverAddress } from "./region-network";

/** How people reach the second region when the first is gone: a stack of its own, because it is not always there. */
export class RegionAccess {
  readonly people: PeopleAccess;

  constructor(readonly stack: EnvironmentStack<ResolvedHardened>) {
    const { nameOf, network: range } = stack.environment;
    const group = stack.groupReference();
    const tenant = { tenantId: stack.idVariable("tenant_id", "Entra tenant that people and identities sign in to.") };
    const name = nameOf("virtual_network");
    const network = VirtualNetwork.reference(group, name);
    const dns = resolverAddress(range);
    this.people = new PeopleAccess(stack, {
      group,
      tenant,
      network,
      dns,
      subnets: {
        resolver: VirtualNetwork.subnetReference(group, name, nameOf("subnet", "resolver")),
        vpn: VirtualNetwork.subnetReference(group, name, "GatewaySubnet"),
      },
    });
    new NetworkDns(stack, "network-dns", { network, servers: [dns], ready: this.people.resolver.ready });
    addGuardDiagnostics(stack, LogWorkspace.reference(group, nameOf("log_analytics_workspace")), {
      vpn: this.people.vpn,
    });
  }
}
