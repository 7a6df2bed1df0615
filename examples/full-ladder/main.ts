import { join } from "node:path";
import { GatewrightApp, loadEnvironments } from "../../src"; // in your project: "gatewright"
import { createEnvironment } from "../../stacks"; // in your project: "gatewright/stacks"

// Every environment of one product, for `cdktf synth`, `cdktf deploy` and `node main.js` alike.
const app = new GatewrightApp();
for (const environment of loadEnvironments([], join(__dirname, "environments"))) createEnvironment(app, environment);
app.synth();
