/** A command of ours from the output folder, where the steps are run: it reads the project's environments, one folder up. */
export function inProject(command: string): string {
  return `(cd .. && npx gatewright ${command})`;
}
