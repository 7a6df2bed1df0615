import * as fc from "fast-check";
import { parseYaml } from "../../src/config/parse";
import { renderAnswersFile } from "../../src/promotion/answers-file";
import { forecastConfig } from "../../src/promotion/forecast";
import { gateAbove } from "../../src/promotion/gate";
import { openQuestions, promote, withAnswers } from "../../src/promotion/promote";
import type { Sitting } from "../../src/promotion/sitting";
import { arbitraryRung } from "../support/arbitrary-config";
import { pilotConfig } from "../support/pilot";
import { refusal } from "../support/problems";
import { changed, productionConfig } from "../support/production";
import { SCALE_GATE } from "./gates";

const { today, cost, others, answers } = SCALE_GATE;
const given = { today, cost, others };
const sitting = (text: string) => parseYaml(text, "answers.yaml").value as Sitting<never>;
const ANSWERED = sitting(answers);
/** The answers with some of their text written otherwise. */
const but = (...changes: readonly (readonly [string | RegExp, string])[]) =>
  sitting(changes.reduce((text, [from, to]) => text.replace(from, to), answers));
const pathsOf = (...sittings: readonly Sitting<never>[]) =>
  openQuestions(productionConfig(), sittings, given).map(({ path }) => path);
const scaleOf = (one: Sitting<never>) => promote(productionConfig(), [one], given).config.scale;

describe("the questions of the Scale", () => {
  test("are what a second region brings; what the Production was asked is not asked again", () => {
    expect(gateAbove("production")?.questions.map(({ pattern }) => pattern.join("."))).toEqual([
      "monthlyBudget",
      "residency",
      "reviewBy",
      "promise",
      "risks",
      "scale.mode",
      "scale.region",
      "scale.network",
      "scale.vpnPool",
      "scale.monthlyBudget",
      "scale.edge",
      "scale.trigger",
      "scale.failover",
      "scale.writerHost",
    ]);
  });

  test("are eight that the company has to answer, and eight where the cost is unknown", () => {
    const open = ["residency", "promise", "risks", "scale.mode", "scale.region", "scale.edge", "scale.trigger"];
    expect(pathsOf()).toEqual([...open, "why.monthlyBudget"]);
    const costless = openQuestions(productionConfig(), [], { today, others }).map(({ path }) => path);
    expect(costless).toEqual([...open.slice(0, 5), "scale.monthlyBudget", ...open.slice(5)]);
  });

  test("leave out region and residency where data may be in the paired region", () => {
    const both = changed((config) => Object.assign(config, { residency: ["westeurope", "northeurope"] }));
    const open = openQuestions(both, [], given).map(({ path }) => path);
    expect(open).toEqual(["promise", "risks", "scale.mode", "scale.edge", "scale.trigger", "why.monthlyBudget"]);
    const text = renderAnswersFile(withAnswers(both, [], given), {
      environment: "orders-production",
      by: "ada@orders.example",
      decided: today,
      cost: "",
    });
    expect(text).toContain("\n    # Which is the second region? Recommended:\n    region: northeurope\n");
  });

  test("leave out the risks where there is no queue", () => {
    const own = changed((config) => Object.assign(config.stores.mail, { type: "blobs" }));
    expect(openQuestions(own, [], given).map(({ path }) => path)).not.toContain("risks");
  });

  test("ask for the name of the database that takes writes where both regions are active, and for nothing of a VPN at cold-standby", () => {
    expect(pathsOf(but(["mode: warm-standby", "mode: active-active"]))).toEqual(["scale.writerHost"]);
    const cold = scaleOf(but(["mode: warm-standby", "mode: cold-standby"]));
    expect([cold.mode, cold.vpnPool]).toEqual(["cold-standby", undefined]);
  });

  test("are asked in one mapping, with what is recommended and how the rest could look", () => {
    const head = { environment: "orders-production", by: "ada@orders.example", decided: today, cost: "" };
    const text = renderAnswersFile(withAnswers(productionConfig(), [], given), head);
    expect(text).toMatch(/^# The Scale's questions to orders-production\. 8 open: /);
    expect(text.slice(text.indexOf("\n  scale:\n"))).toBe(`
  scale:
    mode: # open: How ready does the second region stand: cold-standby, warm-standby, hot-failover or active-active? For example warm-standby.
    region: # open: Which is the second region? For example northeurope.
    # Which address range may the second network use? Recommended:
    network: 10.40.4.0/22
    # Which addresses do VPN clients of the second region get? Recommended:
    vpnPool: 172.20.1.0/24
    # What may the second region cost a month? Recommended:
    monthlyBudget: 730
    edge: # open: When do the host names lead to the edge, and what may be said of data there?
      certificate: # such as managed
      cutOver: # such as 2027-09-22
      worldwide: # such as TLS ends at the edge nearest to the caller; nothing is kept there
    trigger: # open: Which numbers say that a second region is worth its cost?
      usage: # such as { measure: orders a day, was: 900, now: 4200, mark: 3500 }
      expectation: # such as { measure: contracts that ask for 1 hour after the loss of a region, now: 3, mark: 1 }
      supportLoad: # such as { measure: tickets about availability a month, was: 2, now: 11, mark: 8 }
      unitCost: # such as { measure: order, now: 0.42, after: 0.51, carries: 3.1 }
      measured: # such as 2027-09-02
      by: # such as ada@orders.example
    # Who decides on a failover, and who carries it out? Recommended:
    failover: { decides: ada@orders.example, acts: grace@orders.example }
why: # a reason for each answer that departs from the recommendation or costs more
  monthlyBudget: # open
`);
    expect(pathsOf(sitting(text))).toEqual(pathsOf());
  });

  test("recommend a network and a pool that no environment of the workload has", () => {
    const neighbour = { ...pilotConfig(), network: "10.40.4.0/22" };
    const beside = openQuestions(productionConfig(), [], { ...given, others: [neighbour] });
    expect(beside.map(({ path }) => path)).toEqual(pathsOf());
    const config = withAnswers(productionConfig(), [], { ...given, others: [neighbour] }).draft;
    expect(config["scale"]).toMatchObject({ network: "10.40.8.0/22", vpnPool: "172.20.1.0/24" });
  });

  test("can be shown with examples, to know what it would cost", () => {
    const forecast = forecastConfig(withAnswers(productionConfig(), [], given));
    expect([forecast.stage, "scale" in forecast && forecast.scale.region]).toEqual(["scale", "northeurope"]);
  });
});

describe("the Scale of a Production", () => {
  const { config, ledger, warnings } = promote(productionConfig(), [ANSWERED], given);

  test("is the Production, with a second region and what was answered", () => {
    const { stage: _stage, residency: _residency, reviewBy: _reviewBy, ...before } = productionConfig();
    const { promise: _promise, risks: _risks, promotion: _promotion, ...carried } = before;
    expect(config).toMatchObject(carried);
    expect(warnings).toEqual([]);
    expect(config.scale).toEqual({
      mode: "warm-standby",
      region: "northeurope",
      network: "10.44.0.0/22",
      vpnPool: "172.20.1.0/24",
      monthlyBudget: 600,
      edge: {
        certificate: "managed",
        cutOver: "2027-09-20",
        worldwide: "TLS ends at the edge nearest to the caller; nothing is kept there",
      },
      trigger: {
        usage: { measure: "orders a day", was: 900, now: 4200, mark: 3500 },
        expectation: { measure: "contracts that ask for 1 hour after the loss of a region", now: 3, mark: 1 },
        supportLoad: { measure: "tickets about availability a month", was: 2, now: 11, mark: 8 },
        unitCost: { measure: "order", now: 0.42, after: 0.51, carries: 3.1 },
        measured: "2027-08-30",
        by: "ada@orders.example",
      },
      failover: { decides: "ada@orders.example", acts: "grace@orders.example" },
    });
  });

  test("says where it came from, and keeps its day, generation and what became of its Pre-Production", () => {
    expect(config).toMatchObject({ created: "2027-06-01", previous: { data: "keep" } });
    expect(config.promotion).toEqual({
      from: "orders-production",
      digest: expect.stringMatching(/^sha256:/),
      answers: "orders.scale.answers.yaml",
      by: "ada@orders.example",
      decided: "2027-09-01",
      why: { monthlyBudget: "three contracts ask for one hour after the loss of a region" },
      cost: { before: 1667, after: 2170 },
    });
    const grown = changed((one) => Object.assign(one, { generation: 4 }));
    expect(promote(grown, [ANSWERED], given).config.generation).toBe(4);
  });

  test("keeps its waivers: the resources that they are for stay", () => {
    const waivers = [
      { control: "NET-04", resource: "config", by: "ada@orders.example", why: "for a week", until: "2027-09-20" },
    ];
    const waived = changed((one) => Object.assign(one, { waivers }));
    expect(promote(waived, [ANSWERED], given).config.waivers).toEqual(waivers);
  });

  test("makes nothing anew, moves no data and drops nothing", () => {
    const moved = changed((one) =>
      Object.assign(one, {
        previous: {
          data: "migrate",
          destroyBy: "2027-07-01",
          migration: { owner: "ada@orders.example", date: "2027-06-20", runbook: "https://wiki.orders.example/move" },
        },
      }),
    );
    for (const entries of [ledger, promote(moved, [ANSWERED], given).ledger])
      expect([...new Set(entries.map(({ disposition }) => disposition))].sort()).toEqual(["carry", "harden"]);
  });
});

describe("an answer is refused", () => {
  test.each([
    [
      "that is carried",
      but(["answers:\n", "answers:\n  subscription: orders-scale\n"]),
      "subscription is carried from orders-production, so it cannot be answered\n    Change it there before the promotion, or in the Scale's own file after it.",
    ],
    [
      "that names a region where data may not be",
      but(["[westeurope, northeurope]", "[westeurope, swedencentral]"]),
      "scale.region must be in residency (westeurope, swedencentral), got northeurope\n    Add northeurope to residency, if data may be there, or take another region.   (DAT-01)",
    ],
    [
      "with a network that another environment has",
      but(["10.44.0.0/22", "10.30.0.0/22"]),
      'scale.network must not overlap 10.30.0.0/22, the network of orders-pre-production, got "10.30.0.0/22"\n    Take a range of its own, for example the next /22.   (NET-11)',
    ],
    [
      "with a VPN at cold-standby",
      but(["mode: warm-standby", "mode: cold-standby\n    vpnPool: 172.20.1.0/24"]),
      'scale.vpnPool is not for mode: cold-standby, got "172.20.1.0/24"\n    Nothing of its network is there before the region is needed: remove it, or choose a mode that is.   (NET-09)',
    ],
    [
      "with numbers that are older than a year",
      but(["measured: 2027-08-30", "measured: 2026-08-31"]),
      "scale.trigger.measured must be at most 365 days before the decision (2027-09-01), got 2026-08-31\n    Count again: what was true then may not ask for a second region now.   (RES-05)",
    ],
    [
      "with numbers of a day that is to come",
      but(["measured: 2027-08-30", "measured: 2027-09-02"]),
      "scale.trigger.measured must not be after the decision (2027-09-01), got 2027-09-02\n    What was not counted yet is no reason.   (RES-05)",
    ],
    [
      "with a cut-over before the decision",
      but(["cutOver: 2027-09-20", "cutOver: 2027-08-20"]),
      "scale.edge.cutOver must not be before the decision (2027-09-01), got 2027-08-20\n    Host names lead to the edge once it is there.",
    ],
    [
      "with a budget above what is recommended, without a reason",
      but(["monthlyBudget: 600", "monthlyBudget: 900"]),
      "why.scale.monthlyBudget is missing: scale.monthlyBudget departs from the recommendation, 730\n    Say under why what is different here, or take the recommendation.",
    ],
  ])("%s", (_, one, says) => {
    expect(refusal(() => promote(productionConfig(), [one], given))).toBe(says);
  });

  test("that was measured a year ago to the day is taken", () => {
    expect(scaleOf(but(["measured: 2027-08-30", "measured: 2026-09-01"])).trigger.measured).toBe("2026-09-01");
  });

  test("that promises for a region what a queue loses, when nobody accepts it, is an open question", () => {
    expect(pathsOf(but([/ {2}risks:\n.*\n/, ""]))).toEqual(["risks"]);
    expect(pathsOf(but([/ {2}risks:\n.*\n/, ""], ["disasters: [mistake, zone, region]", "disasters: [zone]"]))).toEqual(
      [],
    );
  });
});

test("any Production becomes a Scale by the answers that are in it", () => {
  fc.assert(
    fc.property(arbitraryRung, ([before, after]) => {
      const { residency, promise, risks, monthlyBudget, scale } = after;
      const reviewBy = "2027-12-01";
      const why = { monthlyBudget: "it asks for it", scale: "as planned", reviewBy: "as planned", promise: "as told" };
      const one = { gate: "scale", by: "ada@orders.example", decided: "2027-09-01", why } as const;
      const full = { ...one, answers: { residency, promise, risks, reviewBy, monthlyBudget, scale } };
      const { config } = promote(before, [full], { today, cost });
      expect({ ...config, promotion: undefined }).toEqual({ ...after, reviewBy, promotion: undefined });
    }),
    { numRuns: 30, seed: 20_271_002 },
  );
});
