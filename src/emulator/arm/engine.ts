import type { Call, Reply } from "../http";
import { type Json, merge, object, put, text, withoutNulls } from "../json";
import type { Azure, Write } from "./azure";
import type { Catalogue, TypeBehaviour } from "./behaviour";
import { remove } from "./deletion";
import { refuseWhatPoliciesDeny } from "./denials";
import { type ArmId, GROUP, keyOf, parseId, sameType, within } from "./id";
import { fillIdentity } from "./identity";
import { normalizeLocations } from "./location";
import { refuseWhatLocksCover } from "./locks";
import { spelled, statusFor } from "./operations";
import { refuseMissing } from "./references";
import { groupNotFound, notFound, Refusal } from "./refusal";
import type { Resource } from "./store";

/** Resource Manager: every type by its id, with what the services say of single types. */
export class Engine {
  constructor(
    private readonly azure: Azure,
    private readonly catalogue: Catalogue,
  ) {}

  handle(call: Call): Reply {
    try {
      return this.operate(call);
    } catch (refusal) {
      if (refusal instanceof Refusal) return refusal.reply();
      throw refusal;
    }
  }

  /** Make or change something from within, as if somebody had asked and no lock were there. */
  write(text: string, body: Json): void {
    const id = parseId(text);
    if (id) this.store(id, body, false, this.azure.store.get(text), this.catalogue.of(id.type));
  }

  private operate(call: Call): Reply {
    const polled = this.azure.operations.answer(call);
    if (polled) return polled;
    const id = parseId(call.path);
    if (!id) throw new Refusal(404, "NotFound", `No route leads to '${call.path}'.`);
    const single = id.collection ? this.catalogue.of(id.type)?.single : undefined;
    if (single && call.method !== "POST") return this.setting(id, call, single);
    switch (call.method) {
      case "GET":
        return id.collection ? this.list(id, call) : this.get(id);
      case "HEAD":
        return { status: this.azure.store.has(id.text) ? 204 : 404 };
      case "PUT":
      case "PATCH":
        return this.change(id, call);
      case "DELETE":
        return this.delete(id);
      case "POST":
        return this.act(id, call);
      default:
        throw new Refusal(405, "HttpMethodNotSupported", `The method ${call.method} is not supported.`);
    }
  }

  private get(id: ArmId): Reply {
    const stored = this.azure.store.get(id.text);
    if (stored) return { status: 200, body: this.shown(stored), headers: etagOf(stored) };
    const body = this.catalogue.of(id.type)?.absent?.(id, this.azure);
    if (body) return { status: 200, body };
    throw this.missing(id);
  }

  /** Read or change a setting that has no name of its own. */
  private setting(id: ArmId, call: Call, single: (holder: Resource) => Json): Reply {
    const holder = this.azure.store.get(id.parent);
    if (!holder) throw this.missing(parseId(id.parent) ?? id);
    const key = `setting ${id.type.toLowerCase()}`;
    const now = object(holder.hidden[key] ?? single(holder));
    if (call.method !== "GET") holder.hidden[key] = merge(now, call.body);
    return { status: 200, body: holder.hidden[key] ?? now };
  }

  private missing(id: ArmId): Refusal {
    if (id.group && !this.azure.store.has(groupOf(id))) return groupNotFound(id.group);
    return notFound(id.text, id.group, id.type, id.name);
  }

  private shown(resource: Resource): Json {
    return this.catalogue.of(resource.type)?.show?.(resource, this.azure) ?? resource.body;
  }

  private list(id: ArmId, call: Call): Reply {
    const own = this.catalogue.of(id.type)?.list?.(id, this.azure, call);
    if (own) return { status: 200, body: { value: own } };
    if (id.group && !this.azure.store.has(groupOf(id))) throw groupNotFound(id.group);
    const found = this.azure.store.ofType(id.type).filter((one) => within(one.id, id.parent));
    return { status: 200, body: { value: found.map((one) => this.shown(one)) } };
  }

  private change(asked: ArmId, call: Call): Reply {
    const { azure } = this;
    const name = this.catalogue.of(asked.type)?.named?.(asked, azure) ?? asked.name;
    const id = {
      ...asked,
      name,
      text: asked.name === name ? asked.text : `${asked.text.slice(0, -asked.name.length)}${name}`,
    };
    if (id.collection) throw new Refusal(405, "HttpMethodNotSupported", `'${id.text}' names no single resource.`);
    const behaviour = this.catalogue.of(id.type);
    const stored = azure.store.get(id.text);
    if (call.method === "PATCH" && !stored && !behaviour?.absent?.(id, azure)) throw this.missing(id);
    this.refuseWrite(id, call, stored, behaviour);
    const failure = this.store(id, call.body, call.method === "PATCH", stored, behaviour);
    const done = azure.store.get(id.text);
    const status = statusFor(call.method, id, stored ? [200, 201, 202] : [201, 200, 202]);
    return {
      status,
      body: done ? this.shown(done) : {},
      headers: { ...(done ? etagOf(done) : {}), ...azure.operations.begin(azure, id, failure) },
    };
  }

  private refuseWrite(id: ArmId, call: Call, stored: Resource | undefined, behaviour: TypeBehaviour | undefined): void {
    const { store } = this.azure;
    if (id.group && !sameType(id.type, GROUP) && !store.has(groupOf(id))) throw groupNotFound(id.group);
    this.refuseOrphan(id, behaviour);
    refuseWhatLocksCover(store, id, "write");
    refuseWhatPoliciesDeny(store, id, call.body);
    refuseStale(call, stored);
    if (stored) return;
    const others = store.ofType(id.type).filter((one) => lastName(one.id) === id.name.toLowerCase());
    if (behaviour?.worldwide && others.length > 0) {
      const { status, code, message } = behaviour.worldwide;
      throw new Refusal(status ?? 409, code, message(id.name));
    }
    const kept = behaviour?.keeps && this.keptNamed(id, behaviour);
    if (kept && behaviour?.keeps && !behaviour.keeps.recovers?.(call.body))
      throw new Refusal(409, behaviour.keeps.code, behaviour.keeps.message(id.name));
  }

  private keptNamed(id: ArmId, behaviour: TypeBehaviour): Resource | undefined {
    const { kept } = this.azure.store;
    if (!behaviour.worldwide) return kept.get(keyOf(id.text));
    return [...kept.values()].find((one) => sameType(one.type, id.type) && lastName(one.id) === id.name.toLowerCase());
  }

  /** A child needs its parent, an extension the resource in whose scope it stands. */
  private refuseOrphan(id: ArmId, behaviour: TypeBehaviour | undefined): void {
    if (behaviour?.rootless) return;
    const parent = parseId(id.parent);
    if (!parent || parent.collection || /^\/subscriptions\/[^/]+$/i.test(id.parent) || sameType(parent.type, GROUP))
      return;
    const { store } = this.azure;
    if (store.has(id.parent) || this.catalogue.of(parent.type)?.absent?.(parent, this.azure)) return;
    throw new Refusal(
      404,
      "ParentResourceNotFound",
      `Failed to perform 'write' on resource(s) of type '${id.type}', because the parent resource '${id.parent}' could not be found.`,
    );
  }

  /** Put a body into the store; answers with what goes wrong after Azure took it. */
  private store(
    id: ArmId,
    sent: Json,
    patch: boolean,
    stored?: Resource,
    behaviour?: TypeBehaviour,
  ): Failure | undefined {
    const { azure } = this;
    const before = stored ? structuredClone(stored.body) : undefined;
    const clean = patch ? merge(before ?? {}, sent) : withoutNulls(sent);
    const keep = !patch && behaviour?.put === "merge" && before;
    const body = keep ? merge(before, clean) : structuredClone(clean);
    if (patch && sent["tags"] !== undefined) body["tags"] = withoutNulls(object(sent["tags"]));
    let failure: Failure | undefined;
    const write: Write = {
      azure,
      id,
      sent,
      body,
      hidden: stored ? stored.hidden : {},
      ...(before ? { before } : {}),
      failLater: (code, message) => {
        failure = { code, message };
      },
    };
    body["id"] = stored?.id ?? id.text;
    body["name"] = lastSpelled(stored?.id ?? id.text);
    body["type"] = behaviour?.type ?? spelled(id.type);
    normalizeLocations(body);
    fillIdentity(write);
    refuseMissing(write, behaviour);
    behaviour?.check?.(write);
    this.hideSecrets(write, behaviour);
    behaviour?.fill?.(write);
    body["properties"] = object(body["properties"]);
    object(body["properties"])["provisioningState"] ??= "Succeeded";
    if (failure) put(body, "properties.provisioningState", "Failed");
    if (!behaviour) azure.store.echoed.add(spelled(id.type));
    const type = behaviour?.type ?? spelled(id.type);
    azure.store.add({
      id: stored?.id ?? id.text,
      type,
      body,
      hidden: { ...write.hidden, etag: azure.newId(`etag ${id.text}`) },
    });
    if (!stored) this.addParts(id, behaviour);
    behaviour?.after?.(write);
    return failure;
  }

  private addParts(id: ArmId, behaviour: TypeBehaviour | undefined): void {
    for (const [part, properties] of Object.entries(behaviour?.parts ?? {})) {
      const child = parseId(`${id.text}/${part}`);
      if (child)
        this.store(
          child,
          { properties: structuredClone(properties) },
          false,
          undefined,
          this.catalogue.of(child.type) ?? { type: child.type },
        );
    }
  }

  private hideSecrets({ body, hidden }: Write, behaviour: TypeBehaviour | undefined): void {
    for (const path of behaviour?.secrets ?? []) {
      const keys = path.split(".");
      const last = keys.pop() ?? "";
      const holder = keys.reduce<Json>((inner, key) => object(inner[key]), body);
      if (holder[last] === undefined) continue;
      hidden[path] = holder[last];
      delete holder[last];
    }
  }

  private delete(id: ArmId): Reply {
    const { azure, catalogue } = this;
    const stored = azure.store.get(id.text);
    if (!stored) return { status: statusFor("DELETE", id, [204, 404, 200, 202]) };
    refuseWhatLocksCover(azure.store, id, "delete");
    remove(azure, catalogue, stored, true);
    return { status: statusFor("DELETE", id, [200, 204, 202]), headers: azure.operations.begin(azure, id) };
  }

  private act(id: ArmId, call: Call): Reply {
    const target = this.azure.store.get(id.collection ? id.parent : id.text);
    const action = this.catalogue.action(id.type);
    if (!action && id.group && !target) throw this.missing(parseId(id.parent) ?? id);
    if (!action) {
      this.azure.store.echoed.add(`POST ${id.type}`);
      return { status: 200, body: {} };
    }
    const answer = action({ azure: this.azure, id, call, ...(target ? { target } : {}) });
    return isReply(answer) ? answer : { status: 200, body: answer };
  }
}

interface Failure {
  readonly code: string;
  readonly message: string;
}

function isReply(answer: Reply | Json): answer is Reply {
  return typeof answer["status"] === "number";
}

function groupOf(id: ArmId): string {
  return `/subscriptions/${id.subscription}/resourceGroups/${id.group}`;
}

function lastSpelled(id: string): string {
  return id.split("/").at(-1) ?? "";
}

function lastName(id: string): string {
  return lastSpelled(id).toLowerCase();
}

function etagOf(resource: Resource): Record<string, string> {
  const etag = text(resource.hidden["etag"]);
  return etag ? { etag: `W/"${etag}"` } : {};
}

/** Honour `If-Match` and `If-None-Match`. */
function refuseStale(call: Call, stored: Resource | undefined): void {
  const [wanted, unwanted] = [call.headers["if-match"], call.headers["if-none-match"]];
  const wrong =
    (unwanted === "*" && stored) ||
    (wanted && !stored) ||
    (wanted && wanted !== "*" && stored && wanted.replace(/^W\/|"/g, "") !== stored.hidden["etag"]);
  if (wrong)
    throw new Refusal(412, "PreconditionFailed", "The condition of the request does not hold for the resource.");
}
