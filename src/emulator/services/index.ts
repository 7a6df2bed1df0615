import type { Service } from "../arm/behaviour";

/** Every service that a file knows; types of others are stored and answered as they were sent. */
export const SERVICES: readonly Service[] = [];
