import { join } from "node:path";
import { runCli } from "../support/run-cli";

const ENVIRONMENTS = join(__dirname, "../../examples/full-ladder/environments");
const told = (...args: string[]) => runCli("report", ...args, "--section", "promise", "--environments", ENVIRONMENTS);

describe("gatewright report --section promise", () => {
  test("holds each line of the promise against what the topology can keep, and what the last drill measured", async () => {
    const { code, out } = await told("production", "--today", "2027-06-14");
    expect(code).toBe(0);
    expect(out.split("\n\n").slice(0, 2).join("\n\n")).toBe(
      [
        "# What orders-production promises, and what it can keep",
        "",
        "| promise | promised | verdict | can keep | why |",
        "| --- | --- | --- | --- | --- |",
        "| availability | 99.5 % | kept | 99.9 % | The path of web composes to 99.9 %. |",
        "| data that may be lost (RPO) | 1 hour | kept | 10 minutes | The last restore drill lost 10 minutes of data. |",
        "| time until it is back (RTO) | 8 hours | kept | 3 hours | The last restore drill had azurerm\\_postgresql\\_flexible\\_server.database-database back after 3 hours. |",
        "| planned downtime | Sundays 02:00-04:00 UTC | kept |  | Maintenance of the databases falls into Sundays 02:00-04:00 UTC. |",
      ].join("\n"),
    );
  });

  test("calls the recovery time an estimate when the drill is too old to count", async () => {
    const { out } = await told("production", "--today", "2027-12-01");
    expect(/^\| time until it is back \(RTO\) \| 8 hours \| (\w+) \|/m.exec(out)?.[1]).toBe("unproven");
  });

  test("names the sources of its figures", async () => {
    const { out } = await told("production", "--format", "json", "--today", "2027-06-14");
    const [{ promise }] = JSON.parse(out);
    for (const { line, sources } of promise.lines) expect([line, sources.length > 0]).toEqual([line, true]);
  });

  test("is refused for an environment that promises nothing", async () => {
    expect(await told("poc")).toMatchObject({
      code: 2,
      err: "orders-poc promises nothing: a promise is made from Production on\n    Name a Production, or another section.\n",
    });
  });
});
