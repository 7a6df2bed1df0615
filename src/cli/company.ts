import type { Environment } from "../environment/environment";
import type { EnvironmentFolder } from "../environment/select";
import { BadInput } from "../errors";
import { overBudget } from "../foundation/budgets";
import type { LoadedFoundation } from "../foundation/load";

/** What a check judges. */
interface Asked {
  readonly gate?: string;
  readonly plan?: readonly string[];
  readonly dir?: string;
}

/** What a check is about. */
export interface Company {
  readonly environments: readonly Environment[];
  /** Those named, or with no name at all every one of the folder. */
  readonly foundations: readonly LoadedFoundation[];
  /** Every environment of the folder that can be read, for what holds between them. */
  readonly all: readonly Environment[];
}

/**
 * The environments and foundations that a check is about, held against each other before anything is built.
 *
 * @throws BadInput with the problems of every file, or else with those between files
 */
export function companyOf(folder: EnvironmentFolder, names: readonly string[], asked: Asked): Company {
  const foreign = asked.plan !== undefined || asked.dir !== undefined;
  if (names.length === 0 && foreign) return { environments: [], foundations: [], all: folder.readable() };
  const everything = names.length === 0;
  const { environments, foundations, problems } = folder.select(names, { foundations: asked.gate === undefined });
  const found = [...(everything ? folder.strays() : []), ...problems];
  if (found.length > 0) throw new BadInput(found);

  const all = everything ? environments : folder.readable();
  const between = [
    ...folder.apart(environments),
    ...overBudget(
      all.map(({ loaded }) => loaded),
      foundations,
    ),
  ];
  if (between.length > 0) throw new BadInput(between);
  return { environments, foundations, all };
}
