const FIELDS = [
  { name: "minute", min: 0, max: 59 },
  { name: "hour", min: 0, max: 23 },
  { name: "day of month", min: 1, max: 31 },
  { name: "month", min: 1, max: 12 },
  { name: "day of week", min: 0, max: 6 },
] as const;

/** Days of the months, in a leap year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * True for an expression whose day is in none of its months, such as `0 2 31 2 *`. Where the weekday is restricted too, one
 * of both is enough, so that it runs.
 */
export function neverRuns(expression: string): boolean {
  const [, , days = "", months = "", weekdays = ""] = expression.trim().split(/\s+/);
  if (!/^\*(?:\/1)?$/.test(weekdays)) return false;
  const first = Math.min(...valuesOf(days, 1, 31));
  return valuesOf(months, 1, 12).every((month) => first > DAYS[month - 1]!);
}

/** The values that a valid field names. */
function valuesOf(field: string, min: number, max: number): number[] {
  return field.split(",").flatMap((item) => {
    const [range = "", step] = item.split("/");
    const [from = "*", to] = range.split("-");
    const start = from === "*" ? min : Number(from);
    const end = to !== undefined ? Number(to) : from === "*" || step !== undefined ? max : start;
    const values = Array.from({ length: end - start + 1 }, (_, index) => start + index);
    return values.filter((_, index) => index % Number(step ?? 1) === 0);
  });
}

/**
 * What is wrong with a five-field cron expression (UTC), or `undefined` when Container Apps accepts it.
 *
 * @see https://learn.microsoft.com/azure/container-apps/jobs#scheduled-jobs
 */
export function cronProblem(expression: string): string | undefined {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== FIELDS.length)
    return `a cron expression of five fields (minute hour day month weekday, UTC); it has ${fields.length}`;
  for (const [index, field] of FIELDS.entries()) {
    const text = fields[index] ?? "";
    for (const item of text.split(",")) {
      const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item);
      const numbers = [match?.[1], match?.[2]].filter((n) => n !== undefined).map(Number);
      const outside = numbers.some((n) => n < field.min || n > field.max);
      if (!match || outside || match[3] === "0" || (numbers.length === 2 && numbers[0]! > numbers[1]!))
        return `a cron expression whose ${field.name} is within ${field.min}-${field.max}; "${text}" is not`;
    }
  }
  return undefined;
}
