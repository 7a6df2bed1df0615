import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exposure } from "../../src/exposure/exposure";
import { renderExposure } from "../../src/exposure/render-exposure";
import { summary } from "../../src/exposure/summary";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { stackJson } from "../policy/near-miss";
import { small } from "./small";
import { exposed, type Resources } from "./support";

const SMALL = `# What reaches and leaves orders

- **In from the Internet**: 1 way: azurerm\\_application\\_gateway.g.
- **Services**: 1 of 1 service answers the Internet.
- **Data stores and platform services**: 1; none has a public side.
- **People in the network**: no VPN.
- **Out**: 1 place only through the firewall, by 1 rule, 0 of them the platform's own.
- **Public addresses**: 1 in the plan, 1 that Azure makes beside it.
- **Identities**: 1 named, none of which administer resources or access.

## What the Internet can reach

| way in | what it does | callers ask for | which leads to | open to | filter |
| --- | --- | --- | --- | --- | --- |
| azurerm\\_application\\_gateway.g http\\_listener\\[shop\\] | takes requests from the Internet | https://shop.example/\\* | azurerm\\_container\\_app.web | everybody | no filter |

## Who reaches each service

| service | reached from | by which path |
| --- | --- | --- |
| azurerm\\_container\\_app.web | the Internet | https://shop.example/\\*, through azurerm\\_application\\_gateway.g; from azurerm\\_virtual\\_network.v |

## Data stores and platform services

| resource | what | public side | open to | private side | sign-in |
| --- | --- | --- | --- | --- | --- |
| azurerm\\_key\\_vault.k | vault, holds data | off | nobody | none | Entra identity |

## How people come into the network

The plan has no VPN for people.

## Public addresses

| resource | address | made | held by | why |
| --- | --- | --- | --- | --- |
| azurerm\\_container\\_app\\_environment.e | not known before apply | by Azure | azurerm\\_container\\_app\\_environment.e | what leaves comes from here where no route sends it elsewhere; nothing answers |
| azurerm\\_public\\_ip.gw | not known before apply | in the plan | azurerm\\_application\\_gateway.g | callers reach the gateway here |

## Where what leaves goes

| from | range | what stands there | 0.0.0.0/0 goes | how | besides |
| --- | --- | --- | --- | --- | --- |
| azurerm\\_subnet.apps | 10.30.0.0/23 | azurerm\\_container\\_app\\_environment.e | to the firewall | sends 0.0.0.0/0 to the firewall |  |

## What the firewall lets out

| rule | action | from | to | ports | whose | wanted by | why | until |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| payments | allow | 10.30.0.0/23 (azurerm\\_subnet.apps) | api.payments.example | https 443 | the product's | ada&#64;orders.example | Card payments | 2027-09-30 |

- azurerm\\_firewall.f, tier Basic, policy azurerm\\_firewall\\_policy.p, addresses known to be bad: Alert.
- Everything else is denied.

## What Azure sends by itself, past every firewall

Nothing.

## What each identity can do

| identity | may | by | on | held |
| --- | --- | --- | --- | --- |
| azurerm\\_user\\_assigned\\_identity.web | read secrets | Key Vault Secrets User | azurerm\\_key\\_vault.k | always |

Who they are:

| identity | kind | used by |
| --- | --- | --- |
| azurerm\\_user\\_assigned\\_identity.web | identity | azurerm\\_container\\_app.web |

## What this does not tell

| what | why |
| --- | --- |
| names that are asked for | Azure resolves any public name; rules of a firewall are about requests |
`;

test("a report gives the answer first, then every path, address, rule and right", () => {
  expect(renderExposure("orders", exposed(small))).toBe(SMALL);
});

test("nothing is left out when there is nothing: every part says so", () => {
  const text = renderExposure("empty", exposed({}));
  expect(text.match(/^## .*\n\n.*$/gm)).toEqual([
    "## What the Internet can reach\n\nNothing answers the Internet.",
    "## Who reaches each service\n\nThe plan has no service that takes requests.",
    "## Data stores and platform services\n\nThe plan has none.",
    "## How people come into the network\n\nThe plan has no VPN for people.",
    "## Public addresses\n\nThe plan has none, and Azure makes none for what it has.",
    "## Where what leaves goes\n\nNothing of the plan sends anything.",
    "## What the firewall lets out\n\nThe plan has no firewall: what leaves is not filtered.",
    "## What Azure sends by itself, past every firewall\n\nNothing.",
    "## What each identity can do\n\nThe plan names none.",
    "## What this does not tell\n\nEverything of the plan was read.",
  ]);
});

test("the order of resources and of stacks in the plan makes no difference", () => {
  const backwards = Object.fromEntries(Object.entries(small).reverse()) as Resources;
  expect(JSON.stringify(exposed(backwards))).toBe(JSON.stringify(exposed(small)));
  const half = (part: number) =>
    Object.fromEntries(Object.entries(small).filter((_, i) => i % 2 === part)) as Resources;
  const graph = (...names: readonly number[]) =>
    buildGraph(names.map((part) => ({ kind: "synth", name: `half-${part}`, json: stackJson(half(part)) })));
  expect(exposure(graph(1, 0))).toEqual(exposure(graph(0, 1)));
});

test("hostile text stays text: no markup, no rows of its own, no mention, no escape sequence", () => {
  const evil = "<script>x</script> | [a](x) @team `b`\n| \u001b[31m*c*";
  const text = renderExposure(
    evil,
    exposed({
      ...small,
      "azurerm_firewall_policy_rule_collection_group.g": {
        firewall_policy_id: "${azurerm_firewall_policy.p.id}",
        application_rule_collection: [
          { name: "c", action: "Allow", rule: [{ name: evil, description: evil, destination_fqdns: [evil] }] },
        ],
      },
      "azurerm_container_app_custom_domain.d": { name: evil, container_app_id: "${azurerm_container_app.web.id}" },
      "azurerm_role_assignment.a": { principal_id: evil, scope: evil, role_definition_name: evil, condition: evil },
    }),
  );
  expect(text).not.toContain("\u001b");
  expect(text).not.toMatch(/<script|(?<!\\)`|@team|(?<!\\)\[a|(?<!\\)\*c/);
  const cells = text.split("\n").filter((line) => line.startsWith("| "));
  const widths = new Set(cells.map((line) => line.match(/(?<!\\)\|/g)?.length));
  expect([...widths].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([3, 4, 6, 7, 10]);
  expect(text).toContain(
    "&lt;script&gt;x&lt;/script&gt; \\| \\[a\\](x) &#64;team \\`b\\`\\\\n\\| \\\\u{1b}\\[31m\\*c\\*",
  );
});

describe("the answer", () => {
  const answer = (resources: object) => Object.fromEntries(summary(exposed(resources)));

  test("counts ways by entry, and names who holds them", () => {
    const bastions = Object.fromEntries([..."abcde"].map((name) => [`azurerm_bastion_host.${name}`, { name }]));
    expect(answer(bastions)["In from the Internet"]).toBe(
      "5 ways: azurerm_bastion_host.a, azurerm_bastion_host.b, azurerm_bastion_host.c and 2 more",
    );
    expect(
      answer({ "azurerm_firewall_policy_rule_collection_group.g": { dynamic: { nat_rule_collection: {} } } })[
        "In from the Internet"
      ],
    ).toBe("none for certain; 1 way that may be open: azurerm_firewall_policy_rule_collection_group.g");
  });

  test("says who administers", () => {
    const found = answer({
      "azurerm_role_assignment.a": {
        principal_id: "g-1",
        principal_type: "Group",
        scope: "/subscriptions/s",
        role_definition_name: "Owner",
      },
    });
    expect(found["Identities"]).toBe("1 named, 1 of which administers resources or access");
  });
});

describe("a plan that somebody else wrote", () => {
  const plan = JSON.parse(readFileSync(join(__dirname, "../policy/fixtures/vaults.plan.json"), "utf8")) as JsonObject;
  const found = exposure(buildGraph([{ kind: "plan", name: "vaults", json: plan }]));

  test("with modules and for_each is read like ours", () => {
    expect(
      found.platformServices.map(({ resource, publicSide, privately }) => [resource, publicSide, privately]),
    ).toEqual([
      ['azurerm_key_vault.this["app"]', "off", ['azurerm_private_endpoint.vault["app"]']],
      ['azurerm_key_vault.this["jobs"]', "off", ['azurerm_private_endpoint.vault["jobs"]']],
    ]);
    expect(found.waysOut.map(({ resource, kind, holds }) => [resource, kind, holds])).toEqual([
      ['module.net.azurerm_subnet.this["apps"]', "open", ["azurerm_container_app_environment.apps"]],
      ['module.net.azurerm_subnet.this["endpoints"]', "quiet", ["2 private endpoints"]],
    ]);
    expect([found.waysIn, found.firewallRules, found.identities, found.notRead]).toEqual([[], [], [], []]);
  });
});
