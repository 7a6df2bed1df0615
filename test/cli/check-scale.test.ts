import { folderWith } from "../support/folder";
import { check, PLAN, poc } from "./checked";

describe("the Scale gate", () => {
  test("holds a plan of which nobody says how its second region is to stand by", async () => {
    const { code, out } = await check(folderWith(), "--plan", PLAN, "--gate", "scale");
    expect([code, out]).toEqual([
      1,
      expect.stringContaining(
        "How the second region is to stand by is in no plan, and there is no config that says it (RES-04)\n      Judge it together with its config, whose scale.mode says it.",
      ),
    ]);
  });

  test("asks the config of an earlier stage for the second region and for what justifies it", async () => {
    const { code, out } = await check(poc(), "poc", "--gate", "scale");
    expect([code, out]).toEqual([1, expect.not.stringContaining("cannot be judged yet")]);
    for (const line of [
      "    The second region is there as its mode says, and the move to it was drilled: evidence.failover-drilled, scale.mode, scale.region (RES-04)",
      "    The trigger that justifies a second region is recorded, with numbers: scale.trigger (RES-05)",
    ])
      expect(out).toContain(line);
  });
});
