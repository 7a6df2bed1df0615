import { App } from "cdktf";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PilotEnvironment } from "../../stacks/2-pilot";
import { folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";

interface Template {
  readonly container: readonly { readonly env: readonly { readonly name: string; readonly value?: string }[] }[];
}

function templateOf(change: (pilot: PilotEnvironment) => void): Template {
  const pilot = new PilotEnvironment(new App({ outdir: folderWith() }), pilotConfig());
  change(pilot);
  const services = synthesizeInMemory(pilot).find(({ name }) => name.endsWith("-services"));
  return services?.json.resource?.["azurerm_container_app"]?.["app-api"]?.["template"] as unknown as Template;
}

test("variables of an extension stand beside the app's own, in order, and change nothing else", () => {
  const before = templateOf(() => undefined);
  const after = templateOf(({ services }) => {
    services.apps["api"]?.addVariables({ CACHE_HOST: "first" });
    services.apps["api"]?.addVariables({ CACHE_HOST: "cache", A_FIRST: "one" });
  });
  const added = { ...before.container[0]!, env: [...before.container[0]!.env] };
  added.env.push({ name: "CACHE_HOST", value: "cache" }, { name: "A_FIRST", value: "one" });
  added.env.sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(after).toEqual({ ...before, container: [added] });
});
