import { internetPaths } from "../graph/exposure";
import { rule } from "../rule";

export const net05 = rule({
  control: "NET-05",
  title: "There is exactly one path from the Internet, and it is the entry",
  why: "Every other way in is one that the firewall, the logs and the people on call do not see.",
  fix: "Keep one HTTPS listener of the gateway; close every other path.",
  severity: "high",
  since: "pre-production",
  types: ["*"],
  needs: ["plan"],
  neverWaived: true,
  check(context) {
    const frontDoor = context.gate === "scale";
    const entry = frontDoor ? "front-door" : "gateway-listener";
    const regional = (kind: string) => frontDoor && kind === "gateway-listener";
    let found = 0;
    for (const { kind, part, path, says, uncertain } of internetPaths(context.graph)) {
      const at = path === "" ? "name" : path;
      if (kind === "gateway-redirect" || regional(kind)) context.pass(part, at, `It ${says}.`);
      else if (uncertain) context.unknown(part, at, `Whether it ${says} is not known before apply.`);
      else if (kind === entry && ++found === 1) context.pass(part, at, `It is the entry: it ${says}.`);
      else if (kind === entry) context.fail(part, at, `It is a second entry: it ${says}.`);
      else context.fail(part, at, `It is a path beside the entry: it ${says}.`);
    }
  },
});
