import type { Reply } from "../http";

/** What Azure answers when it will not: status, its own code, its own kind of sentence. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "Refusal";
  }

  /** The body of every ARM error. */
  reply(): Reply {
    return { status: this.status, body: { error: { code: this.code, message: this.message } } };
  }
}

export const notFound = (id: string, group: string | undefined, type: string, name: string): Refusal =>
  new Refusal(
    404,
    "ResourceNotFound",
    `The Resource '${type}/${name}' under resource group '${group ?? "<null>"}' was not found (${id}).`,
  );

export const groupNotFound = (group: string): Refusal =>
  new Refusal(404, "ResourceGroupNotFound", `Resource group '${group}' could not be found.`);
