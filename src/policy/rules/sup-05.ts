import { billsOfMaterials, namedImages } from "../facts/bills-of-materials";
import { rule } from "../rule";

export const sup05 = rule({
  control: "SUP-05",
  title: "Every image that runs has a bill of materials",
  why: "When a library turns out to be broken, the question is which images hold it, and it is asked at night.",
  fix: "Add sbom evidence whose measured.digest, or measured.digests, names the image, with a link to the document.",
  severity: "medium",
  since: "pre-production",
  types: [],
  needs: ["config", "evidence", "today"],
  check(context) {
    const bills = billsOfMaterials(context);
    for (const { path, image, digest } of namedImages(context)) {
      const bill = digest === undefined ? undefined : bills.get(digest);
      if (bill?.state === "present") context.pass("config", path, `${image} has a bill of materials.`);
      else if (digest === undefined) context.fail("config", path, `${image} has no digest for a bill of materials.`);
      else if (bill) context.fail("config", path, `The bill of materials of ${image} ${bill.why}.`);
      else context.fail("config", path, `No evidence names a bill of materials of ${image}.`);
    }
  },
});
