import type { App } from "cdktf";
import { loadEnvironment } from "../config/load";
import type { LoadedEnvironment } from "../config/loaded";
import { environmentName } from "../config/names";
import { type Resolved, resolve } from "../config/resolve";
import type { EnvironmentConfig } from "../config/schema";
import { validateConfig } from "../config/validate";
import { type Ground, groundOf } from "../foundation/ground";
import type { ReadFoundation } from "../foundation/load";
import type { PlanGraph } from "../plan/graph";
import { graphOf } from "../plan/graph-of";
import type { SynthesizedStack } from "../plan/terraform-json";
import type { FoundationView } from "../policy/foundation-view";
import { inConfig, type PlaceOf } from "../policy/place";
import type { Stage } from "../stages/stage";
import type { IEnvironment } from "../synth/environment";
import { buildEnvironment, namesOf, synthesized } from "./stacks";

/** What is known of a config before anything is made of it. */
interface Known {
  /** Whether its config was checked, and not written or changed since. */
  readonly checked?: boolean;
  /** What its foundation says of it. @default read when it is asked for */
  readonly ground?: () => Ground;
}

/**
 * One environment on its way from a config to a plan that can be judged: config, resolved, stacks, Terraform JSON, graph.
 * Each is made when it is first asked for, and once.
 *
 * @throws BadInput, whatever is asked for, when the config or its foundation is not right
 */
export class Environment {
  private readonly known: {
    ground?: Ground;
    resolved?: Resolved;
    construct?: IEnvironment;
    stacks?: readonly SynthesizedStack[];
    graph?: PlanGraph;
    next?: Environment;
  } = {};

  constructor(
    readonly loaded: LoadedEnvironment,
    private readonly before: Known = {},
  ) {}

  get env(): string {
    return environmentName(this.config);
  }

  get stage(): Stage {
    return this.config.stage;
  }

  /** As it was checked. */
  get config(): EnvironmentConfig {
    return this.before.checked ? this.loaded.config : this.resolved.config;
  }

  get placeOf(): PlaceOf {
    return inConfig(this.config, this.loaded.positionOf);
  }

  get environment(): this {
    return this;
  }

  /** What its foundation says of it. */
  get ground(): Ground {
    this.known.ground ??= (this.before.ground ?? (() => groundOf(this.loaded)))();
    return this.known.ground;
  }

  get foundation(): FoundationView | undefined {
    return this.ground.foundation;
  }

  get resolved(): Resolved {
    const { config } = this.loaded;
    this.known.resolved ??= resolve(this.before.checked ? config : validateConfig(config));
    return this.known.resolved;
  }

  private get construct(): IEnvironment {
    this.known.construct ??= this.build();
    return this.known.construct;
  }

  /** Names of its stacks, in the order of deployment. */
  get stackNames(): readonly string[] {
    return namesOf(this.construct);
  }

  /** The Terraform JSON of its stacks, in the order of deployment, and nothing is written. */
  get stacks(): readonly SynthesizedStack[] {
    this.known.stacks ??= synthesized(this.construct);
    return this.known.stacks;
  }

  get graph(): PlanGraph {
    this.known.graph ??= graphOf(this.stacks);
    return this.known.graph;
  }

  /** Makes all of it, so that what cannot be built is told now. */
  built(): this {
    void this.graph;
    return this;
  }

  /** The same environment one generation on. */
  get next(): Environment {
    this.known.next ??= this.at((this.config.generation ?? 1) + 1);
    return this.known.next;
  }

  /** The same environment at another generation, of those that there may be. */
  at(generation: number): Environment {
    const { loaded, before } = this;
    const config = { ...loaded.config, generation };
    return new Environment({ ...loaded, config }, { ...before, ground: () => this.ground });
  }

  /** Builds it, with its extension. @default in an app that only keeps it in memory */
  build(app?: App): IEnvironment {
    const { loaded, ground, resolved } = this;
    return buildEnvironment(loaded, resolved, ground, app);
  }
}

const all = new WeakMap<LoadedEnvironment, Environment>();

/** The environment of a config that somebody holds; the same for the same one. */
export function environmentOf(loaded: LoadedEnvironment): Environment {
  const found = all.get(loaded) ?? new Environment(loaded);
  all.set(loaded, found);
  return found;
}

/**
 * The environment of a file.
 *
 * @param readFoundation  how a foundation is read @default anew
 * @throws BadInput with every problem of the config
 */
export function environmentIn(file: string, readFoundation?: ReadFoundation): Environment {
  const loaded = loadEnvironment(file);
  const found = new Environment(loaded, { checked: true, ground: () => groundOf(loaded, readFoundation) });
  all.set(loaded, found);
  return found;
}
