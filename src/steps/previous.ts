import type { ResolvedEnvironment } from "../config/resolve";
import { hardenedConfig } from "./hardened";
import { inProject } from "./in-project";
import { scriptNamed } from "./script";
import { shellWord } from "./shell-word";
import type { Step } from "./step";

/** Moves the data of the environment that was promoted, where it was decided so; nothing below Pre-Production. */
export function moveData(environment: ResolvedEnvironment): Step[] {
  const config = hardenedConfig(environment);
  if (config?.previous.data !== "migrate" || config.previous.migration === undefined) return [];
  const { owner, date, runbook } = config.previous.migration;
  return [
    {
      id: "move-data",
      title: `On ${date}: move the data of ${config.promotion.from}`,
      why: `${owner} moves it, as written in ${runbook}; docs/data.md of this package has the commands. Nobody has a role on data, on either side: the steps open-data of both environments give one for some hours, ROLE=owner here. The stores here answer inside the network only, so connect by VPN as well. It comes after the schema and before users do, and what was moved is counted on both sides.`,
      purpose: "once",
      commands: [],
    },
  ];
}

/** What becomes of the environment that was promoted: its own steps end it, from its own state. From Pilot on. */
export function retirePrevious({ config }: ResolvedEnvironment): Step[] {
  if (!("previous" in config) || config.previous?.destroyBy === undefined) return [];
  const { data, destroyBy } = config.previous;
  const { from } = config.promotion;
  const fate = {
    drop: "Its data goes with it, as was decided.",
    migrate: "Its data has been moved by then, and somebody has looked that nothing is missing.",
    keep: "Its data is kept: copy it to where it is kept before.",
  }[data];
  return [
    {
      id: "retire-previous",
      title: `By ${destroyBy}: destroy ${from}`,
      why: `${fate} Its own last steps do it: they destroy its stacks in the reverse order of its first apply, show what Azure keeps of it, and take it off the foundation's list. Run it where its state can be reached: that of a POC is on the computer that applied it.`,
      purpose: "later",
      commands: [
        inProject(`synth ${shellWord(from)}`),
        `for id in destroy what-remains leave-foundation; do for step in ${scriptNamed(shellWord(from), '"$id"')}; do if [ -f "$step" ]; then bash "$step"; fi; done; done`,
      ],
    },
  ];
}
