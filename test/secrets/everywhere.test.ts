import { judged, type Resources } from "../policy/near-miss";
import { Maker } from "../support/made-secrets";
import { pocWithService } from "../support/poc-config";
import { problemsOf } from "../support/problems";
import { CREDENTIALS } from "./credentials";
import { LOOK_ALIKES } from "./look-alikes";

const made = (make: (maker: Maker) => string) => make(new Maker(4711));

/** A value wherever a plan has a place for it; what runs when a machine is made is packed. */
const planned = (value: string, name = "SETTING"): Resources => ({
  "azurerm_container_app.variable": { template: [{ container: [{ env: [{ name, value }] }] }] },
  "azurerm_container_app.command": { template: [{ container: [{ command: ["sh", "-c", value] }] }] },
  "azurerm_resource_group.tag": { tags: { note: value } },
  "azurerm_linux_virtual_machine.script": {
    custom_data: Buffer.from(`#cloud-config\nnote: |\n  ${value}\n`).toString("base64"),
  },
});
const PLACES = Object.keys(planned(""));
const NAMED = PLACES.slice(0, 1);

/** What a config says of a value as a variable and as an argument. */
const configured = (value: string, name = "SETTING") => ({
  variable: problemsOf(pocWithService({ env: { [name]: value } })),
  argument: problemsOf(pocWithService({ args: ["--note", value] })),
});

describe("a credential", () => {
  test.each(CREDENTIALS)("%s is found in a variable, a command, a tag and a script of a plan", (_, __, make) => {
    const found = judged("SEC-01", { gate: "poc", resources: planned(made(make)) });
    expect(found).toEqual({ pass: [], fail: expect.arrayContaining(PLACES), unknown: [] });
  });

  test.each(CREDENTIALS)("%s is found in a variable and an argument of a config, and not shown", (_, __, make) => {
    const value = made(make);
    for (const says of Object.values(configured(value))) {
      expect(says).toContain("SEC-01");
      expect(says).not.toContain(value);
      expect(says).not.toContain(value.slice(-12));
    }
  });
});

describe("a look-alike", () => {
  const rows = LOOK_ALIKES.map(([name, make, under]) => ({ name, make, under }));

  test.each(rows.filter(({ under }) => under === undefined))("$name is none in a plan", ({ make }) => {
    expect(judged("SEC-01", { gate: "poc", resources: planned(made(make)) }).fail).toEqual([]);
  });

  test.each(rows.filter(({ under }) => under !== undefined))("$name is none under $under", ({ make, under }) => {
    const found = judged("SEC-01", { gate: "poc", resources: planned(made(make), under) });
    expect(found.fail.filter((one) => NAMED.includes(one))).toEqual([]);
  });

  test.each(rows)("$name is none in a config", ({ make, under }) => {
    const { variable, argument } = configured(made(make), under);
    expect(variable).not.toContain("SEC-01");
    if (under === undefined) expect(argument).not.toContain("SEC-01");
  });
});
