import type { Day } from "../config/day";
import type { ConfigView } from "../config/view";
import type { EvidenceEntry } from "../evidence/entry";
import { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import { Part, type Resource } from "../plan/resource";
import { worldsOf } from "../plan/worlds";
import { isAtLeast, type Stage } from "../stages/stage";
import { STANCES, type Stance } from "../stages/stances";
import { withDoubts } from "./doubt";
import type { FolderView } from "./folder-view";
import type { FoundationView } from "./foundation-view";
import type { RecreationView } from "./recreation-view";
import type { FailOptions, Rule, RuleContext, Subject, UnknownOptions } from "./rule";
import type { Finding, Judgement, Need } from "./verdict";
import type { Waivable } from "./waiver";

const EMPTY = new PlanGraph(() => []);

/** What a rule may look at without needing it. */
const OPTIONAL = [
  "config",
  "evidence",
  "today",
  "neighbours",
  "recreation",
  "folder",
] as const satisfies readonly Need[];

/** Where a judgement stands that is about nothing in particular. */
const NOWHERE = { resource: "", path: "", basis: "static" } as const;

/** Runs one rule and collects what it says. */
export class Context implements RuleContext {
  readonly gate: Stage;
  readonly stance: Stance;
  readonly graph: PlanGraph;
  readonly config: ConfigView;
  readonly evidence: readonly EvidenceEntry[];
  readonly today: Day;
  readonly neighbours: readonly ConfigView[];
  readonly recreation: RecreationView;
  readonly folder: FolderView;
  readonly foundation: FoundationView;
  private readonly known: ReadonlySet<Need>;
  private readonly said: Waivable[] = [];
  private readonly ids = new Map<string, number>();

  constructor(
    private readonly rule: Rule,
    private readonly input: {
      readonly gate: Stage;
      readonly graph?: PlanGraph;
      readonly config?: ConfigView;
      readonly evidence?: readonly EvidenceEntry[];
      readonly today?: Day;
      readonly neighbours?: readonly ConfigView[];
      readonly recreation?: RecreationView;
      readonly folder?: FolderView;
      readonly foundation?: FoundationView;
    },
  ) {
    this.gate = input.gate;
    this.known = new Set(OPTIONAL.filter((need) => input[need] !== undefined));
    this.stance = STANCES[input.gate];
    this.graph = input.graph ?? EMPTY;
    this.config = input.config ?? {};
    this.evidence = input.evidence ?? [];
    this.today = input.today ?? ("" as Day);
    this.neighbours = input.neighbours ?? [];
    this.recreation = input.recreation ?? { broken: [], mismatches: [], rehearsed: false };
    this.folder = input.folder ?? { changed: [] };
    this.foundation = input.foundation ?? {};
  }

  /**
   * Everything the rule says. A rule that throws fails by itself; a rule that says nothing does not apply. Where resources
   * may not exist, what does not hold without them is unknown.
   */
  run(): readonly Waivable[] {
    const said = this.judge();
    if (!this.rule.needs.includes("plan")) return said;
    const others = worldsOf(this.graph).map(({ graph, absent }) => ({
      absent,
      said: new Context(this.rule, { ...this.input, graph }).judge(),
    }));
    return withDoubts(said, others);
  }

  private judge(): readonly Waivable[] {
    try {
      this.rule.check(this);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const says = `The rule ${this.rule.control} stopped with an error: ${message}`;
      const fix = "Correct the rule: it must judge any plan without throwing.";
      this.add({ ...NOWHERE, verdict: "fail", says, fix }, false);
    }
    if (this.said.length === 0)
      this.add({ ...NOWHERE, verdict: "not-applicable", says: "Nothing here to judge.", fix: "" }, true);
    return this.said;
  }

  knows(need: Need): boolean {
    return this.known.has(need);
  }

  from(stage: Stage): boolean {
    return isAtLeast(this.gate, stage);
  }

  resources(...types: readonly string[]): readonly Resource[] {
    const wanted = types.length > 0 ? types : this.rule.types;
    if (wanted.includes("*")) return this.graph.managed();
    return this.graph.of(...wanted.map((one) => (one.startsWith("azurerm_") ? one : `azurerm_${one}`)));
  }

  pass(subject: Subject, path: string, says = "Holds."): void {
    this.say("pass", subject, path, says, {});
  }

  fail(subject: Subject, path: string, says: string, options: FailOptions = {}): void {
    this.say("fail", subject, path, says, options);
  }

  unknown(
    subject: Subject,
    path: string,
    says = `${path} is not known before apply.`,
    options: UnknownOptions = {},
  ): void {
    this.say("unknown", subject, path, says, options);
  }

  skip(subject: Subject, path: string, says: string): void {
    this.say("not-applicable", subject, path, says, {});
  }

  expect(part: Part, path: string, good: (value: unknown) => boolean, says: (value: unknown) => string): void {
    const value = part.value(path);
    if (value === UNKNOWN) this.unknown(part, path);
    else if (good(value)) this.pass(part, path);
    else this.fail(part, path, says(value));
  }

  private say(verdict: Judgement, subject: Subject, path: string, says: string, options: UnknownOptions): void {
    const fix = verdict === "fail" || verdict === "unknown" ? (options.fix ?? this.rule.fix) : "";
    const { waivable = !this.rule.neverWaived, unread } = options;
    const about = { verdict, says, fix, ...(unread && { unread }) };
    if (subject === "config") this.add({ resource: "config", path, basis: "static", ...about }, waivable);
    else if (subject instanceof Part) {
      const { address, stack } = subject.resource;
      this.add({ resource: address, path: subject.at(path), basis: stack.basis, ...about }, waivable);
    } else {
      const { stack, what } = subject;
      this.add({ resource: this.graph.label(stack, what), path, basis: stack.basis, ...about }, waivable);
    }
  }

  private add(found: Omit<Finding, "id" | "control">, waivable: boolean): void {
    const { control } = this.rule;
    const { resource, path } = found;
    const plain = control + (resource && ` ${resource}`) + (path && ` ${path}`);
    const seen = this.ids.get(plain) ?? 0;
    this.ids.set(plain, seen + 1);
    const id = seen === 0 ? plain : `${plain} #${seen + 1}`;
    this.said.push({ finding: { id, control, ...found }, waivable });
  }
}
