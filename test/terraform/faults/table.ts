import { APP_FAULTS } from "./apps";
import type { Fault } from "./fault";
import { NAME_FAULTS } from "./names";
import { NETWORK_FAULTS } from "./network";
import { SETTING_FAULTS } from "./settings";

/** Every fault that an emulated run must find. */
export const FAULTS: readonly Fault[] = [...NETWORK_FAULTS, ...NAME_FAULTS, ...SETTING_FAULTS, ...APP_FAULTS];
