import { createRequire } from "node:module";

/**
 * Loads a user's JavaScript or TypeScript file, the latter with the user's own compiler and without checking types.
 *
 * @param missing  the error when the file is TypeScript and there is no compiler beside it
 */
export function requireFile(target: string, missing: () => Error): unknown {
  const require = createRequire(target);
  if (/\.[cm]?ts$/.test(target)) registerTypeScript(require, missing);
  return require(target);
}

function registerTypeScript(require: NodeJS.Require, missing: () => Error): void {
  if (require.extensions[".ts"]) return;
  let compiler: typeof import("ts-node");
  try {
    compiler = require("ts-node") as typeof import("ts-node");
  } catch {
    throw missing();
  }
  compiler.register({
    swc: true,
    compilerOptions: { module: "commonjs", moduleResolution: "node", esModuleInterop: true },
  });
}
