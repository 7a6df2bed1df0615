import type { EvidenceEntry } from "../../../src/evidence/entry";

/** Evidence of a small team at `orders-pre-production`, from 1 March to 30 May 2027: its longest reach. */
export const smallTeam = (changes: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  fact: "small-team",
  env: "orders-pre-production",
  by: "ada@orders.example",
  date: "2027-03-01",
  link: "https://wiki.orders.example/small-team",
  until: "2027-05-30",
  ...changes,
});
