export { createFoundation, Foundation } from "./0-foundation";
export { PocEnvironment } from "./1-poc";
export { PilotEnvironment, type RetainedOptions } from "./2-pilot";
export { createEnvironment, type Environment, type Extension } from "./create";
export { EnvironmentStack, type StackRole, type StateStorage } from "./environment-stack";
export type { PocPlatform } from "./poc-platform";
export type { Services } from "./services";
