import { GatewrightApp } from "../../src"; // in your project: "gatewright"
import { PocEnvironment } from "../../stacks"; // in your project: "gatewright/stacks"

const app = new GatewrightApp();
new PocEnvironment(app, {
  workload: "hello",
  stage: "poc",
  location: "westeurope",
  owner: "ada@hello.example",
  created: "2026-11-21",
  expires: "2026-12-19",
  monthlyBudget: 50,
  decisions: { platform: "Container Apps, until Pre-Production" },
  logging: { personalData: "never" },
  services: {
    web: { image: "mcr.microsoft.com/dotnet/samples:aspnetapp-9.0", port: 8080, exposure: "public" },
  },
});
app.synth();
