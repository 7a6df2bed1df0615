import type { ConfigView } from "../config/view";
import type { PlanGraph } from "../plan/graph";
import type { SynthesizedStack } from "../plan/terraform-json";
import type { FolderView } from "../policy/folder-view";
import type { FoundationView } from "../policy/foundation-view";
import type { PlaceOf } from "../policy/place";
import type { Stage } from "../stages/stage";
import type { Environment } from "./environment";

/** One environment to judge, wherever it came from: a config, plan files, an output folder, or a test. */
export interface Source {
  readonly env: string;
  /** Its own stage, when it is known. */
  readonly stage?: Stage;
  readonly graph: PlanGraph;
  readonly config?: ConfigView;
  readonly stacks?: readonly SynthesizedStack[];
  readonly placeOf?: PlaceOf;
  /** How the foundation that its config names stands. */
  readonly foundation?: FoundationView;
  /** What its config makes, where it has one. */
  readonly environment?: Environment;
  /** Configs of the other environments of the same program. */
  readonly neighbours?: readonly ConfigView[];
  /** The output folder, held against what a synth wrote, where one wrote it. */
  readonly folder?: FolderView;
}
