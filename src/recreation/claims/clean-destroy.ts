import type { Claim, Says } from "../claim";
import type { Subject } from "../subject";
import { blockers } from "./destroy/blockers";
import { dataPlane } from "./destroy/data-plane";
import { locks } from "./destroy/locks";
import { order } from "./destroy/order";
import { platformRules } from "./destroy/platform-rules";

/** Whatever stands in the way of a destroy at this stage, and whether it happens in an order that Azure accepts. */
export const cleanDestroy: Claim = {
  id: "clean-destroy",
  title: "Terraform can destroy it in an order that Azure accepts, with nothing in the way",
  check(subject: Subject, say: Says) {
    order(subject, say);
    locks(subject, say);
    blockers(subject, say);
    platformRules(subject, say);
    dataPlane(subject, say);
  },
};
