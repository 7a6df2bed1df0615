import type { Rule } from "./rule";
import { chg01 } from "./rules/chg-01";
import { chg02 } from "./rules/chg-02";
import { chg03 } from "./rules/chg-03";
import { cst01 } from "./rules/cst-01";
import { cst02 } from "./rules/cst-02";
import { cst03 } from "./rules/cst-03";
import { dat01 } from "./rules/dat-01";
import { dat02 } from "./rules/dat-02";
import { dat03 } from "./rules/dat-03";
import { dat04 } from "./rules/dat-04";
import { dat05 } from "./rules/dat-05";
import { dat06 } from "./rules/dat-06";
import { dat07 } from "./rules/dat-07";
import { dat08 } from "./rules/dat-08";
import { gov01 } from "./rules/gov-01";
import { gov02 } from "./rules/gov-02";
import { gov03 } from "./rules/gov-03";
import { gov04 } from "./rules/gov-04";
import { gov05 } from "./rules/gov-05";
import { iam01 } from "./rules/iam-01";
import { iam02 } from "./rules/iam-02";
import { iam03 } from "./rules/iam-03";
import { iam04 } from "./rules/iam-04";
import { iam05 } from "./rules/iam-05";
import { inc01 } from "./rules/inc-01";
import { inc02 } from "./rules/inc-02";
import { inc03 } from "./rules/inc-03";
import { inc04 } from "./rules/inc-04";
import { net01 } from "./rules/net-01";
import { net02 } from "./rules/net-02";
import { net03 } from "./rules/net-03";
import { net04 } from "./rules/net-04";
import { net05 } from "./rules/net-05";
import { net06 } from "./rules/net-06";
import { net07 } from "./rules/net-07";
import { net08 } from "./rules/net-08";
import { net09 } from "./rules/net-09";
import { net10 } from "./rules/net-10";
import { net11 } from "./rules/net-11";
import { net12 } from "./rules/net-12";
import { obs01 } from "./rules/obs-01";
import { obs02 } from "./rules/obs-02";
import { obs03 } from "./rules/obs-03";
import { obs04 } from "./rules/obs-04";
import { rec01 } from "./rules/rec-01";
import { rec02 } from "./rules/rec-02";
import { rec03 } from "./rules/rec-03";
import { rec04 } from "./rules/rec-04";
import { rec05 } from "./rules/rec-05";
import { rec07 } from "./rules/rec-07";
import { rec08 } from "./rules/rec-08";
import { rec09 } from "./rules/rec-09";
import { rec10 } from "./rules/rec-10";
import { res01 } from "./rules/res-01";
import { res02 } from "./rules/res-02";
import { res03 } from "./rules/res-03";
import { res04 } from "./rules/res-04";
import { res05 } from "./rules/res-05";
import { sec01 } from "./rules/sec-01";
import { sec02 } from "./rules/sec-02";
import { sec03 } from "./rules/sec-03";
import { sec04 } from "./rules/sec-04";
import { sec05 } from "./rules/sec-05";
import { sup01 } from "./rules/sup-01";
import { sup02 } from "./rules/sup-02";
import { sup03 } from "./rules/sup-03";
import { sup04 } from "./rules/sup-04";
import { sup05 } from "./rules/sup-05";

/** Every rule of the product, by control id. The folder `rules` is the list; a test holds the two together. */
export const RULES: readonly Rule[] = [
  chg01,
  chg02,
  chg03,
  cst01,
  cst02,
  cst03,
  dat01,
  dat02,
  dat03,
  dat04,
  dat05,
  dat06,
  dat07,
  dat08,
  gov01,
  gov02,
  gov03,
  gov04,
  gov05,
  iam01,
  iam02,
  iam03,
  iam04,
  iam05,
  inc01,
  inc02,
  inc03,
  inc04,
  net01,
  net02,
  net03,
  net04,
  net05,
  net06,
  net07,
  net08,
  net09,
  net10,
  net11,
  net12,
  obs01,
  obs02,
  obs03,
  obs04,
  rec01,
  rec02,
  rec03,
  rec04,
  rec05,
  rec07,
  rec08,
  rec09,
  rec10,
  res01,
  res02,
  res03,
  res04,
  res05,
  sec01,
  sec02,
  sec03,
  sec04,
  sec05,
  sup01,
  sup02,
  sup03,
  sup04,
  sup05,
];

/** The rule of a control. */
export function ruleOf(control: string): Rule | undefined {
  return RULES.find((one) => one.control === control);
}
