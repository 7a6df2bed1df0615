import type { CustomerPromise } from "./promise";
import type { EnvironmentConfig } from "./schema";

/**
 * What rules read of an environment's config: every field of every stage, and none that has to be there, so that a
 * config of any stage, or one that is only half answered, can be judged. The schemas decide what a valid config is.
 */
export type ConfigView = Omit<PartOf<EnvironmentConfig>, "promise"> & { readonly promise?: CustomerPromise };

/** One store of a config; `data` is its entry in the data map. */
export type StoreView = NonNullable<ConfigView["stores"]>[string];

/** Any part of any of the given shapes. Of a closed set of words any text is left: what is not valid is judged too. */
type PartOf<T> = [T] extends [readonly (infer Item)[]]
  ? readonly PartOf<Item>[]
  : [T] extends [object]
    ? string extends KeyOf<T>
      ? { readonly [K in KeyOf<T>]: PartOf<FieldOf<T, K>> }
      : { readonly [K in KeyOf<T>]?: PartOf<FieldOf<T, K>> }
    : T extends string
      ? string
      : T;

type KeyOf<T> = T extends unknown ? keyof T : never;

type FieldOf<T, K> = T extends unknown ? (K extends keyof T ? NonNullable<T[K]> : never) : never;
