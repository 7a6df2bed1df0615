/** How to say what a special category is, and which articles of the GDPR name it. */
export interface SpecialKind {
  readonly article: 9 | 10;
  /** As people say it. */
  readonly title: string;
  /** Words by which it is recognised in categories and purposes; each is a whole word, or the beginning of one. */
  readonly words: RegExp;
}

/**
 * What the GDPR forbids to process unless a basis of its own allows it: the special categories of article 9, and criminal
 * convictions and offences under article 10.
 *
 * @see https://eur-lex.europa.eu/eli/reg/2016/679/oj
 */
export const SPECIAL_KINDS = {
  health: {
    article: 9,
    title: "health data",
    words:
      /\b(?:health|medic|diagnos|patient|symptom|prescription|disease|illness|disabilit|allerg|therap|pregnan|vaccin|clinical|hospitals?\b|sick (?:leave|note)|blood (?:type|group|pressure)|mental)/i,
  },
  biometric: {
    article: 9,
    title: "biometric data",
    words: /\b(?:biometr|fingerprint|face (?:id|print|scan|recognition)|facial|voice ?print|iris scan|retina)/i,
  },
  genetic: { article: 9, title: "genetic data", words: /\b(?:genetic|genom|dna\b)/i },
  "ethnic-origin": { article: 9, title: "racial or ethnic origin", words: /\b(?:ethnic|racial|race\b|skin colou?r)/i },
  politics: { article: 9, title: "political opinions", words: /\b(?:politic|party member)/i },
  belief: {
    article: 9,
    title: "religious or philosophical beliefs",
    words: /\b(?:religi|philosophical|belief|faith\b|denomination|church)/i,
  },
  "union-membership": {
    article: 9,
    title: "trade union membership",
    words: /\b(?:trade|labou?r) ?-?unions?\b|\bunion member/i,
  },
  sexuality: {
    article: 9,
    title: "sex life or sexual orientation",
    words: /\b(?:sexual|sex life|gender identit)/i,
  },
  "criminal-records": {
    article: 10,
    title: "criminal convictions and offences",
    words: /\b(?:criminal|convictions?\b|police record|offen[cs]es?\b)/i,
  },
} as const satisfies Record<string, SpecialKind>;

export type SpecialKindName = keyof typeof SPECIAL_KINDS;

export const SPECIAL_KIND_NAMES = Object.keys(SPECIAL_KINDS) as [SpecialKindName, ...SpecialKindName[]];

/** The bases of article 9(2) in its order, and those of article 10; `law` where the basis is one only together with a law. */
export const SPECIAL_BASES = {
  "explicit-consent": { article: 9, law: false },
  "employment-law": { article: 9, law: true },
  "vital-interests": { article: 9, law: false },
  "members-of-a-body": { article: 9, law: false },
  "made-public": { article: 9, law: false },
  "legal-claims": { article: 9, law: false },
  "substantial-public-interest": { article: 9, law: true },
  "health-care": { article: 9, law: true },
  "public-health": { article: 9, law: true },
  research: { article: 9, law: true },
  "official-authority": { article: 10, law: false },
  "authorised-by-law": { article: 10, law: true },
} as const satisfies Record<string, { readonly article: 9 | 10; readonly law: boolean }>;

export type SpecialBasis = keyof typeof SPECIAL_BASES;

export const SPECIAL_BASIS_NAMES = Object.keys(SPECIAL_BASES) as [SpecialBasis, ...SpecialBasis[]];

/** The bases of one article. */
export function basesOf(article: 9 | 10): SpecialBasis[] {
  return SPECIAL_BASIS_NAMES.filter((name) => SPECIAL_BASES[name].article === article);
}

/** What texts look like, each kind with the first text that does. Underscores and hyphens part words as spaces do. */
export function recognised(texts: readonly string[]): Map<SpecialKindName, string> {
  const found = new Map<SpecialKindName, string>();
  for (const text of texts)
    for (const kind of SPECIAL_KIND_NAMES)
      if (!found.has(kind) && SPECIAL_KINDS[kind].words.test(spaced(text))) found.set(kind, text);
  return found;
}

/** `healthData` and `health_data` are two words. */
function spaced(text: string): string {
  return text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]/g, " ");
}
