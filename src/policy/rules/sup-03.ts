import { rule } from "../rule";

/** Setting, what holds, and what is said when it does not. */
const SETTINGS: readonly (readonly [string, (value: unknown) => boolean, (value: unknown) => string])[] = [
  ["sku", (value) => value === "Premium", (value) => `The registry is ${value}: only Premium can be private.`],
  ["public_network_access_enabled", (value) => value === false, () => "The registry is reachable from the Internet."],
  ["export_policy_enabled", (value) => value === false, () => "Images can be exported from the registry."],
  ["anonymous_pull_enabled", (value) => value === false, () => "Anyone may pull from the registry."],
  [
    "retention_policy_in_days",
    (value) => typeof value === "number" && value > 0,
    () => "Images that no tag names stay in the registry for ever.",
  ],
];

export const sup03 = rule({
  control: "SUP-03",
  title: "The registry is private, gives nothing out, and forgets what no tag names",
  why: "Whoever reads the registry reads the product, and whoever writes to it runs in the environment.",
  fix: "Make it Premium with public access, export policy and anonymous pull off, and set retention_policy_in_days.",
  severity: "high",
  since: "pre-production",
  types: ["azurerm_container_registry"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources())
      for (const [path, good, says] of SETTINGS) context.expect(one, path, good, says);
  },
});
