/** How an argument changes without a plan of ours: Azure changes it, or an operator who acts in an emergency. */
export interface Outside {
  /** Who, and when; it is the reason that is recorded for ignoring the change. */
  readonly why: string;
  /** True where the provider keeps what Azure has as long as nothing is written. @default false */
  readonly computed?: boolean;
  /** With these written values nothing that happens outside replaces; `of` reads an argument. */
  readonly unless?: (of: (argument: string) => unknown) => boolean;
}

/** A change of an argument that Terraform cannot make in place: it destroys the resource and creates another. */
export interface ForceNewRow {
  /** Resource type, for example `azurerm_storage_account`. */
  readonly type: string;
  /** Argument, through blocks without indices: `ip_configuration.subnet_id`. */
  readonly argument: string;
  /** True for the changes that replace; both values as written, `undefined` where the argument is absent. @default every change */
  readonly when?: (before: unknown, after: unknown) => boolean;
  /** Which changes those are, in words. */
  readonly only?: string;
  /** Absent where only a plan changes it. */
  readonly outside?: Outside;
  /** File of the schema, below `internal/services` of the provider's repository at tag v4.55.0. */
  readonly schema: string;
}

/** A row of a type's table. */
export type Row = Omit<ForceNewRow, "type" | "schema">;

/** What was read of a type: where, and which arguments replace it. */
export interface TypeRows {
  readonly schema: string;
  readonly rows: readonly Row[];
  /** What changes in place, and is left alone with the rest: to change it back is refused, or undoes a repair. @default nothing */
  readonly along?: readonly { readonly argument: string; readonly why: string }[];
  /** True for a part of another resource, whose data is restored with that one. @default false */
  readonly part?: boolean;
}

const text = (value: unknown) => String(value ?? "").toUpperCase();
const truthy = (value: unknown) => value === true || value === "true";
const count = (value: unknown) => (Array.isArray(value) ? value.length : value === undefined ? 0 : 1);
const zonal = (value: unknown) => ["ZRS", "GZRS", "RAGZRS"].includes(text(value));

type Change = Pick<ForceNewRow, "when" | "only">;

/** A block's `ForceNew` is about how many there are; what is in it follows its own. */
export const ADDED_OR_REMOVED: Change = {
  when: (before, after) => count(before) !== count(after),
  only: "added or removed",
};
export const NONE_OR_SOME: Change = {
  when: (before, after) => (count(before) === 0) !== (count(after) === 0),
  only: "from none to some, or back",
};
export const REMOVED: Change = {
  when: (before, after) => count(before) > 0 && count(after) === 0,
  only: "removed",
};
export const SWITCHED_OFF: Change = {
  when: (before, after) => truthy(before) && !truthy(after),
  only: "off again",
};
/** Copies within one zone on one side, over zones on the other. */
export const ACROSS_ZONES: Change = {
  when: (before, after) => zonal(before) !== zonal(after),
  only: "between one zone and several",
};

export const leaving = (from: string, only: string): Change => ({
  when: (before, after) => text(before) === text(from) && text(after) !== text(from),
  only,
});

/** From a larger number to a smaller one; absent on a side, the provider keeps what there is. */
export const smaller = (only: string): Change => ({
  when: (before, after) => before !== undefined && after !== undefined && Number(before) > Number(after),
  only,
});

/** Down a ladder, from which there is a way up only; a value that is not on it is at its foot. */
export const down = (ladder: readonly string[], only: string): Change => ({
  when: (before, after) => ladder.indexOf(text(before)) > ladder.indexOf(text(after)),
  only,
});

/** Rows of a type that nothing but a plan changes: names, or names with the changes that replace. */
export function rowsOf(schema: string, ...rows: readonly (string | readonly [string, Change])[]): TypeRows {
  return {
    schema,
    rows: rows.map((row) => (typeof row === "string" ? { argument: row } : { argument: row[0], ...row[1] })),
  };
}
