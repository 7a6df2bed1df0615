import { region } from "../azure/regions";
import { type Check, type Draft, type Found, mapping, texts } from "../config/checks/draft";
import { stageTokens } from "../config/checks/names";
import { noSecrets } from "../config/checks/secrets";
import { isUnanswered } from "../config/placeholder";
import { didYouMean } from "../config/suggest";
import { isStage } from "../stages/stage";
import { subscriptionKey } from "./subscription-key";

type Listed = readonly [index: number, fields: Draft];

const environments = (draft: Draft): Listed[] =>
  (Array.isArray(draft["environments"]) ? draft["environments"] : []).map((one, index) => [index, mapping(one)]);

/** Every subscription that is named is one of those listed. */
const knownSubscriptions: Check = (draft) => {
  const known = Object.keys(mapping(draft["subscriptions"]));
  if (known.length === 0) return [];
  const look = (name: unknown, place: Found["place"], path: string): Found[] => {
    if (typeof name !== "string" || known.includes(name)) return [];
    const says = `${path} must be one of the subscriptions, got "${name}"${didYouMean(name, known)}`;
    return [{ place, says, fix: `Known: ${known.join(", ")}. Add it under subscriptions with its budget.` }];
  };
  return [
    ...look(draft["subscription"], ["subscription"], "subscription"),
    ...environments(draft).flatMap(([index, { subscription }]) =>
      look(subscription, ["environments", index, "subscription"], `environments[${index}].subscription`),
    ),
  ];
};

/** Two names that only differ in what Terraform's addresses leave out would be one subscription there. */
const subscriptionsDiffer: Check = (draft) => {
  const names = Object.keys(mapping(draft["subscriptions"]));
  return names.flatMap((name, index): Found[] => {
    const first = names.slice(0, index).find((other) => subscriptionKey(other) === subscriptionKey(name));
    if (first === undefined) return [];
    return [
      {
        place: ["subscriptions", name],
        says: `subscriptions: "${name}" and "${first}" are both ${subscriptionKey(name)} in Terraform's addresses`,
        fix: "Rename one of the two subscriptions in the portal.",
      },
    ];
  });
};

/** FND-02: one deploy identity per environment, so each environment is listed once. */
const eachEnvironmentOnce: Check = (draft) => {
  const seen = new Map<string, { index: number; stage: string }>();
  return environments(draft).flatMap(([index, one]): Found[] => {
    const { stage, workload = draft["workload"] } = one;
    if (!isStage(stage) || typeof workload !== "string") return [];
    const name = `${workload}-${stage === "scale" ? "production" : stage}`;
    const before = seen.get(name);
    if (!before) {
      seen.set(name, { index, stage });
      return [];
    }
    const place = ["environments", index];
    if (before.stage === stage)
      return [
        {
          place,
          says: `environments[${index}] lists ${workload}-${stage} a second time, after environments[${before.index}]`,
          fix: "Keep one of the two: an environment has one deploy identity.",
          control: "FND-02",
        },
      ];
    return [
      {
        place,
        says: `environments[${index}] lists ${workload} at ${stage} beside ${before.stage}`,
        fix: "Scale happens in the living Production environment: list one of the two, both mean the same identity and state.",
        control: "FND-02",
      },
    ];
  });
};

/** FND-04: the policy must not refuse the foundation itself. */
const locationAllowed: Check = ({ location, allowedLocations }) => {
  const allowed = texts(allowedLocations).map(([, name]) => name);
  if (typeof location !== "string" || !region(location) || allowed.length === 0 || allowed.includes(location))
    return [];
  return [
    {
      place: ["allowedLocations"],
      says: `allowedLocations must include the location ${location}, got ${allowed.join(", ")}`,
      fix: "Add it: the policy would refuse the foundation's own resources.",
      control: "FND-04",
    },
  ];
};

/** FND-03: the emergency accounts are a group of their own, or they fail together with the others. */
const breakGlassApart: Check = (draft) => {
  const { breakGlass, ...others } = mapping(draft["groups"]);
  if (typeof breakGlass !== "string" || isUnanswered(breakGlass)) return [];
  const same = Object.entries(others).find(
    ([, id]) => typeof id === "string" && id.toLowerCase() === breakGlass.toLowerCase(),
  )?.[0];
  if (same === undefined) return [];
  return [
    {
      place: ["groups", "breakGlass"],
      says: `groups.breakGlass must be a group of its own, got the group of ${same}`,
      fix: "Make a group that holds only the emergency accounts, which no policy of everyday sign-in touches.",
      control: "FND-03",
    },
  ];
};

/** Two administrators are two people. */
const adminsDiffer: Check = (draft) => {
  const admins = texts(mapping(draft["company"])["admins"]);
  return admins.flatMap(([index, admin]): Found[] => {
    const first = admins.find(([, other]) => other.toLowerCase() === admin.toLowerCase())?.[0];
    if (first === undefined || first === index) return [];
    return [
      {
        place: ["company", "admins", index],
        says: `company.admins[${index}] repeats company.admins[${first}], ${admin}`,
        fix: "Name a second person: a company with one administrator is locked out by one lost phone.",
        control: "FND-06",
      },
    ];
  });
};

/** Every check over several fields of a foundation's config. */
export const FOUNDATION_CHECKS: readonly Check[] = [
  noSecrets,
  stageTokens,
  knownSubscriptions,
  subscriptionsDiffer,
  eachEnvironmentOnce,
  locationAllowed,
  breakGlassApart,
  adminsDiffer,
];
