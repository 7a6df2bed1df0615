import { FORMATS } from "../../src/report/render";
import { folderWith } from "../support/folder";
import { check, PLAN, poc } from "./checked";

const SAYS = "The Scale gate does not judge yet the entry (NET-05, NET-07), its origins (NET-12), the second region";

describe("the Scale gate says that it cannot judge yet, and holds", () => {
  test.each(Object.keys(FORMATS))("a plan, as %s", async (format) => {
    const { code, out } = await check(folderWith(), "--plan", PLAN, "--gate", "scale", "--format", format);
    expect([code, plain(out)]).toEqual([1, expect.stringContaining(SAYS)]);
  });

  test.each(Object.keys(FORMATS))("a config, as %s", async (format) => {
    const { code, out } = await check(poc(), "poc", "--gate", "scale", "--format", format);
    expect([code, plain(out)]).toEqual([1, expect.stringContaining(SAYS)]);
  });

  test("and lists what cannot be judged apart from what somebody can answer", async () => {
    const { out } = await check(poc(), "poc", "--gate", "scale");
    expect(out).toMatch(/^Between this POC and Scale: \d+ controls\. .*, 3 cannot be judged yet\.$/m);
    expect(out).toContain(
      [
        "  cannot be judged yet",
        "    Every origin of the entry is a private link to an environment whose public side is off: entry.origins (NET-12)",
        "    The second region is there as its mode says, and the move to it was drilled: regions (RES-04)",
        "    The trigger that justifies a second region is recorded, with numbers: trigger (RES-05)",
      ].join("\n"),
    );
  });
});

/** Without what a format does to make text inert. */
function plain(text: string): string {
  return text.replaceAll("\\", "").replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
