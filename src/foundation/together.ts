import type { Problem } from "../errors";
import type { LoadedFoundation } from "./load";
import { foundationNames } from "./names";
import { resolveFoundation } from "./resolve";

/** What a foundation has that no other may have: its value, and where the file says it. */
interface Claim {
  readonly value: string;
  readonly place: readonly (string | number)[];
  says(other: string): string;
  readonly fix: string;
  readonly control: string;
}

/** FND-01, FND-02, FND-04: what belongs to one foundation is in no other: each would undo what the other did. */
export function sharedByFoundations(all: readonly LoadedFoundation[]): Problem[] {
  const owners = new Map<string, string>();
  return all.flatMap(({ file, config, positionOf }) => {
    const claims = claimsOf(config);
    const found = claims.flatMap(({ value, place, says, fix, control }): Problem[] => {
      const other = owners.get(value);
      if (other === undefined) return [];
      return [{ path: String(place[0]), says: says(other), fix, control, at: positionOf(place) }];
    });
    for (const { value } of claims) owners.set(value, file);
    return found;
  });
}

function claimsOf(config: LoadedFoundation["config"]): Claim[] {
  const { stateAccount } = foundationNames(config);
  return [
    {
      value: `account ${stateAccount}`,
      place: ["stateAccount"],
      says: (other) => `stateAccount is also that of ${other}, got ${stateAccount}`,
      fix: "Both would keep their own state in one file, and each apply would overwrite the other's: name another account.",
      control: "FND-01",
    },
    ...Object.keys(config.subscriptions).map((name) => ({
      value: `subscription ${name}`,
      place: ["subscriptions", name],
      says: (other: string) => `subscriptions.${name} is also a subscription of ${other}`,
      fix: "Defender plans, security contact and policies of a subscription belong to one foundation: keep it in one of the two.",
      control: "FND-04",
    })),
    ...resolveFoundation(config).environments.map(({ name }, index) => ({
      value: `environment ${name}`,
      place: ["environments", index],
      says: (other: string) => `environments[${index}] lists ${name}, which ${other} lists too`,
      fix: "An environment has one deploy identity and one state: keep it in the foundation that it names.",
      control: "FND-02",
    })),
  ];
}
