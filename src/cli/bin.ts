#!/usr/bin/env node
import module from "node:module";

// Node 22 and later keep compiled code between runs; earlier ones start as they always did.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

import("./main").then(async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2));
});
