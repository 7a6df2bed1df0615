import type { Azure } from "../arm/azure";
import type { Call, Reply } from "../http";
import type { DataPlane } from "./data-plane";
import { vaultData } from "./key-vault";

/** Every data plane that a file knows. */
const DATA_PLANES: readonly DataPlane[] = [vaultData];

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
