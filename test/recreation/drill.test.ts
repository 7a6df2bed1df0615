import { drill } from "../../src/recreation/drill";
import { succession } from "../../src/recreation/succession";
import { subjectWith } from "./subjects";

const subject = subjectWith("pilot");
const text = drill(subject, succession(subject), "environments/orders.pilot.yaml");
const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, body = ""]) => body);
const names = new Set(
  [...subject.graph.managed(), ...subject.next.graph.managed()].flatMap((one) => one.text("name") ?? []),
);

test("a drill makes the next generation, restores, moves the entry, and only then destroys the old one", () => {
  const titles = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(titles.filter((title) => !/^Generation \d: /.test(title ?? ""))).toEqual([
    "Start bash",
    "Take a copy of the repository and a scratch subscription",
    "Write generation 1",
    "Put something in that you can find again",
    "Write generation 2",
    "Restore the data",
    "Move the entry",
    "Look before anything goes",
    "Destroy generation 1",
    "See that nothing is left",
    "Record it",
    "Clean up",
  ]);
  expect(titles.indexOf("Generation 2: Apply services")).toBeGreaterThan(titles.indexOf("Write generation 2"));
  expect(titles).not.toContain("Generation 2: Migrate database");
});

test("it names this environment's resources and no others", () => {
  const named =
    blocks.join("\n").match(/\b[a-z]+-[a-z0-9-]*-?weu-g\d[a-z0-9]{4}\b|\b(?:st|acr)orders[a-z0-9]+\b/g) ?? [];
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((name) => !names.has(name))).toEqual([]);
});

test("it copies every database and every container, from the old generation into the new one", () => {
  const [from, to] = [subject, subject.next].map(({ graph }) =>
    graph.of("azurerm_postgresql_flexible_server")[0]?.text("name"),
  );
  const commands = blocks.join("");
  expect(commands).toContain(`pg_dump --host=${from}.postgres.database.azure.com`);
  expect(commands).toContain(`pg_restore --host=${to}.postgres.database.azure.com`);
  expect(commands).toMatch(
    /azcopy copy "https:\/\/storderspilotweug1\w+\.blob\.core\.windows\.net\/files" "https:\/\/storderspilotweug2\w+\.blob/,
  );
});

test("stacks go in the reverse order, by Terraform, in a subscription for drills", () => {
  const destroys = text
    .slice(text.indexOf("## Destroy generation 1"), text.indexOf("## See that"))
    .match(/stacks\/\S+/g);
  expect(destroys).toEqual(["domains", "services", "platform"].map((role) => `stacks/orders-pilot-${role}`));
  expect(text).not.toContain("az group delete");
  expect(text).not.toContain("az account set --subscription orders-customers");
});

test("each of its scripts is a script", () => {
  for (const block of blocks)
    expect(block.split("\n").filter((line) => (line.match(/"/g) ?? []).length % 2 === 1)).toEqual([]);
});
