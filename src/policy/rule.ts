import type { Day } from "../config/day";
import type { ConfigView } from "../config/view";
import type { EvidenceEntry } from "../evidence/entry";
import type { PlanGraph } from "../plan/graph";
import type { Part, Resource } from "../plan/resource";
import type { Stack } from "../plan/stack";
import type { Stage } from "../stages/stage";
import type { Stance } from "../stages/stances";
import type { FolderView } from "./folder-view";
import type { FoundationView } from "./foundation-view";
import type { RecreationView } from "./recreation-view";
import type { Need, UnreadType } from "./verdict";

/** How much a failure matters to someone who reads many of them. Every failure holds the gate. */
export type Severity = "high" | "medium" | "low";

/** One demand of a gate, as code. */
export interface Rule {
  /** Id of the control, for example `NET-04`. */
  readonly control: string;
  /** What holds when the rule passes, as a short sentence. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to change when it fails. */
  readonly fix: string;
  readonly severity: Severity;
  /** The stage from which it is demanded. Either this or `only`. */
  readonly since?: Stage;
  /** The one stage at which it is demanded. */
  readonly only?: Stage;
  /** Resource types that it reads, with the prefix; `["*"]` for every azurerm resource, empty when it reads none. */
  readonly types: readonly string[];
  readonly needs: readonly Need[];
  /** Set when no waiver may cover it. */
  readonly neverWaived?: true;
  /** Judges by calling `pass`, `fail`, `unknown` and `skip` of the context; saying nothing means not applicable. */
  check(context: RuleContext): void;
}

/** What a judgement is about: a resource or block, a stack, or the config. */
export type Subject = Part | { readonly stack: Stack; readonly what: string } | "config";

/** Extras of a failure. */
export interface FailOptions {
  /** Replaces the rule's fix. */
  readonly fix?: string;
  /** Whether a waiver may cover it. @default as the rule says */
  readonly waivable?: boolean;
}

/** Extras of what is unknown. */
export interface UnknownOptions extends FailOptions {
  readonly unread?: UnreadType;
}

/** What a rule sees and how it answers. Inputs are there when the rule needs them; `knows` asks for any other. */
export interface RuleContext {
  readonly gate: Stage;
  /** The stance of the gate. */
  readonly stance: Stance;
  readonly graph: PlanGraph;
  readonly config: ConfigView;
  readonly evidence: readonly EvidenceEntry[];
  readonly today: Day;
  /** Configs of the environments beside this one. */
  readonly neighbours: readonly ConfigView[];
  /** The proof that the environment can be recreated. */
  readonly recreation: RecreationView;
  /** The output folder that is judged, held against what its synth wrote. */
  readonly folder: FolderView;
  /** The foundation that the config names; one that nobody looked for lacks nothing. */
  readonly foundation: FoundationView;
  /** True where something that the rule does not need was given all the same. */
  knows(need: Need): boolean;
  /** True when the gate is this stage or above. */
  from(stage: Stage): boolean;
  /** The resources of the rule's types, or of some of them. */
  resources(...types: readonly string[]): readonly Resource[];
  pass(subject: Subject, path: string, says?: string): void;
  fail(subject: Subject, path: string, says: string, options?: FailOptions): void;
  unknown(subject: Subject, path: string, says?: string, options?: UnknownOptions): void;
  skip(subject: Subject, path: string, says: string): void;
  /** Judges one attribute: unknown when it is not known, else by `good`; the failure shows the value. */
  expect(part: Part, path: string, good: (value: unknown) => boolean, says: (value: unknown) => string): void;
}

/** Declares a rule; exists so that a custom rule is one typed expression. */
export function rule(definition: Rule): Rule {
  return definition;
}
