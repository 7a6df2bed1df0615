import type { Azure } from "../arm/azure";
import type { Call, Reply } from "../http";
import { vaultData } from "./key-vault";

/** A service that answers by hosts of its own: `<name>.vault.azure.net`. */
export interface DataPlane {
  /** The first group is the name of the resource. */
  readonly host: RegExp;
  readonly answer: (call: Call, name: string, azure: Azure) => Reply;
}

/** Every data plane that a file knows. */
export const DATA_PLANES: readonly DataPlane[] = [vaultData];

/** The answer of the data plane that a host belongs to. */
export function dataPlane(call: Call, azure: Azure): Reply {
  for (const plane of DATA_PLANES) {
    const name = plane.host.exec(call.host)?.[1];
    if (name) return plane.answer(call, name, azure);
  }
  return {
    status: 404,
    body: { error: { code: "NotEmulated", message: `No emulated service answers as ${call.host}.` } },
  };
}
