/** What REC-10 reads of an output folder that a synth wrote. */
export interface FolderView {
  /** What is not as the synth wrote it, a sentence each; empty when nothing is. */
  readonly changed: readonly string[];
}
