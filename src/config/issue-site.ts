import type { z } from "zod";
import { formatPath, type Path, valueAt } from "./path";
import { literalsOf, schemaAt, shapeOf } from "./schema-walk";

/** Where an issue is, and what the schema knows of the field there. */
export class IssueSite {
  /** The place as messages write it. */
  readonly path: string;
  /** What stands there. */
  readonly value: unknown;

  constructor(
    readonly schema: z.ZodType,
    readonly input: unknown,
    readonly place: Path,
  ) {
    this.path = formatPath(place);
    this.value = valueAt(input, place);
  }

  /** Name of the field, or of the list that the place is in. */
  get name(): string {
    return String(this.place.findLast((part) => typeof part === "string") ?? "");
  }

  /** The schema of what should stand there. */
  get wanted(): z.ZodType | undefined {
    return schemaAt(this.schema, this.place, this.input) as z.ZodType | undefined;
  }

  /** Names of the fields that may stand there. */
  get fields(): readonly string[] {
    return Object.keys(shapeOf(this.wanted ?? this.schema) ?? {});
  }

  /** What the field is for. */
  get description(): string | undefined {
    const field = this.parent && shapeOf(this.parent)?.[String(this.place.at(-1))];
    return (field as z.ZodType | undefined)?.description;
  }

  /** What the list is for of which this is an item. */
  get descriptionOfList(): string | undefined {
    if (typeof this.place.at(-1) !== "number") return undefined;
    return new IssueSite(this.schema, this.input, this.place.slice(0, -1)).description;
  }

  /** The literals by which the variants of the union around it are told apart. */
  get discriminators(): readonly string[] {
    return this.parent ? literalsOf(this.parent, String(this.place.at(-1))) : [];
  }

  /** `between 1 and 9`, where both ends are given. */
  get range(): string | undefined {
    const definition = this.wanted?._zod.def as { checks?: readonly z.core.$ZodCheck[] } | undefined;
    const bound = (kind: string) =>
      (definition?.checks ?? [])
        .map((check) => check._zod.def as { check: string; value?: unknown })
        .find(({ check }) => check === kind)?.value;
    const [least, most] = [bound("greater_than"), bound("less_than")];
    return least !== undefined && most !== undefined ? `between ${least} and ${most}` : undefined;
  }

  private get parent() {
    return schemaAt(this.schema, this.place.slice(0, -1), this.input);
  }
}
