import type { ResolvedEnvironment } from "../config/resolve";
import { hardenedConfig } from "./hardened";
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
      why: `${owner} moves it, as written in ${runbook}. The stores here answer inside the network only: connect by VPN, or run the move as a job of this environment. It comes after the schema and before users do, and what was moved is counted on both sides.`,
      purpose: "once",
      commands: [],
    },
  ];
}

/** What becomes of the environment that was promoted. */
export function retirePrevious(environment: ResolvedEnvironment): Step[] {
  const config = hardenedConfig(environment);
  if (config?.previous.destroyBy === undefined) return [];
  const { data, destroyBy } = config.previous;
  const fate = {
    drop: "Its data goes with it, as was decided.",
    migrate: "Its data has been moved by then, and somebody has looked that nothing is missing.",
    keep: "Its data is kept: copy it to where it is kept before.",
  }[data];
  return [
    {
      id: "retire-previous",
      title: `By ${destroyBy}: destroy ${config.promotion.from}`,
      why: `${fate} Destroy its stacks in the reverse order of its first apply, then take it off the foundation's list.`,
      purpose: "later",
      commands: [],
    },
  ];
}
