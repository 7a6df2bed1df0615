export { PocEnvironment } from "./1-poc";
export { createEnvironment, type Environment, type Extension } from "./create";
export { EnvironmentStack, type StackRole } from "./environment-stack";
export type { PocPlatform } from "./poc-platform";
export type { Services } from "./services";
