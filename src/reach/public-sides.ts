import { type PublicSide, typesWith } from "../azure";
import { PAAS } from "./paas";

/** A public side that has a switch. */
export type Switched = PublicSide & { readonly path: string };

/**
 * Services with a public side whose private endpoints this product does not know: closing it is all that is judged. Log
 * Analytics, Application Insights and other monitoring stay public by decision; web apps and clusters are NET-05's.
 */
export const PUBLIC_SIDES: Readonly<Record<string, Switched>> = Object.fromEntries(
  typesWith("publicSide").flatMap(([type, { path, ...side }]) =>
    path === undefined || type in PAAS ? [] : [[type, { path, ...side }]],
  ),
);
