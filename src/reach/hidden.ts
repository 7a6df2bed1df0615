import { factOf } from "../azure";
import { uncountedKinds } from "../plan/dynamic";
import type { PlanGraph } from "../plan/graph";
import { asList, asObject, isObject, type Json, type JsonObject } from "../plan/json";
import { isPlainProvider, providerOf } from "../plan/other-providers";
import type { Part, Resource } from "../plan/resource";
import type { Stack } from "../plan/stack";

/** Something of which the input shows that it is there, not what it makes. */
export interface Hidden {
  readonly subject: Part | { readonly stack: Stack; readonly what: string };
  /** Attribute that hides it. */
  readonly path: string;
  readonly why: string;
  /** Set where nothing is known of its type. */
  readonly ofUnreadType?: Resource;
}

const UNTOLD = "what it does is not in the plan";

/** The resources of a plan's configuration, those of modules included. */
function* configured(module: JsonObject): Generator<JsonObject> {
  yield* asList(module["resources"]).filter(isObject);
  for (const call of Object.values(asObject(module["module_calls"])))
    yield* configured(asObject(asObject(call)["module"]));
}

/** True for a resource at whose creation Terraform runs a program. */
function runsPrograms({ stack, type, name }: Resource): boolean {
  const written = (one: Json | undefined) => asList(one).length > 0;
  if (stack.basis === "static") {
    const body = asList(asObject(asObject(stack.json["resource"])[type])[name])[0];
    return written(asObject(body)["provisioner"]);
  }
  const root = asObject(asObject(stack.json["configuration"])["root_module"]);
  return [...configured(root)].some(
    (one) => one["type"] === type && one["name"] === name && written(one["provisioners"]),
  );
}

/** Blocks of which only a plan shows how many there are, at any depth. */
function* uncounted(part: Part): Generator<Hidden> {
  for (const kind of uncountedKinds(part.attributes))
    yield { subject: part, path: kind, why: "how many of them there are shows in a plan only" };
  for (const [name, value] of Object.entries(part.attributes))
    if (name !== "dynamic" && asList(value).some(isObject)) for (const one of part.blocks(name)) yield* uncounted(one);
}

function* ofResource(one: Resource): Generator<Hidden> {
  const provider = providerOf(one.type);
  if (one.mode === "data") {
    if (one.type === "external") yield { subject: one, path: "program", why: UNTOLD };
    return;
  }
  const known = factOf(one.type, "hides");
  if (known !== undefined) yield { subject: one, path: "name", why: known };
  else if (provider !== "azurerm" && !isPlainProvider(provider))
    yield { subject: one, path: "name", why: `resources of provider ${provider} are not read`, ofUnreadType: one };
  if (runsPrograms(one)) yield { subject: one, path: "provisioner", why: "what its program does is not in the plan" };
  if (one.type.startsWith("azurerm_")) yield* uncounted(one);
}

/** Everything that the inputs only mention: modules, other providers, templates, programs, blocks made in a loop. */
export function hidden(graph: PlanGraph): readonly Hidden[] {
  return graph.once("hidden", () => {
    const modules = graph.stacks
      .filter(({ basis }) => basis === "static")
      .flatMap((stack) => stack.modules.map(({ name }) => ({ stack, what: `module.${name}` })))
      .map((subject): Hidden => ({ subject, path: "source", why: "its resources show in a plan only" }));
    const deferred = graph.stacks.flatMap((stack) =>
      asList(stack.basis === "plan" ? stack.json["deferred_changes"] : undefined).map((one): Hidden => {
        const what = asObject(asObject(one)["resource_change"])["address"];
        return { subject: { stack, what: `${what}` }, path: "deferred", why: "the plan puts it off to a later one" };
      }),
    );
    return [...graph.resources.flatMap((one) => [...ofResource(one)]), ...modules, ...deferred];
  });
}
