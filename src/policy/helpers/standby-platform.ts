import type { ScaleMode } from "../../config/scale-mode";
import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { serviceOf } from "../../promise/services";
import { originsOf } from "../../reach/front-door";
import { target } from "../../reach/network";
import type { RuleContext } from "../rule";
import { ENVIRONMENT, isThere, type Standby } from "./standby-region";

const APP = "azurerm_container_app";
const GROUP = "azurerm_cdn_frontdoor_origin_group";

/** What is read to judge it. */
export const PLATFORM_TYPES = [GROUP, "azurerm_cdn_frontdoor_origin", APP, ENVIRONMENT];

/** Judges what runs in the second region, and what the edge sends there. */
export function judgePlatform(context: RuleContext, standby: Standby): void {
  for (const group of context.resources(GROUP)) judgeOrigins(context, group, standby);
  if (standby.mode === "cold-standby") return;
  const environments = context.resources(ENVIRONMENT);
  if (environments.length > 0 && !environments.some((one) => isThere(one, standby))) {
    const says = `No container environment stands in ${standby.region}, and ${standby.mode} has one.`;
    context.fail("config", "scale.mode", says, {
      fix: `Build the region's platform, or choose cold-standby.`,
    });
    return;
  }
  const apps = context.resources(APP);
  const there = new Map(apps.filter((one) => isThere(one, standby)).map((one) => [serviceOf(one), one]));
  for (const app of apps.filter((one) => !isThere(one, standby)))
    judgeService(context, app, there.get(serviceOf(app)), standby);
}

function judgeService(
  context: RuleContext,
  app: Resource,
  twin: Resource | undefined,
  { mode, region }: Standby,
): void {
  const path = "template.min_replicas";
  if (!twin) {
    context.fail(
      app,
      "container_app_environment_id",
      `Nothing runs ${serviceOf(app)} in ${region}, and ${mode} does.`,
      {
        fix: "Add the service to the region's services.",
      },
    );
    return;
  }
  const least = mode === "warm-standby" ? 1 : context.stance.apps.minReplicas;
  const value = twin.value(path);
  if (value === UNKNOWN || twin.isUnknown("template")) context.unknown(twin, path);
  else if (Number(value ?? 0) >= least) context.pass(twin, path);
  else
    context.fail(twin, path, `It may run on ${value ?? 0} replicas; ${mode} has at least ${least}.`, {
      fix: `Set min_replicas to ${least} or more.`,
    });
}

/** What an origin of the second region is, beside one of the first. */
const ORIGINS: Readonly<
  Record<Exclude<ScaleMode, "cold-standby">, { readonly on: boolean; readonly rank?: "after" | "same" }>
> = {
  "warm-standby": { on: false },
  "hot-failover": { on: true, rank: "after" },
  "active-active": { on: true, rank: "same" },
};

function judgeOrigins(context: RuleContext, group: Resource, standby: Standby): void {
  const { mode, region } = standby;
  const origins = originsOf(group);
  const placed = origins.map((origin) => {
    const environment = target(origin.refs("private_link.private_link_target_id")[0], ENVIRONMENT);
    return { origin, second: environment && isThere(environment, standby) };
  });
  for (const { origin, second } of placed) {
    if (second === undefined) context.unknown(origin, "private_link", "In which region it leads is not known.");
    else if (!second) judgeFirst(context, origin);
  }
  const seconds = placed.filter(({ second }) => second).map(({ origin }) => origin);
  const [first] = placed.filter(({ second }) => second === false);
  for (const one of seconds) judgeSecond(context, one, standby, first?.origin);
  if (mode !== "cold-standby" && seconds.length === 0 && placed.every(({ second }) => second !== undefined))
    context.fail(group, "origins", `The edge leads nowhere in ${region}, and ${mode} has an origin there.`, {
      fix: "Add an origin by private link to the region's environment.",
    });
}

function judgeFirst(context: RuleContext, origin: Resource): void {
  judgeOn(context, origin, true, "It is switched off: the edge has nowhere to send requests.");
  context.expect(
    origin,
    "priority",
    (value) => value === 1 || value === undefined,
    (value) => `The first region has priority 1, and not ${value}.`,
  );
}

function judgeOn(context: RuleContext, origin: Resource, on: boolean, says: string): void {
  context.expect(
    origin,
    "enabled",
    (value) => (value !== false) === on,
    () => says,
  );
}

function judgeSecond(
  context: RuleContext,
  origin: Resource,
  { mode, region }: Standby,
  first: Resource | undefined,
): void {
  if (mode === "cold-standby") {
    judgeOn(
      context,
      origin,
      false,
      `It is switched on, and nothing runs in ${region}: ${mode} builds it when it is needed.`,
    );
    return;
  }
  const { on, rank } = ORIGINS[mode];
  judgeOn(
    context,
    origin,
    on,
    on
      ? `It is switched off, and ${mode} takes over by itself.`
      : `It is switched on, and a person switches it on in ${mode}.`,
  );
  if (rank === undefined) return;
  const least = first?.value("priority") ?? 1;
  if (least === UNKNOWN) context.unknown(origin, "priority");
  else
    context.expect(
      origin,
      "priority",
      (value) => (rank === "same" ? (value ?? 1) === least : Number(value ?? 1) > Number(least)),
      (value) =>
        rank === "same"
          ? `Its priority is ${value} and the first region's ${least}: only one of them takes requests.`
          : `Its priority is ${value ?? 1}, like the first region's: both take requests, and one database takes writes.`,
    );
}
