#!/usr/bin/env node
// Every Node can read this file: it has old syntax only, and loads nothing before the version is known to do.
export {};

/** As `engines` of package.json says. */
const NEEDED = 20;

const version = process.versions.node;
if (Number(version.split(".")[0]) < NEEDED) {
  process.stderr.write(
    "gatewright needs Node " +
      NEEDED +
      " or later, and this is Node " +
      version +
      ".\n    Install a later one: https://nodejs.org/en/download\n",
  );
  process.exitCode = 2;
} else {
  (require("./short-run") as typeof import("./short-run")).prepareShortRun();
  (require("./start") as typeof import("./start")).start();
}
