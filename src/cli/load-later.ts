import Module from "node:module";

/**
 * Modules that a dependency loads at its start and that a command needs at its end or never: cdktf's for assets, for
 * versions of binaries and for writing, and zod's messages in fifty languages. They are a third of all modules.
 */
const LATER: Readonly<Record<string, readonly Rarely[]>> = {
  cdktf: [{ name: "archiver" }, { name: "semver" }, { name: "json-stable-stringify", ours: true }],
  zod: [{ name: "zod/v4/locales", esModule: true }],
};

interface Rarely {
  readonly name: string;
  /** Whether we use the same version, so that one copy is enough. */
  readonly ours?: boolean;
  /** Whether it was compiled from an ES module, which is asked when it is imported. */
  readonly esModule?: boolean;
}

/** Puts stand-ins in the place of modules that are rarely used. Each loads the real module when something is done with it. */
export function loadLater(): void {
  for (const [dependency, rarely] of Object.entries(LATER)) {
    const { resolve } = Module.createRequire(require.resolve(dependency));
    for (const { name, ours, esModule } of rarely)
      standIn(resolve(name), ours ? require.resolve(name) : resolve(name), esModule);
  }
}

function standIn(path: string, target: string, esModule?: boolean): void {
  if (require.cache[path]) return;
  const stand = Object.assign(new Module(path), { loaded: true });
  const real = () => {
    if (require.cache[path] === stand) delete require.cache[path];
    return require(target) as object;
  };
  stand.exports = new Proxy(() => {}, {
    apply: (_, self, args) => Reflect.apply(real() as () => unknown, self, args),
    get: (_, key) => (key === "__esModule" ? esModule : Reflect.get(real(), key)),
    has: (_, key) => Reflect.has(real(), key),
    ownKeys: () => Reflect.ownKeys(real()),
    getOwnPropertyDescriptor: (_, key) => {
      const found = Reflect.getOwnPropertyDescriptor(real(), key);
      return found && { ...found, configurable: true };
    },
  });
  require.cache[path] = stand;
}
