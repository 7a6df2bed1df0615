import { tmpdir } from "node:os";
import { ROOT, run } from "../package/installed";

test("npm start shows the ladder under its headings, from any folder", () => {
  const { code, out } = run(tmpdir(), "npm", "--prefix", ROOT, "--silent", "start");
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^orders-poc +2 +\d+ +web +~\d+ USD +80 /m) });
  const order = ["Synthesize", "Promote", "Prove", "Check"];
  const headings = [...out.matchAll(/^(\w+)\n=+$/gm)].map(([, title]) => title!);
  expect(headings).toEqual(order.filter((title) => headings.includes(title)));
}, 60_000);

test("the cdktf app of this repository runs with the command in cdktf.json", () => {
  const { app } = require("../../cdktf.json") as { app: string };
  const { code, out } = run(
    ROOT,
    "sh",
    "-c",
    `out="$(mktemp -d)" && CDKTF_OUTDIR="$out" ${app} && ls "$out/stacks"; rm -rf "$out"`,
  );
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringContaining("orders-poc-platform\norders-poc-services\n"),
  });
}, 60_000);
