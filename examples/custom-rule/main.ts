import { join } from "node:path";
import { GatewrightApp, loadEnvironments } from "../../src"; // in your project: "gatewright"
import { createEnvironment } from "../../stacks"; // in your project: "gatewright/stacks"
import { acme01 } from "./rules";

// The one line: the rule holds `node main.js` and the cdktf CLI. For the gatewright CLI: --rules rules.ts
const app = new GatewrightApp({ rules: [acme01] });
for (const environment of loadEnvironments([], join(__dirname, "environments"))) createEnvironment(app, environment);
app.synth();
