/**
 * What a reader sees nothing of: white space; controls, format characters and what is not assigned; marks without a
 * letter; what Unicode says may be ignored when shown (fillers, joiners, selectors of variants); and symbols that are
 * blank by design.
 *
 * @see https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
const SEEN = /[^\p{White_Space}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}]/u;

/** True for a text in which somebody can see something: the least that a reason, a name or a decision must be. */
export function saysSomething(text: unknown): text is string {
  return typeof text === "string" && SEEN.test(text);
}
