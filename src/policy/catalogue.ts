import type { Rule } from "./rule";

/** Every rule of the product, by control id. The folder `rules` is the list; a test holds the two together. */
export const RULES: readonly Rule[] = [];
