import { normalLocation } from "../azure/regions";
import { plain } from "../display/inert";
import { dataStores } from "../report/summary/data-stores";
import { entryPoints } from "../report/summary/entry-points";
import { type Outcome, outcome } from "./outcome";
import { subjectOf } from "./subject";

/**
 * The Internet reaches exactly these: apps by service name (`web`), everything else by address. What may be open, and is
 * not known before apply, counts as open.
 */
export function exposesOnly(received: unknown, names: readonly string[]): Outcome {
  const { env, graph } = subjectOf(received);
  const found = entryPoints(graph);
  const open = found.filter((one) => !names.includes(one.name) && !names.includes(one.address));
  const closed = names.filter((name) => !found.some((one) => one.name === name || one.address === name));
  const wrong = [
    ...open.map(
      (one) =>
        `${plain(one.address)} ${one.says}${one.uncertain ? ", perhaps: it is not known before apply" : ""} (NET-05)\n      at ${plain(one.path)}\n      fix: make it private, or name ${JSON.stringify(plain(one.name))} here`,
    ),
    ...closed.map((name) => `${JSON.stringify(plain(name))} is not reachable from the Internet`),
  ];
  const list = names.length > 0 ? names.map(plain).join(", ") : "nothing";
  return outcome(
    wrong,
    `expected ${plain(env)} to expose only ${list}, but:`,
    `expected ${plain(env)} not to expose only ${list}`,
  );
}

/** Data, and every copy of it, is kept in these regions. Key Vault's own copy within the geography counts as home. */
export function keepsDataIn(received: unknown, regions: readonly string[]): Outcome {
  const { env, graph } = subjectOf(received);
  const allowed = regions.map(normalLocation);
  const wrong = dataStores(graph).flatMap(({ address, region, copies }) => [
    ...(region === undefined
      ? [`${plain(address)} is in a region that is not known before apply (DAT-01)\n      at location`]
      : allowed.includes(region)
        ? []
        : [
            `${plain(address)} is in ${plain(region)} (DAT-01)\n      at location\n      fix: move it to ${allowed.join(" or ")}`,
          ]),
    ...copies
      .filter((copy) => !copy.allowed(allowed))
      .map(
        (copy) =>
          `${plain(address)} is copied to ${plain(copy.region ?? "a region that is not known before apply")} (DAT-02)\n      at ${plain(copy.path)}\n      fix: choose a replication that stays in ${allowed.join(" or ")}`,
      ),
  ]);
  const list = regions.map(plain).join(", ");
  return outcome(
    wrong,
    `expected ${plain(env)} to keep data in ${list}, but:`,
    `expected ${plain(env)} not to keep data in ${list}`,
  );
}
