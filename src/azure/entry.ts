import { type AzureType, type Judged, NOT_READ } from "./type";

/** What a service file says of one type: anything of it but its name. */
export type Entry = Partial<Omit<AzureType, "type">> & Judged;
type Given = Partial<Omit<AzureType, "type">>;

const answered = (given: Given, rest: Judged[keyof Judged]): Entry => {
  const all = { publicSide: rest, holds: rest, waysIn: rest, waysOut: rest, localAuth: rest, gives: rest };
  return { ...all, ...given } as Entry;
};

/** A type that somebody has looked into as far as the entry says; everything else about it is not read. */
export function entry(given: Given): Entry {
  return answered(given, NOT_READ);
}

/** A type that has nothing that a gate asks about but what the entry says, and why. */
export function plain(because: string, given: Given = {}): Entry {
  return answered(given, { none: because });
}

/** A part, rule, setting or association: it is judged with the type that it belongs to, but for what the entry says. */
export function part(of: string, given: Given = {}): Entry {
  return answered({ partOf: of, ...given }, { none: `it is judged with ${of}` });
}

/** Many parts of one type, by their names. */
export function parts(of: string, ...types: readonly string[]): Readonly<Record<string, Entry>> {
  return Object.fromEntries(types.map((type) => [type, part(of)]));
}
