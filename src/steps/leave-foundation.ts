import type { ResolvedEnvironment } from "../config/resolve";
import { inProject } from "./in-project";
import { scriptNamed } from "./script";
import { shellWord } from "./shell-word";
import type { Surroundings } from "./standalone";
import type { Step } from "./step";

/**
 * Takes a destroyed environment off the foundation, whose list is what makes its deploy identity, that identity's roles and
 * the container of its state. Nothing for a POC that no foundation lists.
 */
export function leaveFoundation(environment: ResolvedEnvironment, { listing }: Surroundings): Step[] {
  const { name, config } = environment;
  if (listing === undefined && config.stage === "poc") return [];
  const stated = "foundation" in config ? config.foundation : "";
  const { file, foundation, deployIdentity, repository } = listing ?? {
    file: stated,
    foundation: (stated.split("/").at(-1) ?? "").replace(/\.foundation\.ya?ml$/, "-foundation"),
    deployIdentity: `id-deploy-${name}`,
    repository: undefined,
  };
  const stack = `stacks/${foundation}/cdk.tf.json`;
  const gone = `gh api --method DELETE "repos/${repository ?? "$REPOSITORY"}/environments/${name}"`;
  return [
    {
      id: "leave-foundation",
      title: `Last: take it off the foundation`,
      why: `Until then ${deployIdentity} may change everything in the subscription and give roles there, with nothing left to deploy. Take ${name} out of the list environments in ${file} first; the script looks whether you did, has the foundation applied without it, by an owner, and removes the GitHub environment. The container of its state can be restored for 30 days. Last of all delete the config, its test and its workflow.`,
      purpose: "later",
      commands: [
        inProject(`synth ${foundation}`),
        `if grep -F '"${deployIdentity}"' ${stack} >/dev/null; then echo ${shellWord(`${file} still lists ${name}.`)} >&2; false; fi`,
        `bash ${scriptNamed(foundation, "retire")}`,
        ...(repository === undefined ? ['REPOSITORY="$(gh repo view --json nameWithOwner --jq .nameWithOwner)"'] : []),
        `${gone} || echo "There was no GitHub environment ${name}."`,
      ],
    },
  ];
}
