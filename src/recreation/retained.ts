import { parseImage } from "../azure/image";
import { hostsOf } from "../config/entry";
import { imagesOf, workloads } from "../plan/images";
import { outlives } from "../plan/outlives";
import { backendOf } from "../plan/providers";
import type { Resource } from "../plan/resource";
import type { Subject } from "./subject";

/** What the recovery stack keeps when its generation goes. The next generation has a recovery stack of its own. */
const OUTLIVES: Readonly<Record<string, string>> = {
  azurerm_data_protection_backup_vault: "holds copies of the data, which outlive what they restore",
  azurerm_recovery_services_vault: "holds copies of the data, which outlive what they restore",
  azurerm_storage_account: "holds the logs of who did what, for as long as they are evidence",
};

/** True for a resource that is never destroyed with its generation. */
export function isRetained({ stack }: Resource): boolean {
  return outlives(stack.identity);
}

/** Something that a recreation neither makes nor destroys. */
export interface RetainedThing {
  readonly what: string;
  readonly why: string;
}

/** Everything that the environment uses or leaves behind and that outlives it, the same for every generation. */
export function retainedThings({ resolved, graph }: Pick<Subject, "resolved" | "graph">): RetainedThing[] {
  const { config } = resolved;
  const things: RetainedThing[] = [
    {
      what: "the subscription and the tenant",
      why: "inputs of every stack; a generation is a resource group, not a subscription",
    },
  ];
  const backend = backendOf(graph.stacks[0]?.backend);
  if (backend?.kind === "local")
    things.push({ what: "the folder state/", why: "keeps the state of each generation under a key of its own" });
  else if (backend)
    things.push({
      what: config.stage === "poc" ? "the state storage" : `the foundation ${config.foundation}`,
      why: "keeps the state of each generation under a key of its own, and the identities that deploy",
    });
  if (config.stage === "poc" && config.team !== undefined)
    things.push({ what: `the Entra group ${config.team}`, why: "people come and go in it, not in the environment" });
  for (const [name, { kind, owner, why }] of Object.entries(config.externals ?? {}))
    things.push({ what: `external ${name} (${kind}, ${owner})`, why });
  for (const host of registries(graph)) things.push({ what: `the registry ${host}`, why: "images come from it" });
  const named = "entry" in config;
  if (!named && ownImages(resolved).length > 0)
    things.push({ what: "the build registry", why: "fills the environment's own registry before the apps start" });
  for (const { name, domain } of resolved.services)
    if (domain !== undefined)
      things.push({
        what: `the DNS records of ${domain}`,
        why: `they are the company's; moving the entry points them at ${name}`,
      });
  if (named)
    for (const host of hostsOf(config.entry))
      things.push({ what: `the DNS record of ${host}`, why: "it is the company's; moving the entry points it there" });
  for (const one of graph.managed()) {
    const why = OUTLIVES[one.type];
    if (isRetained(one) && why !== undefined) things.push({ what: one.text("name") ?? one.address, why });
  }
  return things;
}

/** Hosts of the images that come from somewhere else than the environment's own registry. */
function registries(graph: Subject["graph"]): string[] {
  const own = new Set(graph.of("azurerm_container_registry").map((one) => `${one.text("name")}.azurecr.io`));
  const hosts = workloads(graph)
    .flatMap((one) => imagesOf(one))
    .flatMap(({ image }) => parseImage(image ?? "")?.host ?? []);
  return [...new Set(hosts)].filter((host) => !own.has(host)).sort();
}

function ownImages({ services, stores }: Subject["resolved"]): string[] {
  const migrations = stores.flatMap((one) => (one.type === "postgresql" && one.migrations ? [one.migrations] : []));
  return [...services.map(({ image }) => image), ...migrations].filter(
    (image) => parseImage(image)?.host === undefined,
  );
}
