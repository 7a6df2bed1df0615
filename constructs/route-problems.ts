import type { Problem } from "../src/errors";

/** Which requests an entry leads somewhere. */
interface Route {
  readonly host: string;
  readonly path: string;
}

/** What the routes of one host name leave open: who answers the rest of its paths, or which of two. */
export function unclearRoutes(host: string, routes: readonly Route[]): Problem[] {
  const problems: Problem[] = [];
  const say = (says: string, fix: string) => problems.push({ path: "entry.routes", says, fix, control: "NET-05" });
  if (!routes.some(({ path }) => path === "/"))
    say(`the entry has no route for ${host}/`, `Name the service that answers what no other path of ${host} does.`);
  const paths = routes.map(({ path }) => path.toLowerCase());
  for (const path of new Set(paths.filter((one, index) => paths.indexOf(one) !== index)))
    say(
      `the entry has two routes for ${host}${path}`,
      "A gateway does not tell upper from lower case in paths: keep one.",
    );
  return problems;
}

/** A host name that is longer than what is named after it may be. */
export function longHost(host: string, longest: number): Problem[] {
  if (host.length <= longest) return [];
  const says = `the host name ${host} must have at most ${longest} characters, got ${host.length}`;
  return [{ path: "entry.routes", says, fix: "Choose a shorter one.", control: "NET-05" }];
}
