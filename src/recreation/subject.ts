import type { ResolvedEnvironment } from "../config/resolve";
import { saysSomething } from "../config/visible-text";
import type { PlanGraph } from "../plan/graph";
import { graphOf } from "../plan/graph-of";
import type { Resource } from "../plan/resource";
import type { Stack } from "../plan/stack";
import type { SynthesizedStack } from "../plan/terraform-json";
import { Dependencies } from "./dependencies";
import type { Resynthesis } from "./process/resynthesize";

/** One generation of an environment: what it was resolved to, and its stacks in the order of deployment. */
export interface Generation {
  readonly resolved: ResolvedEnvironment;
  readonly stacks: readonly SynthesizedStack[];
  /** The graph of the stacks, where it was made already. */
  readonly graph?: PlanGraph;
}

/** What claims are made of: an environment, its successor, and what other processes made of the same config. */
export interface Subject extends Generation {
  readonly graph: PlanGraph;
  /** The same config one generation on. */
  readonly next: Generation & { readonly graph: PlanGraph };
  /** The synthesis again, in processes of their own; absent where it was not run. */
  readonly again?: Resynthesis;
  /** Text of a stack's `.terraform.lock.hcl`, where there is one. */
  readonly lockFile: (stack: string) => string | undefined;
  /** What a stack's resources depend on, as Terraform sees it. */
  readonly dependencies: (stack: Stack) => Dependencies;
}

export interface SubjectOptions {
  readonly again?: Resynthesis;
  /** @default no stack has a lock file */
  readonly lockFile?: (stack: string) => string | undefined;
}

/** Everything the claims read, from two generations of one environment. */
export function subjectOf(current: Generation, next: Generation, options: SubjectOptions = {}): Subject {
  const { graph, ...own } = withGraph(current);
  return {
    ...own,
    graph,
    next: withGraph(next),
    ...(options.again && { again: options.again }),
    lockFile: options.lockFile ?? (() => undefined),
    dependencies: (stack) => graph.once(stack, () => new Dependencies(stack.json)),
  };
}

function withGraph({ resolved, stacks, graph = graphOf(stacks) }: Generation) {
  return { resolved, stacks, graph };
}

/** A resource's address within its stack, as Terraform writes it in references. */
export function localAddress({ mode, type, name }: Resource): string {
  return mode === "data" ? `data.${type}.${name}` : `${type}.${name}`;
}

/** What a stack wrote down about one of its resources; empty when nothing. */
export function recordedFor(resource: Resource): string {
  const plain = `${resource.type}.${resource.name}`;
  return resource.stack.recorded
    .filter((one) => (one.address === plain || one.address === `data.${plain}`) && saysSomething(one.why))
    .map(({ what }) => what)
    .join("; ");
}

/** Position of a resource's stack in the order of deployment. */
export function orderOf(resource: Resource): number {
  return resource.graph.stacks.indexOf(resource.stack);
}
