import { problemsOf } from "./problems";

// biome-ignore lint/suspicious/noExplicitAny: configs are edited in place, also to what their type does not allow
type Loose = any;

/** One mistake in a config, and all that is said about it. */
export type Mistake = readonly [what: string, change: (config: Loose) => void, ...says: readonly string[]];

/** Changes of a stage's config, and tests of what is said about each. */
export function mistakesIn<C>(configOf: () => C) {
  /** The config after one change. */
  const changed = (change: (config: Loose) => void): C => {
    const config = configOf();
    change(config);
    return config;
  };
  /** One test a mistake: the whole text, so that nothing else is said. */
  const describeMistakes = (title: string, mistakes: readonly Mistake[]): void => {
    describe(title, () => {
      test.each(mistakes.map(([what, change, ...says]) => [what, change, says] as const))("%s", (_, change, says) => {
        expect(problemsOf(changed(change)).split(/\n(?! )/)).toEqual(says);
      });
    });
  };
  return { changed, describeMistakes };
}
