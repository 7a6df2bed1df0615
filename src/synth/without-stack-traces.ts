/**
 * Runs a function while nothing asks for a stack trace. cdktf takes one for every token, at full depth whatever
 * `Error.stackTraceLimit` says, which is more than half of the time that building a stack takes; nothing of it is used
 * here. Errors that are thrown meanwhile keep their stacks.
 */
export function withoutStackTraces<T>(build: () => T): T {
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = () => {};
  try {
    return build();
  } finally {
    Error.captureStackTrace = capture;
  }
}
