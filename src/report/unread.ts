import { unreadSays } from "../policy/helpers/unread";
import type { Finding } from "../policy/verdict";

/** What is not known of one type, over every control that asks about it and every resource of it. */
export interface UnreadOnce {
  readonly says: string;
  readonly fix: string;
  /** `NET-04, NET-05`. */
  readonly controls: string;
  /** `azapi_resource.first and 2 more`. */
  readonly resources: string;
}

/** Findings apart: those about one resource, and once a type what is not known of it. */
export function unreadOnce<F extends Finding>(
  all: readonly F[],
): { readonly read: F[]; readonly unread: UnreadOnce[] } {
  const byType = new Map<string, F[]>();
  for (const one of all) if (one.unread) byType.set(one.unread.type, [...(byType.get(one.unread.type) ?? []), one]);
  return { read: all.filter(({ unread }) => unread === undefined), unread: [...byType].map(once) };
}

function once([type, findings]: readonly [string, readonly Finding[]]): UnreadOnce {
  const each = (of: (one: Finding) => string) => [...new Set(findings.map(of))];
  const [first = "", ...others] = each(({ resource }) => resource);
  const resources = others.length === 0 ? first : `${first} and ${others.length} more`;
  const who = `${resources} ${others.length === 0 ? "is" : "are"}`;
  return {
    says: unreadSays(
      type,
      each(({ unread }) => unread?.asks ?? ""),
      who,
    ).replace(/\.$/, ""),
    fix: findings[0]?.fix ?? "",
    controls: each(({ control }) => control).join(", "),
    resources,
  };
}
