import { code, inertJson, markdown, plain, xml } from "../../src/display/inert";
import type { Finding, Verdict } from "../../src/policy/verdict";
import { environmentReport, report } from "../../src/report/model";
import { FORMATS } from "../../src/report/render-verdict";

const ESC = String.fromCharCode(27);
const BIDI = String.fromCharCode(0x202e);
const HOSTILE = [
  `${ESC}[2J${ESC}]0;owned${String.fromCharCode(7)}`,
  "</td><script>alert(1)</script><img src=x onerror=alert(1)>",
  "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
  "`code` **bold** | cell | \r\n# heading\n- item\n::set-output name=x::y",
  "@everyone @ada/security #1 https://evil.example www.evil.example",
  `a${BIDI}b${String.fromCharCode(0x200b)}c${String.fromCharCode(0x2028)}d`,
  "{0} {{x}} [1] \\ ]]> & &lt; %0A ::error::",
].join(" ");

const finding = (changes: Partial<Finding>): Finding => ({
  id: `GOV-01 ${HOSTILE}`,
  control: "GOV-01",
  resource: `azurerm_key_vault.this["${HOSTILE}"]`,
  path: `tags.${HOSTILE}`,
  verdict: "fail",
  basis: "plan",
  says: `It is named ${HOSTILE}.`,
  fix: `Rename ${HOSTILE}.`,
  ...changes,
});

const verdict: Verdict = {
  gate: "pilot",
  env: `orders ${HOSTILE}`,
  today: "2026-11-21",
  outcome: "held",
  findings: [
    finding({}),
    finding({ id: "b", verdict: "unknown" }),
    finding({ id: "c", waived: { by: HOSTILE, why: HOSTILE, until: "2026-12-01" } }),
    finding({ id: "d", control: `X-${HOSTILE}`, resource: "config" }),
  ],
  notJudged: [{ control: `Y-${HOSTILE}`, title: HOSTILE, missing: ["config"] }],
  evidence: [
    {
      fact: "sbom",
      control: "SUP-05",
      state: "malformed",
      holds: true,
      says: HOSTILE,
      by: HOSTILE,
      date: HOSTILE,
      link: HOSTILE,
    },
  ],
  warnings: [{ control: "GOV-04", says: HOSTILE, fix: HOSTILE }],
};

const hostile = report("2026-11-21", [
  environmentReport({ verdict, placeOf: () => ({ file: `a/${HOSTILE}.yaml`, line: 1, column: 1 }) }),
]);

/** Characters that a terminal acts upon or a reader does not see; a line break is none. */
const unseen = (text: string) => [...text].filter((one) => one !== "\n" && /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(one));

describe.each(Object.keys(FORMATS) as (keyof typeof FORMATS)[])("as %s", (format) => {
  const text = FORMATS[format](hostile);

  test("nothing reaches the terminal, and nothing is invisible", () => {
    expect(unseen(text)).toEqual([]);
  });

  test("nothing starts a line of its own", () => {
    expect(text.split("\n").filter((line) => /^\s*(::|# heading|- item)/.test(line))).toEqual([]);
  });
});

test("Markdown holds no HTML, no link, no image and no mention of what was put in", () => {
  const text = FORMATS.markdown(hostile)
    .replaceAll("<!-- -->", "\u0000")
    // What stands in a code span is text.
    .replace(/(`+)[^`].*?[^`]\1(?!`)/g, "");
  expect(text).not.toMatch(/<\w|<\//);
  expect(text).not.toMatch(/(?<!\\)\]\(/);
  expect(text).not.toMatch(/(?<![\w\\])@\w/);
  expect(text).not.toMatch(/https?:\/\//);
  expect(text).not.toMatch(/#\d/);
});

test("a table of Markdown keeps its columns", () => {
  const rows = FORMATS.markdown(hostile)
    .split("\n")
    .filter((line) => line.startsWith("| "));
  const cells = (row: string) => row.replace(/\\./g, "").split("|").length;
  for (const row of rows) expect([4, 5, 6, 8]).toContain(cells(row));
});

test("JSON and SARIF say again what was put in, when they are parsed", () => {
  expect(JSON.parse(FORMATS.json(hostile)).environments[0].env).toBe(`orders ${HOSTILE}`);
  const sarif = JSON.parse(FORMATS.sarif(hostile));
  expect(unseen(sarif.runs[0].results[0].message.text)).toEqual([]);
  expect(sarif.runs[0].results[0].message.text).toContain("\\[click\\](javascript:alert(1))");
});

describe("one text at a time", () => {
  test.each([
    [plain, `a${ESC}[31mb`, "a\\u{1b}[31mb"],
    [plain, "a\nb\tc", "a\\nb\\u{9}c"],
    [plain, "Zoë, 東京, 👩", "Zoë, 東京, 👩"],
    [markdown, "a_b*c", "a\\_b\\*c"],
    [markdown, "<b>&", "&lt;b&gt;&amp;"],
    [markdown, "ada@orders.example", "ada@<!-- -->orders.example"],
    [markdown, "1. x", "1\\. x"],
    [code, "a`b", "``a`b``"],
    [code, "`", "`` ` ``"],
    [code, "a|b", "`a\\|b`"],
    [xml, `<a b="c">&`, "&lt;a b=&quot;c&quot;&gt;&amp;"],
    [inertJson, `${BIDI}`, '"\\u202e"'],
  ])("%p of %j", (escaped, text, expected) => {
    expect((escaped as (text: string) => string)(text)).toBe(expected);
  });

  test("JSON stays JSON where a secret is left out beside a quote, in keys too", () => {
    const secret = `ghp_${"aB3".repeat(12)}`;
    const shown = inertJson({ [`of "${secret}"`]: [`printf "%s" "${secret}" | az rest`] });
    expect(JSON.parse(shown)).toEqual({ 'of "(not shown)"': ['printf "%s" "(not shown)" | az rest'] });
  });
});

/** Made as the tests run; it has the format of a token. */
const TOKEN = `gh${"p"}_${"a1B2c3D4e5F6".repeat(3)}`;

describe("JSON is JSON, whatever in it is not shown", () => {
  test.each([
    ["before a quote", `say "${TOKEN}" now`, 'say "(not shown)" now'],
    ["after a backslash", `C:\\${TOKEN}\\`, "(not shown)\\"],
    ["at the end of a line", `a\n${TOKEN}\nb`, expect.stringContaining("(not shown)")],
    ["given to a name", `PASSWORD="${TOKEN}"`, 'PASSWORD="(not shown)"'],
    ["a command with quotes", 'P="$(PFX_PASSWORD="$PASSWORD" openssl)"', 'P="$(PFX_PASSWORD="$PASSWORD" openssl)"'],
  ])("%s", (_, text, shown) => {
    const json = inertJson({ text });
    expect(json).not.toContain(TOKEN);
    expect(JSON.parse(json)).toEqual({ text: shown });
  });
});
