import type { ResolvedHardened, ResolvedScale } from "../config/resolve";
import { FACTS } from "../evidence/facts";
import { copyBlobs, releaseBlobs } from "./blob-copies";
import { bootstrap } from "./databases";
import { switchOrigins } from "./edge";
import { dataGroup } from "./hardened";
import { inProject } from "./in-project";
import { lift, locksAcrossStacks } from "./locks";
import { runRegion } from "./region";
import type { Step } from "./step";

type Option = "planned" | "forced";

/** How the second region becomes the first one, how it goes back, and how the region is given up again. */
export function failover(environment: ResolvedScale, apply: (role: string, why: string) => Step): Step[] {
  const { scale } = environment;
  const { second } = scale;
  return [
    ...buildFirst(environment, apply),
    drill(environment),
    {
      id: "fail-over",
      title: `When ${environment.location} is lost: move to ${second.location}`,
      why: `${scale.failover.decides} decides, ${scale.failover.acts} does it. What the replica did not have yet is lost, and so is what was in a queue. Then tell customers, and write the times down.${writer(environment, second)} Apply data-${scale.code} again only after the move back: it would make the blobs read only that are written to.`,
      purpose: "later",
      commands: move(environment, environment, second, "forced"),
    },
    ...copyBack(environment),
    {
      id: "fail-back",
      title: "Later: move back",
      why: `When ${environment.location} stands again and its database follows as a replica, the same move the other way. A server that was lost with its region is made anew as a replica of the other first. Blobs that have not arrived yet are not there after it: begin when nothing was written for a while. The last command copies blobs to ${second.location} again.${writer(environment, environment)}`,
      purpose: "later",
      commands: [
        ...move(environment, second, environment, "planned"),
        `terraform -chdir=stacks/${environment.name}-data-${scale.code} apply`,
      ],
    },
    biggerDatabase(environment),
    giveUp(environment),
  ];
}

function drill(environment: ResolvedScale): Step {
  const { name, promise, scale } = environment;
  const days = FACTS["failover-drilled"].maxAgeDays;
  return {
    id: "drill-failover",
    title: `Every ${days} days: drill the move to ${scale.second.location}`,
    why: `The promise is ${promise?.rto} until it is back and ${promise?.rpo} of data at most. Note when you start and when callers are answered from the other region, and write both into the evidence failover-drilled of ${name}, with kind: planned.${writer(environment, scale.second)} From then on blobs are copied the other way. Apply data-${scale.code} again only after the move back: it would make the blobs read only that are written to.`,
    purpose: "later",
    commands: [
      ...move(environment, environment, scale.second, "planned"),
      ...copyBlobs(environment, scale.second, environment),
    ],
  };
}

/** Where apps of both regions write to one server, its name follows the move. */
function writer({ scale, stores, writerHost, name }: ResolvedScale, to: ResolvedHardened): string {
  const database = stores.find(({ type }) => type === "postgresql");
  if (writerHost === undefined || !database) return "";
  const host = `${to.nameOf("postgresql_flexible_server", database.name)}.postgres.database.azure.com`;
  return ` Answer scale.writerHost with ${host}, and apply ${name}-services and ${name}-services-${scale.code}.`;
}

/** After a loss the first region has neither what was written in the other one, nor a policy that still counts. */
function copyBack(environment: ResolvedScale): Step[] {
  const { location, scale } = environment;
  const commands = copyBlobs(environment, scale.second, environment);
  if (commands.length === 0) return [];
  return [
    {
      id: "copy-blobs-back",
      title: `When ${location} stands again: copy the blobs back`,
      why: `What was written in ${scale.second.location} since the move is in no other place. Copies take their time, and nothing says how long: move back when they have arrived.`,
      purpose: "later",
      commands: [...releaseBlobs(environment, [environment]), ...commands],
    },
  ];
}

/** A region that is only written down is built when it is needed. */
function buildFirst(environment: ResolvedScale, apply: (role: string, why: string) => Step): Step[] {
  const { mode, code } = environment.scale;
  if (mode === "hot-failover" || mode === "active-active") return [];
  const people = apply(`access-${code}`, "VPN gateway and resolver take about 45 minutes; begin with them.");
  const steps = mode === "cold-standby" ? [...runRegion(environment, apply), people] : [people];
  const built: Step[] = steps.map((step) => ({
    ...step,
    title: `Before a move: ${step.title.charAt(0).toLowerCase()}${step.title.slice(1)}`,
    purpose: "later",
  }));
  return mode === "cold-standby" ? [...built, reachBuilt(environment)] : built;
}

/** The edge knows nothing of a region that was not there: the mode in which it does says which steps are next. */
function reachBuilt({ name, scale }: ResolvedScale): Step {
  return {
    id: "reach-built-region",
    title: `Before a move: let the edge reach ${scale.second.location}`,
    why: "Answer scale.mode with hot-failover in the config, and scale.vpnPool with addresses that are free. Then apply the edge and let it in by the steps that this writes anew, and move by those: the ones of a cold standby know no origin there.",
    purpose: "later",
    commands: [inProject(`synth ${name}`)],
  };
}

/** Roles change, copies become the data, and the edge leads to the other region. */
function move(environment: ResolvedScale, from: ResolvedHardened, to: ResolvedHardened, option: Option): string[] {
  const databases = environment.stores.filter(({ type }) => type === "postgresql");
  const at = ({ nameOf }: ResolvedHardened, name: string, group: string) =>
    `--resource-group ${group} --name ${nameOf("postgresql_flexible_server", name)}`;
  return [
    ...databases.flatMap(({ name }) => [
      // Azure switches no roles while one of the servers has a standby.
      ...(option === "planned"
        ? [
            `az postgres flexible-server update ${at(from, name, dataGroup(from))} --high-availability Disabled --output none`,
          ]
        : []),
      `az postgres flexible-server replica promote ${at(to, name, dataGroup(to))} --promote-mode switchover --promote-option ${option} --yes`,
    ]),
    // Callers first: roles of the database are replicated, and what follows may fail without keeping anybody out.
    ...switchOrigins(environment, to, from),
    ...releaseBlobs(environment, option === "forced" ? [to] : [to, from]),
    ...bootstrap(to).flatMap(({ commands }) => commands),
    ...databases.map(
      ({ name }) =>
        `az postgres flexible-server update ${at(to, name, dataGroup(to))} --high-availability ZoneRedundant --output none`,
    ),
  ];
}

function biggerDatabase(environment: ResolvedScale): Step {
  return {
    id: "grow-replica",
    title: "Later: give the databases another size",
    why: "The replica first, because a smaller one than its primary falls behind and roles cannot be switched; downwards the primary first. Write the size into the config and apply in this order.",
    purpose: "later",
    commands: [
      inProject(`synth ${environment.name}`),
      `terraform -chdir=stacks/${environment.name}-data-${environment.scale.code} apply`,
      `terraform -chdir=stacks/${environment.name}-platform apply`,
    ],
  };
}

/** Last to first: what reads before what is read. The primary's virtual endpoint and replica go before anything of it. */
function giveUp(environment: ResolvedScale): Step {
  const { name, location, scale } = environment;
  const { code, second } = scale;
  return {
    id: "give-region-up",
    title: "Only to give the region up again: destroy it",
    why: `Move back to ${location} first, and lead the host names to a gateway: the Production's config, applied again, has one. Locks are lifted first, because endpoints of both regions lie below them, and put back at the end. The vault keeps its name until its retention ends, and what was kept as evidence stays.`,
    purpose: "later",
    commands: [
      ...switchOrigins(environment, environment, second),
      ...lift(environment, locksAcrossStacks(environment)),
      ...["edge", `services-${code}`, `access-${code}`, `platform-${code}`, `data-${code}`].map(
        (role) => `terraform -chdir=stacks/${name}-${role} destroy`,
      ),
      // What stays is locked again.
      `terraform -chdir=stacks/${name}-platform apply`,
    ],
  };
}
