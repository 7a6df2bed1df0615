import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironment, loadEnvironments } from "../../src/config/load";
import { folderWith } from "../support/folder";
import { asYaml, pocConfig } from "../support/poc-config";
import { problemsOf, problemsOfFile, refusal } from "../support/problems";

describe("a file that is no environment is refused in a sentence", () => {
  test("one that does not exist", () => {
    expect(refusal(() => loadEnvironment("environments/none.poc.yaml"))).toBe(
      "environments/none.poc.yaml does not exist\n    Name an environment file, such as environments/orders.poc.yaml.",
    );
  });

  test("a folder", () => {
    const folder = folderWith();
    mkdirSync(join(folder, "orders.poc.yaml"));
    const file = join(folder, "orders.poc.yaml");
    expect(refusal(() => loadEnvironment(file))).toBe(
      `${file} is a folder, not a file\n    Name one of the files in it.`,
    );
  });

  test.each(["", "\n \n"])("an empty one: %j", (text) => {
    const file = join(folderWith({ "orders.poc.yaml": text }), "orders.poc.yaml");
    expect(refusal(() => loadEnvironment(file))).toBe(
      `${file} is empty\n    Run \`gatewright init <product>\` for a file to start from.`,
    );
  });

  test.each(["# nothing yet\n", "---\n", "null\n", "~\n"])("one without content: %j", (text) => {
    const file = join(folderWith({ "orders.poc.yaml": text }), "orders.poc.yaml");
    expect(refusal(() => loadEnvironment(file))).toBe(
      `${file} holds only comments\n    Run \`gatewright init <product>\` for a file to start from.`,
    );
  });

  test("one byte over 1 MB, and exactly 1 MB is read", () => {
    const yaml = asYaml(pocConfig());
    const filled = (bytes: number) => `${yaml}#${"x".repeat(bytes - yaml.length - 1)}`;
    const folder = folderWith({ "orders.poc.yaml": filled(1_000_001) });
    const file = join(folder, "orders.poc.yaml");
    expect(refusal(() => loadEnvironment(file))).toBe(
      `${file} is larger than 1 MB\n    An environment config is a few dozen lines; is this the right file?`,
    );
    writeFileSync(file, filled(1_000_000));
    expect(loadEnvironment(file).config.workload).toBe("orders");
  });

  test.each([
    ["a list", "- workload: orders\n", "a list"],
    ["a text", "orders\n", '"orders"'],
    ["a number", "42\n", "42"],
  ])("%s", (_, text, got) => {
    expect(problemsOfFile(text)).toBe(
      `orders.poc.yaml:1:1  an environment config must be a mapping, got ${got}\n    Start with workload, stage, location and owner.`,
    );
  });

  test.each([
    [null, "null"],
    [undefined, "nothing"],
    [[], "an empty list"],
    ["orders", '"orders"'],
  ])("an object that is %p", (config, got) => {
    expect(problemsOf(config)).toBe(
      `an environment config must be a mapping, got ${got}\n    Start with workload, stage, location and owner.`,
    );
  });
});

describe("YAML that does not parse is told with its place, in the product's words", () => {
  const INVALID = "the file is not valid YAML:";
  const yaml = asYaml(pocConfig());

  test.each([
    [
      "an open bracket",
      "owners: [ada\n",
      "12:1",
      `a bracket or brace is opened and not closed, or its content is indented too little\n    Close it, or indent what is inside.`,
    ],
    [
      "two colons",
      "note: this: that\n",
      "11:7",
      `a value that holds a colon, or a line that is indented differently from its neighbours\n    Put the value in quotes, or line the keys up.`,
    ],
    ["a tab", "\tnote: x\n", "11:1", `a line is indented with a tab\n    Indent with spaces.`],
    [
      "an at sign",
      "note: @ada\n",
      "11:7",
      "a value starts with @, %, ` or another reserved character\n    Put the value in quotes.",
    ],
    [
      "an open quote",
      'note: "ada\n',
      "12:1",
      `a quote, bracket, brace or colon is missing\n    Add it here or on a line above.`,
    ],
    [
      "a backslash",
      'note: "C:\\data"\n',
      "11:10",
      `a backslash in double quotes\n    Use single quotes, or write the backslash twice.`,
    ],
    [
      "an asterisk",
      "note: *ada\n",
      "11:7",
      `a value starts with *, which refers to an anchor that does not exist\n    Put the value in quotes.`,
    ],
    [
      "a tag",
      "note: !ada x\n",
      "11:7",
      `a value starts with an exclamation mark, which makes it a tag\n    Put the value in quotes.`,
    ],
    [
      "two documents",
      "---\nworkload: orders\n",
      "11:1",
      `it holds more than one document\n    Keep one environment a file, without --- between them.`,
    ],
  ])("%s", (_, more, position, text) => {
    const lines = yaml
      .trimEnd()
      .split("\n")
      .filter((line) => !/^ /.test(line) && !/^(decisions|logging|services):/.test(line));
    const filler = ["a: 1", "b: 2", "c: 3"];
    const ten = [...lines, ...filler].slice(0, 10).join("\n");
    expect(problemsOfFile(`${ten}\n${more}`)).toBe(`orders.poc.yaml:${position}  ${INVALID} ${text}`);
  });

  test("a key that stands twice", () => {
    expect(problemsOfFile("workload: orders\nstage: poc\nworkload: shop\n")).toBe(
      'orders.poc.yaml:3:1  "workload" is written twice in the same place\n    Keep one of the two, or give them different names.',
    );
    expect(problemsOfFile("services:\n  web: { port: 80 }\n  api: { port: 81 }\n  web: { port: 82 }\n")).toBe(
      'orders.poc.yaml:4:3  "web" is written twice in the same place\n    Keep one of the two, or give them different names.',
    );
  });

  test("text that was pasted by mistake is not repeated", () => {
    const pasted = ["hunter", "2hunter", "2"].join("");
    for (const text of [
      `note: *${pasted}`,
      `note: !${pasted} x`,
      `- a\n${pasted}: 1`,
      `a: |${pasted}\n`,
      `a: "x" ${pasted}`,
    ])
      expect(problemsOfFile(text)).toMatch(/^orders\.poc\.yaml:\d+:\d+ {2}the file is not valid YAML: (?!.*hunter)/);
  });

  test("a file that multiplies itself through aliases", () => {
    const layers = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let n = 1; n < 9; n++)
      layers.push(
        `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(", ")}]`,
      );
    expect(problemsOfFile(layers.join("\n"))).toBe(
      "orders.poc.yaml:1:1  the file repeats itself through too many YAML aliases\n    Write the values out.",
    );
  });

  test("a file that holds itself", () => {
    expect(problemsOfFile("workload: orders\nstage: poc\nservices: &all\n  web: *all\n")).toBe(
      "orders.poc.yaml:4:8  the file is not valid YAML: a value refers to a mapping or list that it is part of\n    Write the value out.",
    );
  });

  test("dates, version numbers and words such as on and no stay what was written", () => {
    const text = asYaml(pocConfig()).replace(
      "exposure: public",
      "exposure: public\n    env: { A: no, B: on, C: 010, D: 2026-11-21 }",
    );
    const folder = folderWith({ "orders.poc.yaml": text });
    const { config } = loadEnvironment(join(folder, "orders.poc.yaml"));
    expect(config.created).toBe("2026-11-21");
    expect(config.services["web"]!.env).toEqual({ A: "no", B: "on", C: 10, D: "2026-11-21" });
  });
});

describe("a file's name says what is in it", () => {
  test("another workload or stage is told at the workload", () => {
    const text = `# the shop\n${asYaml(pocConfig())}`;
    expect(problemsOfFile(text, "shop.poc.yaml")).toBe(
      "shop.poc.yaml:2:1  the file is named shop.poc.yaml but holds orders at poc\n    Rename it to orders.poc.yaml, or correct workload and stage.",
    );
    expect(problemsOfFile(text, "orders.pilot.yaml")).toBe(
      "orders.pilot.yaml:2:1  the file is named orders.pilot.yaml but holds orders at poc\n    Rename it to orders.poc.yaml, or correct workload and stage.",
    );
  });

  test("both endings of YAML are right", () => {
    expect(problemsOfFile(asYaml(pocConfig()), "orders.poc.yml")).toBe("");
    expect(problemsOfFile(asYaml(pocConfig()), "orders.poc.yaml")).toBe("");
  });

  test("it is told among the other problems of the file", () => {
    const text = asYaml(pocConfig({ workload: undefined, flavour: "mild", owner: "ada" })).replace(
      "owner",
      "workload: shop\nowner",
    );
    expect(problemsOfFile(text).match(/^\S+/gm)).toEqual([
      "orders.poc.yaml:3:1",
      "orders.poc.yaml:4:1",
      "orders.poc.yaml:17:1",
    ]);
  });

  test("two files of one environment are refused", () => {
    const folder = folderWith({ "orders.poc.yaml": asYaml(pocConfig()), "orders.poc.yml": asYaml(pocConfig()) });
    expect(refusal(() => loadEnvironments([], folder)).replaceAll(`${folder}/`, "")).toBe(
      "orders.poc.yaml and orders.poc.yml both hold orders-poc\n    Keep one of the two.",
    );
  });
});

describe("the last generation", () => {
  test("is the one before the last that names have room for: the proof makes one more", () => {
    expect(problemsOfFile(asYaml(pocConfig({ generation: 998 })))).toBe("");
    expect(problemsOfFile(asYaml(pocConfig({ generation: 999 })))).toMatch(
      /^orders\.poc\.yaml:\d+:1 {2}generation must be between 1 and 998, got 999\n {4}The next generation could not be proved: names have room for three digits\. Give the workload a new name\. {3}\(REC-09\)$/,
    );
  });
});

describe("a file that is no UTF-8 text names what it is", () => {
  const yaml = asYaml(pocConfig());
  const utf16 = Buffer.from(yaml, "utf16le");
  const swapped = Buffer.from(utf16).swap16();
  const mark = (...bytes: number[]) => Buffer.from(bytes);
  const IN = (encoding: string) => ` is in ${encoding}, and only UTF-8 is read\n    Save it as UTF-8.`;

  test.each<[what: string, bytes: Buffer, says: string]>([
    ["UTF-16 LE with a mark", Buffer.concat([mark(0xff, 0xfe), utf16]), IN("UTF-16 LE")],
    ["UTF-16 BE with a mark", Buffer.concat([mark(0xfe, 0xff), swapped]), IN("UTF-16 BE")],
    ["UTF-16 LE without one", utf16, IN("UTF-16 LE")],
    ["UTF-16 BE without one", swapped, IN("UTF-16 BE")],
    ["UTF-32 LE", mark(0xff, 0xfe, 0, 0, 0x77, 0, 0, 0), IN("UTF-32 LE")],
    ["a mark and nothing else", mark(0xff, 0xfe), IN("UTF-16 LE")],
    [
      "CR alone",
      Buffer.from(yaml.replaceAll("\n", "\r")),
      " ends its lines with CR alone, as Macs did before 2001\n    Save it with LF, or CR LF, at the end of every line.",
    ],
    [
      "CR alone in one line",
      Buffer.from(yaml.replace("stage: poc\n", "stage: poc\r")),
      " ends line 2 with CR alone, as Macs did before 2001\n    Save it with LF, or CR LF, at the end of every line.",
    ],
    [
      "Latin-1",
      Buffer.from(yaml.replace("orders/web", "ördérs/web"), "latin1"),
      ` is not UTF-8: line ${yaml.slice(0, yaml.indexOf("orders/web")).split("\n").length} holds bytes of another encoding, most often Windows-1252 or Latin-1\n    Save it as UTF-8.`,
    ],
    [
      "a letter that is cut off",
      Buffer.concat([Buffer.from(yaml), mark(0xc3)]),
      ` is not UTF-8: line ${yaml.split("\n").length} holds bytes of another encoding, most often Windows-1252 or Latin-1\n    Save it as UTF-8.`,
    ],
    [
      "a zero byte",
      Buffer.from(yaml.replace("stage", "st\0age")),
      " is not text: line 2 holds a zero byte\n    Is this the right file?",
    ],
  ])("%s", (_, bytes, says) => {
    const file = join(folderWith({ "orders.poc.yaml": "" }), "orders.poc.yaml");
    writeFileSync(file, bytes);
    expect(refusal(() => loadEnvironment(file))).toBe(`${file}${says}`);
  });

  test.each<[what: string, bytes: Buffer]>([
    ["UTF-8 with its mark", Buffer.concat([mark(0xef, 0xbb, 0xbf), Buffer.from(yaml)])],
    ["CR LF", Buffer.from(yaml.replaceAll("\n", "\r\n"))],
    ["letters beyond ASCII", Buffer.from(`# Größe ✓ 𝄞\n${yaml}`)],
  ])("%s is read", (_, bytes) => {
    const file = join(folderWith({ "orders.poc.yaml": "" }), "orders.poc.yaml");
    writeFileSync(file, bytes);
    expect(loadEnvironment(file).config.workload).toBe("orders");
  });
});

describe("a link says where it leads", () => {
  test.each([
    ["gone.yaml", "is a link that leads nowhere"],
    ["orders.poc.yaml", "is a link that leads back to itself"],
  ])("to %s", (to, says) => {
    const file = join(folderWith(), "orders.poc.yaml");
    symlinkSync(to, file);
    expect(refusal(() => loadEnvironment(file))).toBe(
      `${file} ${says}\n    Name an environment file, such as environments/orders.poc.yaml.`,
    );
  });

  test("to a config is the config, and below a file there is nothing", () => {
    const folder = folderWith({ "real.yaml": asYaml(pocConfig()) });
    symlinkSync("real.yaml", join(folder, "orders.poc.yaml"));
    expect(loadEnvironment(join(folder, "orders.poc.yaml")).config.workload).toBe("orders");
    const below = join(folder, "real.yaml/orders.poc.yaml");
    expect(refusal(() => loadEnvironment(below))).toBe(
      `${below} cannot be: ${join(folder, "real.yaml")} is a file, not a folder\n    Name an environment file, such as environments/orders.poc.yaml.`,
    );
  });
});

test("a merge key is not supported, wherever it stands", () => {
  const text = asYaml(pocConfig()).replace("    image:", "    <<: { port: 80 }\n    image:");
  const line = text.slice(0, text.indexOf("<<")).split("\n").length;
  expect(problemsOfFile(text)).toBe(
    `orders.poc.yaml:${line}:5  the merge key "<<" is not supported: YAML 1.2 has none\n    Write the fields out, or give a whole value by its anchor: env: *shared.`,
  );
});

describe("several problems come together", () => {
  const text = `workload: orders
stage: poc
location: westeuropa
owner: ada
created: 2026-11-21
expires: 2027-12-19
monthlyBudget: 80
expose: yes
decisions: {}
logging: { personalData: never }
services:
  web:
    image: orders/web:latest
    port: 70000
    uses: [files, files]
  Api: { cpu: 1, memory: 1Gi }
stores:
  files: { type: bolbs }
`;

  test("in the order of the file", () => {
    expect(problemsOfFile(text).match(/^orders\.poc\.yaml:\S+ {2}.*$/gm)).toEqual([
      'orders.poc.yaml:3:1  location must be the name of an Azure region, got "westeuropa"; did you mean "westeurope"?',
      'orders.poc.yaml:4:1  owner must be an e-mail address that somebody reads, got "ada"',
      "orders.poc.yaml:6:1  expires must be at most 90 days after created at POC, got 2027-12-19, 393 days",
      'orders.poc.yaml:8:1  unknown key "expose"',
      "orders.poc.yaml:9:1  decisions.platform is required",
      'orders.poc.yaml:13:5  services.web.image must be pinned to a version, got "orders/web:latest"',
      "orders.poc.yaml:14:5  services.web.port must be a whole number between 1 and 65535, got 70000",
      'orders.poc.yaml:15:19  services.web.uses[1] names "files" twice',
      'orders.poc.yaml:16:3  services.Api: the name must be lower-case letters, digits and single hyphens, starting with a letter, got "Api"',
      "orders.poc.yaml:16:3  services.Api.image is required",
      "orders.poc.yaml:16:18  services.Api.memory must be 2Gi beside cpu 1, got 1Gi",
      'orders.poc.yaml:18:12  stores.files.type must be postgresql, blobs or queue, got "bolbs"; did you mean "blobs"?',
    ]);
  });

  test.each([
    ["poq", ', got "poq"; did you mean "poc"?'],
    ["pilott", ', got "pilott"; did you mean "pilot"?'],
    ["staging", ', got "staging"'],
  ])("a stage that is none, %s, stands alone: what else is wrong depends on it", (stage, got) => {
    expect(problemsOfFile(text.replace("stage: poc", `stage: ${stage}`))).toBe(
      `orders.poc.yaml:2:1  stage must be poc, pilot, pre-production, production or scale${got}\n    The stage decides what else the file must say.`,
    );
  });

  test("of two files, all are told", () => {
    const folder = folderWith({
      "orders.poc.yaml": asYaml(pocConfig({ owner: "ada" })),
      "shop.poc.yaml": asYaml(pocConfig({ workload: "shop", owner: "bob" })),
    });
    expect(refusal(() => loadEnvironments([], folder)).match(/got ".*"/g)).toEqual(['got "ada"', 'got "bob"']);
  });

  test("a sentence is one line, the fix another, and every problem has a path or a place", () => {
    for (const line of problemsOfFile(text).split("\n"))
      expect(line).toMatch(/^(?:orders\.poc\.yaml:\d+:\d+ {2}\S| {4}\S)/);
  });
});
