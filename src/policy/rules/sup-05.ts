import { BOOTSTRAP_IMAGE } from "../../config/bootstrap-image";
import { namedImages } from "../../evidence/images";
import { imagesOf, RUNNING } from "../../plan/images";
import { billsOfMaterials } from "../helpers/bills-of-materials";
import { type RuleContext, rule } from "../rule";

/** Images that run although the config does not name them, of an extension for example; ours brings the database up. */
function judgeOthers(context: RuleContext, bills: ReturnType<typeof billsOfMaterials>): void {
  const named = new Set([BOOTSTRAP_IMAGE.digest, ...namedImages(context.config).map(({ digest }) => digest)]);
  for (const workload of context.graph.of(...RUNNING))
    for (const { container, path, image } of imagesOf(workload)) {
      const digest = image === undefined ? undefined : /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
      if (digest === undefined || named.has(digest)) continue;
      const bill = bills.get(digest);
      if (bill?.state === "present") context.pass(container, path);
      else if (bill) context.fail(container, path, `The bill of materials of ${image} ${bill.why}.`);
      else context.fail(container, path, `No evidence names a bill of materials of ${image}.`);
    }
}

export const sup05 = rule({
  control: "SUP-05",
  title: "Every image that runs has a bill of materials",
  why: "When a library turns out to be broken, the question is which images hold it, and it is asked at night.",
  fix: "Add sbom evidence whose measured.digest, or measured.digests, names the image, with a link to the document.",
  severity: "medium",
  since: "pre-production",
  types: RUNNING,
  needs: ["config", "evidence", "today"],
  check(context) {
    const bills = billsOfMaterials(context);
    for (const { path, image, digest } of namedImages(context.config)) {
      const bill = digest === undefined ? undefined : bills.get(digest);
      if (bill?.state === "present") context.pass("config", path, `${image} has a bill of materials.`);
      else if (digest === undefined) context.fail("config", path, `${image} has no digest for a bill of materials.`);
      else if (bill) context.fail("config", path, `The bill of materials of ${image} ${bill.why}.`);
      else context.fail("config", path, `No evidence names a bill of materials of ${image}.`);
    }
    judgeOthers(context, bills);
  },
});
