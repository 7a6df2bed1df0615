import type { Resource } from "../../plan/resource";
import { appNetworks, privateAccess } from "../../reach/network";
import { neededSubResources } from "../../reach/paas";
import type { RuleContext } from "../rule";

/** Judges that the apps of every region reach something of one region, by endpoints of their own network. */
export function judgeAccess(context: RuleContext, resource: Resource): void {
  for (const network of appNetworks(context.graph))
    for (const needed of neededSubResources(context.graph, resource)) {
      const path = `private_endpoint.${needed.name}`;
      const { state, says } = privateAccess(context.graph, resource, needed, network);
      if (state === "private") context.pass(resource, path, `It ${says}.`);
      else if (state === "unknown") context.unknown(resource, path, says);
      else
        context.fail(resource, path, `It ${says}.`, {
          fix: "Add a private endpoint to it in the network of each region, with a zone of that network.",
        });
    }
}
