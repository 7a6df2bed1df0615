/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: "node",
  maxWorkers: "100%",
  roots: ["<rootDir>/test", "<rootDir>/examples"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/cdktf.out/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/"],
  transform: { "^.+\\.ts$": "@swc/jest" },
};
