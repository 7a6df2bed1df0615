/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: "node",
  maxWorkers: "100%",
  // Beside other work a test may take ten times as long; one that hangs ends all the same.
  testTimeout: 60_000,
  roots: ["<rootDir>/test", "<rootDir>/examples"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/cdktf.out/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/"],
  transform: { "^.+\\.ts$": "@swc/jest" },
};
