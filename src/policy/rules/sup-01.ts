import { imagesOf, pinning, RUNNING } from "../../plan/images";
import { rule } from "../rule";

export const sup01 = rule({
  control: "SUP-01",
  title: "Images are pinned: a version at a POC, a digest from the Pilot",
  why: "A tag that moves runs something tomorrow that nobody tested today.",
  fix: "Name the image by version, and from the Pilot by digest: name@sha256:…",
  severity: "high",
  since: "poc",
  types: RUNNING,
  needs: ["plan"],
  check(context) {
    const digest = context.stance.images.pinning === "digest";
    for (const one of context.resources())
      for (const { container, path, image } of imagesOf(one)) {
        const how = image === undefined ? "unknown" : pinning(image);
        if (how === "unknown") context.unknown(container, path);
        else if (how === "digest" || (how === "tag" && !digest)) context.pass(container, path);
        else if (how === "tag") context.fail(container, path, `${image} is named by tag instead of by digest.`);
        else context.fail(container, path, `${image} ${how === "latest" ? "is latest" : "has no version"}.`);
      }
  },
});
