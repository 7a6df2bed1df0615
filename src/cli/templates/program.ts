import { TEST_IMPORTS } from "./promoted-test";
import type { Start } from "./start";

/** The program that turns every file in `environments/` into Terraform. */
export function program(): string {
  return `import { GatewrightApp, loadEnvironments } from "gatewright";
import { createEnvironment } from "gatewright/stacks";

const app = new GatewrightApp();
for (const environment of loadEnvironments()) createEnvironment(app, environment);
app.synth();
`;
}

/** A test of the POC: its gate, its public side, and what matters of the rest as a snapshot. */
export function gateTest({ product, created }: Start): string {
  return `${TEST_IMPORTS}
// The gate is judged as of a fixed day, so that this test says the same tomorrow. The workflow checks the real day.
const today = "${created}";
const poc = createEnvironment(new GatewrightApp(), loadEnvironment("environments/${product}.poc.yaml"));

test("the POC passes its gate", () => {
  expect(poc).toPassGate("poc", { today });
});

test("only web can be called from the Internet", () => {
  expect(poc).toExposeOnly(["web"]);
});

test("what matters of the POC changes only on purpose", () => {
  expect(poc).toMatchStance();
});
`;
}
