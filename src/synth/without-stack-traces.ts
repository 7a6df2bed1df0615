/**
 * Runs a function while errors record no stack. cdktf creates an error for every token only to keep its stack, which is
 * about half of the time that building a stack takes; nothing of it is used here.
 */
export function withoutStackTraces<T>(build: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return build();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
