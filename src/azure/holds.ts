import { answer, azureType } from "./index";
import { NOT_READ } from "./type";

/** Whether what is in a resource of a type is lost with it. */
export type HoldsData = boolean | typeof NOT_KNOWN;
export const NOT_KNOWN = "not known";

/** True for a type that people or programs put data into: its replacement is a loss, unless the data is restored. */
export function holdsData(type: string): HoldsData {
  const known = azureType(type);
  if (known?.dataPart) return true;
  return holdsOfItsOwn(type);
}

/** The same of a type whose data is not restored together with another resource. */
export function holdsOfItsOwn(type: string): HoldsData {
  const known = azureType(type);
  if (known === undefined || known.holds === NOT_READ) return NOT_KNOWN;
  return answer(known.holds) !== undefined && !known.passing && !known.dataPart;
}
