import { asObject, strings } from "../../plan/json";
import type { Resource } from "../../plan/resource";
import { Context } from "../../policy/context";
import { copiedIn } from "../../policy/helpers/handed-out";
import { sec01 } from "../../policy/rules/sec-01";
import type { Claim, Says } from "../claim";
import type { Subject } from "../subject";
import { textsOf } from "../walk";

/** Attributes that take a secret; Terraform keeps what they are given in its state. */
const TAKES =
  /^(?:(?:administrator(?:_login)?|admin|login|user)_)?password$|^(?:client_secret|shared_key|pre_shared_key|certificate_password|connection_string|sas_token|private_key)$/;
/** Write-only arguments reach Azure and not the state. */
const WRITE_ONLY = /_wo$/;

/** Nothing that opens anything stands in config, plan or state. */
export const noSecrets: Claim = {
  id: "no-secrets",
  title: "No secret is in the config, in the plan or in what Terraform keeps in its state",
  check(subject, say) {
    written(subject, say);
    const counts = { references: 0, writeOnly: 0 };
    for (const one of subject.graph.managed()) kept(one, counts, say);
    passedOn(subject, say);
    say.evidence(
      `${counts.references} secrets are read from Key Vault by identity, ${counts.writeOnly} are write-only`,
    );
  },
};

/** What looks like a secret anywhere, by the rule of the gate; a vault's own secrets are looked at below. */
function written({ graph, resolved }: Subject, say: Says): void {
  const context = new Context(sec01, { gate: resolved.stage, graph, config: resolved.config });
  const vaults = new Set(graph.of("azurerm_key_vault_secret").map(({ address }) => address));
  for (const { finding } of context.run())
    if (finding.verdict === "fail" && !(vaults.has(finding.resource) && finding.path === "value"))
      say.against(finding.resource, finding.says);
}

function kept(one: Resource, counts: { references: number; writeOnly: number }, say: Says): void {
  const vaultSecret = one.type === "azurerm_key_vault_secret";
  for (const { name, path, text } of textsOf(one)) {
    if (name === "key_vault_secret_id") counts.references++;
    if (WRITE_ONLY.test(name)) counts.writeOnly++;
    // A template of a secret value is one too; a text that looks like one is found by the gate's rule.
    else if ((TAKES.test(name) || (vaultSecret && name === "value")) && text !== "")
      say.against(one.address, `${path} ends up in the state (value not shown).`, vaultSecret ? "T34" : undefined);
  }
}

/** Keys of one resource given to one that no rule reads; to others, and to outputs, they are the gate's rule's. */
function passedOn({ graph }: Subject, say: Says): void {
  for (const stack of graph.stacks) {
    for (const [type, named] of Object.entries(asObject(stack.json["resource"])))
      for (const { path, text } of type.startsWith("azurerm_") ? [] : strings(named, type))
        if (!WRITE_ONLY.test(path) && copiedIn(text) !== undefined)
          say.against(`${stack.name}/resource`, `${path} passes a secret of another resource on.`);
    const backend = Object.values(asObject(stack.backend)).map(asObject)[0] ?? {};
    for (const key of ["access_key", "sas_token", "client_secret"])
      if (backend[key] !== undefined) say.against(`${stack.name}/backend`, `The state is opened with ${key}.`);
  }
}
