import { nearMisses } from "./said";
import { smallTeam as team } from "./small-team";

const gate = "pre-production" as const;
const today = "2027-03-10";
const env = { workload: "orders", stage: "pre-production", generation: 1 } as const;

const decided = (platform: string) => ({ decisions: { platform } });
const path = "config decisions.platform";
const ended = (stage: string, text: string) => `The decision was for the time until ${stage}: ${text}.`;

nearMisses("CHG-01", {
  "a written decision holds": { gate: "poc", config: decided("Container Apps"), pass: [path] },
  "another decision, or a blank one, is not the one": {
    gate: "poc",
    config: { decisions: { region: "x", platform: " " } },
    fail: { [path]: "The config does not say which platform was decided on." },
  },
  "a decision until Pre-Production holds before it": {
    gate: "pilot",
    config: decided("Container Apps, until Pre-Production"),
    pass: [path],
  },
  "at Pre-Production it has ended, in any spelling": {
    gate,
    config: decided("Container Apps until the preproduction"),
    fail: { [path]: ended("Pre-Production", "Container Apps until the preproduction") },
  },
  "confirmed for later, or until a later stage, it holds": {
    gate,
    config: decided("Container Apps, confirmed for Production, until Scale"),
    pass: [path],
  },
  "until Production it holds no more at Production": {
    gate: "production",
    config: decided("Container Apps, until Production"),
    fail: { [path]: ended("Production", "Container Apps, until Production") },
  },
});

const all = {
  deploys: "ada@orders.example",
  approves: "grace@orders.example",
  acceptsRisk: "ada@orders.example",
  checks: ["unit tests"],
};
const roles = ["checks", "deploys", "approves", "acceptsRisk"].map((one) => `config change.${one}`);

nearMisses("CHG-03", {
  "checks and three roles hold, in one person's hands too": {
    gate,
    config: { change: { ...all, approves: "ada@orders.example" } },
    pass: roles,
  },
  ...Object.fromEntries(
    (
      [
        ["checks", { checks: [" "] }, "The config names no check that a release must pass."],
        ["deploys", { deploys: "" }, "The config does not say who deploys."],
        ["approves", { approves: "" }, "The config does not say who approves."],
        ["acceptsRisk", { acceptsRisk: "" }, "The config does not say who may accept a risk."],
      ] as const
    ).map(([name, changes, says]) => [
      `without ${name} it fails`,
      {
        gate,
        config: { change: { ...all, ...changes } },
        pass: roles.filter((one) => one !== `config change.${name}`),
        fail: { [`config change.${name}`]: says },
      },
    ]),
  ),
});

const incidents = {
  coordinator: "ada@orders.example",
  responder: "grace@orders.example",
  channel: "https://chat.orders.example/incidents",
  postMortems: "https://wiki.orders.example/post-mortems",
};
const answers = ["coordinator", "responder", "channel", "postMortems"].map((one) => `config incidents.${one}`);
const without = (name: string) => answers.filter((one) => one !== `config incidents.${name}`);

nearMisses("INC-02", {
  "two people, a channel and a place for what was learnt hold": {
    gate,
    today,
    config: { ...env, incidents },
    pass: answers,
  },
  "one person in both roles fails": {
    gate,
    today,
    config: { ...env, incidents: { ...incidents, responder: "ADA@orders.example" } },
    pass: without("responder"),
    fail: { "config incidents.responder": "ADA@orders.example leads and repairs at once." },
  },
  "a small team may": {
    gate,
    today,
    config: { ...env, incidents: { ...incidents, responder: incidents.coordinator } },
    evidence: [team()],
    pass: answers,
  },
  "nothing said at all": {
    gate,
    today,
    config: env,
    fail: {
      "config incidents.coordinator": "The config does not say who leads an incident.",
      "config incidents.responder": "The config does not say who repairs in an incident.",
      "config incidents.channel": "The config does not say where those in an incident talk.",
      "config incidents.postMortems": "The config does not say where what was learnt is kept.",
    },
  },
  "at Production customers are told, as the promise says": {
    gate: "production",
    today,
    config: { ...env, stage: "production", incidents, promise: { customers: "a status page" } },
    pass: [...answers, "config promise.customers"],
  },
  "without a word on it they are not": {
    gate: "production",
    today,
    config: { ...env, stage: "production", incidents, promise: { customers: " " } },
    pass: answers,
    fail: { "config promise.customers": "The config does not say how customers are told of an incident." },
  },
});
