const MINUTES: Readonly<Record<string, number>> = {
  m: 1,
  min: 1,
  minute: 1,
  h: 60,
  hour: 60,
  d: 1440,
  day: 1440,
  w: 10_080,
  week: 10_080,
};
const WORDS = /^(?:\d+(?:\.\d+)? ?[a-z]+)(?:(?:,| and)? \d+(?:\.\d+)? ?[a-z]+)*$/;
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
/** Minutes of what stands between the letters above; a month is 30 days, a year 365. */
const ISO_MINUTES = [525_600, 43_200, 10_080, 1440, 60, 1];

/**
 * Minutes of a duration: `8 hours`, `1 hour 30 minutes`, `1:30` (hours and minutes), `PT8H`, or a number, which is
 * minutes. `undefined` for anything else.
 */
export function minutesOf(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? value : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const iso = ISO.exec(text);
  if (iso && text.length > 2 && !text.endsWith("T")) {
    const amounts = iso.slice(1).map((one) => Number(one ?? 0));
    return ISO_MINUTES.reduce((sum, minutes, at) => sum + minutes * (amounts[at] ?? 0), 0);
  }
  return words(text.toLowerCase());
}

function words(text: string): number | undefined {
  if (!WORDS.test(text)) return undefined;
  let sum = 0;
  for (const [, amount, unit = ""] of text.matchAll(/(?<!\d)(\d+(?:\.\d+)?) ?([a-z]+)/g)) {
    if (unit === "and") return undefined;
    const minutes = MINUTES[unit] ?? MINUTES[unit.replace(/s$/, "")];
    if (minutes === undefined) return undefined;
    sum += Number(amount) * minutes;
  }
  return sum;
}

function counted(amount: number, unit: string): string {
  return amount === 0 ? "" : `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

/** Minutes as words, days for what is longer than two of them: `4 hours 30 minutes`. */
export function durationText(minutes: number): string {
  const whole = Math.ceil(minutes);
  if (whole === 0) return "nothing";
  const days = whole >= 2 * 1440 ? Math.floor(whole / 1440) : 0;
  const rest = whole - days * 1440;
  return [counted(days, "day"), counted(Math.floor(rest / 60), "hour"), counted(rest % 60, "minute")]
    .filter(Boolean)
    .join(" ");
}
