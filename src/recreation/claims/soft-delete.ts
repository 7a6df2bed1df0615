import { type SoftDelete, typesWith } from "../../azure";
import { asList, asObject } from "../../plan/json";
import { feature } from "../../plan/providers";
import type { Says } from "../claim";
import type { Subject } from "../subject";

/** A provider setting that decides what becomes of a deleted thing. */
interface Setting {
  readonly name: string;
  /** What it must be where an environment dies for good; a retained one needs the opposite, or either. */
  readonly disposable: boolean;
  readonly retained: boolean | "either";
}

function settingsOf({ purge, recover }: SoftDelete): Setting[] {
  const kept: Setting[] = recover === undefined ? [] : [{ name: recover, disposable: false, retained: "either" }];
  return [{ name: purge, disposable: true, retained: false }, ...kept];
}

/** The provider must be told what to do with what Azure keeps; its own default differs from type to type. */
export function softDelete({ graph, resolved }: Subject, say: Says): void {
  const { retained } = resolved.stance;
  for (const [type, fact] of typesWith("softDelete"))
    for (const stack of new Set(graph.of(type).map((one) => one.stack))) {
      const { trap, block } = fact;
      const provider = asObject(
        asList(asObject(stack.json["provider"])["azurerm"]).find((one) => asObject(one)["alias"] === undefined),
      );
      for (const { name, ...wanted } of settingsOf(fact)) {
        const where = `${stack.name}/provider.azurerm`;
        const set = asObject(asList(asObject(asList(provider["features"])[0])[block])[0])[name];
        const value = feature(provider, block, name, false);
        const right = retained ? wanted.retained : wanted.disposable;
        if (set === undefined)
          say.against(where, `features.${block}.${name} is not set, and ${type} is kept by Azure.`, trap);
        else if (right !== "either" && value !== right)
          say.against(where, `features.${block}.${name} is ${value}; at this stage it must be ${right}.`, trap);
      }
    }
}
