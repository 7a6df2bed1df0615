import { STANCES } from "../../stages/stances";
import { addDays, daysBetween, isDate } from "../dates";
import type { Check } from "./draft";

/** REC-02: a POC ends after it began, and within the days that the stance allows. */
export const lifetime: Check = ({ stage, created, expires }) => {
  if (stage !== "poc" || typeof created !== "string" || typeof expires !== "string") return [];
  if (!isDate(created) || !isDate(expires)) return [];
  const { maxDays } = STANCES.poc.lifetime;
  const days = daysBetween(created, expires);
  const place = ["expires"];
  if (days <= 0)
    return [
      {
        place,
        says: `expires must be after created (${created}), got ${expires}`,
        fix: "Name the day on which the POC may be deleted.",
        control: "REC-02",
      },
    ];
  if (days > maxDays)
    return [
      {
        place,
        says: `expires must be at most ${maxDays} days after created at POC, got ${expires}, ${days} days`,
        fix: `Name a day up to ${addDays(created, maxDays)}; what must live longer is a Pilot.`,
        control: "REC-02",
      },
    ];
  return [];
};
