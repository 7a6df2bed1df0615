/** How an argument changes without a plan of ours: Azure changes it, or an operator who acts in an emergency. */
export interface Outside {
  /** Who, and when; it is the reason that is recorded for ignoring the change. */
  readonly why: string;
  /** True where the provider keeps what Azure has as long as nothing is written. @default false */
  readonly computed?: boolean;
  /** With these written values nothing that happens outside replaces; `of` reads an argument. */
  readonly unless?: (of: (argument: string) => unknown) => boolean;
}

/** An argument that is changed outside, where a plan that changes it back replaces the resource. */
export interface Row {
  /** Through blocks without indices: `identity.type`. */
  readonly argument: string;
  readonly outside: Outside;
}

/** What was read of a type, and what is changed outside of what replaces it. */
export interface TypeRows {
  /** File of the schema, below `internal/services` of the provider's repository at tag v4.55.0. */
  readonly schema: string;
  readonly rows: readonly Row[];
  /** What changes in place, and is left alone with the rest: to change it back is refused, or undoes a repair. @default nothing */
  readonly along?: readonly { readonly argument: string; readonly why: string }[];
}
