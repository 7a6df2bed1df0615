import { variableValues } from "../../src/rehearsal/variables";

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("values for input variables", () => {
  it("are GUIDs for names that end in _id, and leave defaults alone", () => {
    const { values, gaps } = variableValues({
      subscription_id: {},
      vpn_audience_id: { type: "string" },
      zone: { default: null },
    });
    expect(values).toEqual({
      subscription_id: expect.stringMatching(guid),
      vpn_audience_id: expect.stringMatching(guid),
    });
    expect(gaps).toEqual([]);
  });

  it("are the caller's where the caller has one", () => {
    expect(variableValues({ region: { type: "string" } }, { region: "northeurope" }).values).toEqual({
      region: "northeurope",
    });
  });

  it("satisfy a regex, a list and a length", () => {
    const validation = (condition: string) => ({ type: "string", validation: [{ condition, error_message: "no" }] });
    const { values, gaps } = variableValues({
      zone: validation('${can(regex("^/subscriptions/[^/]+/resourceGroups/[^/]+$", var.zone))}'),
      size: validation('${contains(["small", "large"], var.size)}'),
      digest: validation('${can(regex("^[a-z.]+/[a-z]+@sha256:[0-9a-f]{64}$", var.digest))}'),
      short: validation("${length(var.short) <= 3}"),
    });
    expect(values).toEqual({
      zone: expect.stringMatching(/resourceGroups\/rehearsal$/),
      size: "small",
      digest: expect.stringContaining("@sha256:"),
      short: "1",
    });
    expect(gaps).toEqual([]);
  });

  it("are made from a regex of literals and classes", () => {
    const matching = (name: string, pattern: string) => ({
      type: "string",
      validation: [{ condition: `\${can(regex("${pattern}", var.${name}))}`, error_message: "no" }],
    });
    const { values, gaps } = variableValues({
      apps_domain: matching("apps_domain", "^[a-z0-9-]+\\\\.westeurope\\\\.azurecontainerapps\\\\.io$"),
      vpn_audience: matching("vpn_audience", "^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$"),
      ticket: matching("ticket", "^zz-\\\\d{4}x?$"),
    });
    expect(values).toEqual({
      apps_domain: "rehearsal.westeurope.azurecontainerapps.io",
      vpn_audience: expect.stringMatching(guid),
      ticket: "zz-1111",
    });
    expect(gaps).toEqual([]);
  });

  it("are reported where a validation cannot be judged or met", () => {
    const { gaps } = variableValues({
      odd: { type: "string", validation: { condition: "${cidrhost(var.odd, 1) != null}" } },
      none: { type: "string", validation: { condition: '${can(regex("^zz-([0-9]{4}|none)$", var.none))}' } },
    });
    expect(gaps).toEqual(["variable odd", "variable none"]);
  });

  it("follow the type, objects without their optional attributes", () => {
    const type =
      "object({ owner = string, count = number, tags = optional(map(string)), list = list(object({ a = string })) })";
    expect(variableValues({ x: { type }, n: { type: "number" }, m: { type: "map(string)" } }).values).toEqual({
      x: { owner: expect.any(String), count: 1, list: [] },
      n: 1,
      m: {},
    });
  });
});
