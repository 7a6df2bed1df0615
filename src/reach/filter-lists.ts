import { describe } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { isOpenList } from "./open-lists";

/** Who stands in the lists that narrow a public side. */
export interface Listed {
  readonly callers: readonly string[];
  /** The first list with an entry, else the first. */
  readonly path: string;
  /** True where more may stand there: a list, or an entry of it, is not known before apply. */
  readonly open: boolean;
}

/** What one attribute says, by value or by where it leads. */
function inAttribute(part: Part, name: string): string[] {
  const texts = part.texts(name).filter((text) => !text.includes("${"));
  return texts.length > 0 ? texts : part.refs(name).flatMap((one) => (one.kind === "resource" ? describe(one) : []));
}

function inList(service: Resource, path: string): { readonly found: string[]; readonly open: boolean } {
  const [head = path, attribute] = path.split(".");
  if (attribute === undefined) return { found: inAttribute(service, head), open: isOpenList(service, head) };
  const entries = service.blocks(head).map((one) => (one.uncertain ? [] : inAttribute(one, attribute)));
  const open = (service.isUnknown(head) && service.wasWritten(head)) || entries.some((one) => one.length === 0);
  return { found: entries.flat(), open };
}

/** Reads the lists that say who comes in by a public side; with an entry in any of them, nobody else does. */
export function callersListed(service: Resource, paths: readonly string[]): Listed {
  const lists = paths.map((path) => ({ path, ...inList(service, path) }));
  const path = (lists.find(({ found, open }) => found.length > 0 || open) ?? lists[0])?.path ?? "";
  return { callers: lists.flatMap(({ found }) => found), path, open: lists.some(({ open }) => open) };
}
