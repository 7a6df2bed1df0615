import { drill } from "../../src/recreation/drill";
import { succession } from "../../src/recreation/succession";
import { type Changed, subjectWith } from "./subjects";

const textOf = (stage: Changed) => {
  const subject = subjectWith(stage);
  return drill(subject, succession(subject), `environments/orders.${stage}.yaml`);
};
const titlesOf = (text: string) => [...text.matchAll(/^## (.*)$/gm)].map(([, title = ""]) => title);
/** The part of a text under a heading. */
const under = (text: string, title: string) => {
  const start = text.indexOf(`## ${title}\n`);
  const end = text.indexOf("\n## ", start + 1);
  return text.slice(start, end < 0 ? undefined : end);
};

describe("the drill of a Pre-Production", () => {
  const text = textOf("pre-production");

  it("says how long the next generation takes to make", () => {
    expect(text).toContain(
      "Making one takes about 57 minutes of waiting (VPN gateway 45, app 2, application gateway 10).",
    );
  });

  it("makes the whole next generation, the certificate and the entry too, and leaves people and names as they are", () => {
    const second = titlesOf(text).filter((title) => title.startsWith("Generation 2: "));
    expect(second.map((title) => title.slice("Generation 2: ".length))).toEqual([
      "See that the subscription has room",
      "Apply platform",
      "Put the bootstrap image into build-registry",
      "Import the images from build-registry",
      "Seed the secrets",
      "Seed the entry's certificate",
      "Apply services",
      "Make the SQL roles of database",
      "Hand out the VPN profile",
      "Apply entry",
    ]);
  });

  it("takes the data out through one VPN and in through the other", () => {
    const restore = under(text, "Restore the data");
    const order = [
      "# Connect to the VPN of generation 1.",
      "pg_dump ",
      "# Connect to the VPN of generation 2,",
      "pg_restore ",
    ];
    expect(order.map((one) => restore.indexOf(one)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(true);
    expect(restore).toMatch(/azcopy copy "https:\/\/storderspreprodweug1\w+\.blob\S+\/files" copy --recursive/);
    expect(restore).toMatch(
      /azcopy copy "copy\/files\/\*" "https:\/\/storderspreprodweug2\w+\.blob\S+\/files" --recursive/,
    );
    expect(restore).toMatch(/rm -rf copy database\.dump$/m);
  });

  it("tells who knows the old addresses before the host names move", () => {
    const titles = titlesOf(text);
    expect(titles.indexOf("Move the entry") - titles.indexOf("Tell the others")).toBe(1);
    expect(under(text, "Move the entry")).toContain("for host in preprod.orders.example admin.orders.example; do");
  });

  it("destroys the entry first, with the domain that it asks for", () => {
    const lines = under(text, "Destroy generation 1").match(/^(?:TF_VAR_apps_domain=|export |terraform ).*$/gm);
    expect(lines).toEqual([
      'TF_VAR_apps_domain="$(terraform -chdir=stacks/orders-pre-production-platform output -raw apps_domain)"',
      "export TF_VAR_apps_domain",
      ...["entry", "services", "platform"].map(
        (role) => `terraform -chdir=stacks/orders-pre-production-${role} destroy`,
      ),
    ]);
  });
});

describe("the drill of a Production", () => {
  const text = textOf("production");

  it("neither makes nor destroys what is retained", () => {
    expect(titlesOf(text).filter((title) => title.includes("recovery"))).toEqual([]);
    expect(text).not.toMatch(/stacks\/orders-production-recovery/);
  });

  it("ends the backups of what goes before it goes, and keeps the copies", () => {
    const titles = titlesOf(text);
    expect(titles.indexOf("Destroy generation 1") - titles.indexOf("The copies stay")).toBe(1);
    const vault = /bvault-orders-prod-weu-g1\w+/.exec(text)?.[0];
    expect(under(text, "The copies stay").match(/stop-protection --name \S+/g)).toHaveLength(2);
    expect(under(text, "The copies stay")).toContain(`--vault-name ${vault} `);
    expect(under(text, "Restore the data")).toContain(`a copy is in ${vault}`);
  });

  it("looks for leftovers in the group of the data too, and not in that of the copies", () => {
    const groups = under(text, "See that nothing is left").match(/az group exists --name \S+/g) ?? [];
    expect(groups.map((one) => one.replace(/.*--name (rg-(?:data-)?orders).*/, "$1")).sort()).toEqual([
      "rg-data-orders",
      "rg-orders",
    ]);
  });
});
