import { basename, dirname } from "node:path";
import { strayFiles } from "../config/folder";
import { findEnvironments, loadEnvironments } from "../config/load";
import { oncePerFile } from "../disk/once-per-file";
import { BadInput, badInput, collected, type Problem } from "../errors";
import {
  foundationFile,
  foundationFiles,
  isFoundationFile,
  type LoadedFoundation,
  loadFoundation,
} from "../foundation/load";
import { standsApart } from "../foundation/stands";
import { sharedByFoundations } from "../foundation/together";
import { type Environment, environmentIn, environmentOf } from "./environment";

/** True when a name means a foundation: `foundation`, `orders-foundation`, or a foundation file. */
export function isFoundationName(name: string): boolean {
  return name === "foundation" || name.endsWith("-foundation") || isFoundationFile(name);
}

/** What names select of a folder. */
export interface Selection {
  readonly environments: readonly Environment[];
  readonly foundations: readonly LoadedFoundation[];
  /** What is wrong with the files that the names mean; foundations first. */
  readonly problems: readonly Problem[];
}

/** An `environments/` folder: finds what names mean in it, and reads each file once. */
export class EnvironmentFolder {
  private readonly readFoundation = oncePerFile(loadFoundation);
  private readonly read = oncePerFile((file: string) => environmentIn(file, this.readFoundation).loaded);

  constructor(readonly path: string) {}

  /**
   * Environments and foundations by name. Without a name it is everything, or what of it is wanted.
   *
   * @param wanted  whether foundations are part of everything @default they are
   */
  select(names: readonly string[], wanted: { readonly foundations?: boolean } = {}): Selection {
    const ofEnvironments = names.filter((name) => !isFoundationName(name));
    const everything = names.length === 0;
    const wantsFoundations = everything ? (wanted.foundations ?? true) : names.length > ofEnvironments.length;
    const problems: Problem[] = [];
    const foundations = collected(() => (wantsFoundations ? this.foundations(names) : []), problems);
    const environments = collected(
      () => (everything || ofEnvironments.length > 0 ? this.environments(ofEnvironments) : []),
      problems,
    );
    return { foundations, environments, problems };
  }

  /**
   * The environments of these names, or with no name every one of the folder.
   *
   * @throws BadInput for a name that finds nothing, and with the problems of every file and between them
   */
  environments(names: readonly string[] = []): Environment[] {
    return loadEnvironments(names, this.path, this.read).map(environmentOf);
  }

  /**
   * One environment by its name.
   *
   * @param ambiguous  what to say of a name that means several files
   * @throws BadInput for a name that finds none
   */
  environment(name: string, ambiguous: (files: readonly string[]) => BadInput): Environment {
    const files = findEnvironments([name], this.path);
    const [file] = files;
    if (file === undefined || files.length > 1) throw ambiguous(files);
    return environmentOf(this.read(file));
  }

  /**
   * The foundations that are named, or every one of the folder when nothing is named.
   *
   * @throws BadInput for a name that finds nothing, and with the problems of every file
   */
  foundations(names: readonly string[]): LoadedFoundation[] {
    const problems: Problem[] = [];
    const files =
      names.length === 0
        ? foundationFiles(this.path)
        : [...new Set(names.filter(isFoundationName).flatMap((name) => this.foundationFilesOf(name, problems)))];
    const held = new Map<string, string>();
    const load = (file: string): LoadedFoundation[] => {
      const one = this.readFoundation(file);
      const name = `${one.config.workload}-foundation`;
      const other = held.get(name);
      if (other !== undefined) throw badInput(`${other} and ${file} both hold ${name}`, "Keep one of the two.");
      held.set(name, file);
      return [one];
    };
    const loaded = files.flatMap((file) => collected(() => load(file), problems));
    problems.push(...sharedByFoundations(loaded));
    if (problems.length > 0) throw new BadInput(problems);
    return loaded;
  }

  private foundationFilesOf(name: string, problems: Problem[]): string[] {
    if (isFoundationFile(name)) return [name];
    const workload = name === "foundation" ? undefined : name.slice(0, -"-foundation".length);
    const found = foundationFiles(this.path).filter(
      (file) => workload === undefined || basename(file).split(".")[0] === workload,
    );
    if (found.length === 0)
      problems.push({
        path: "",
        says: `no foundation "${name}" in ${this.path}`,
        fix: "A foundation is a file <workload>.foundation.yaml.",
      });
    return found;
  }

  /** Every environment that can be read; what is wrong with the others is told when they are checked. */
  readable(): Environment[] {
    const untold: Problem[] = [];
    const files = collected(() => findEnvironments([], this.path), untold);
    return files.flatMap((file) => collected(() => [environmentOf(this.read(file))], untold));
  }

  /** The environments beside a foundation; none when one of their files is wrong, which is said where they are judged. */
  beside({ file }: LoadedFoundation): readonly Environment[] {
    return collected(() => loadEnvironments([], dirname(file), this.read).map(environmentOf), []);
  }

  /** YAML files of the folder that nothing reads. */
  strays(): Problem[] {
    return strayFiles(this.path);
  }

  /**
   * Where foundations say otherwise than environments: those that are named, and for a POC those of the folder. What
   * cannot be read is told where it is used.
   */
  apart(environments: readonly Environment[]): Problem[] {
    if (environments.length === 0) return [];
    const named = environments.flatMap(({ loaded: { file, config } }) =>
      config.stage === "poc" ? [] : [foundationFile(file, config.foundation)],
    );
    const foundations = [...new Set([...foundationFiles(this.path), ...named])].flatMap((file) =>
      collected(() => [this.readFoundation(file)], []),
    );
    return environments.flatMap(({ loaded }) => foundations.flatMap((foundation) => standsApart(foundation, loaded)));
  }
}
