import type { ResolvedEnvironment } from "../config/resolve";
import { dataGroup, hardenedConfig } from "./hardened";
import { shellWord } from "./shell-word";
import type { Step } from "./step";

/** Version of the interface that writes a secret through the control plane. */
const API = "2023-07-01";

/**
 * OpenSSL 3 encrypts with AES-256 unless told otherwise, which gateways have refused; nothing depends on the cipher of a
 * file without a password.
 *
 * @see https://github.com/MicrosoftDocs/azure-docs/issues/54393
 */
const PFX = "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1";

/** Seeds the Key Vault secrets that services name; nothing when there are none. */
export function secrets(environment: ResolvedEnvironment): Step[] {
  const names = secretNames(environment);
  if (names.length === 0) return [];
  return [
    {
      id: "seed-secrets",
      title: "Seed the secrets",
      why: "An app that references a secret which is absent does not start. Each command reads the value without showing it and writes it through the control plane, so it reaches neither your shell history nor a Terraform state.",
      commands: names.flatMap((name) => seed(environment, name)),
    },
  ];
}

/**
 * Seeds the entry's certificate; nothing below Pre-Production. The gateway takes a PFX without a password, in base 64.
 *
 * @see https://learn.microsoft.com/azure/application-gateway/key-vault-certs
 */
export function certificate(environment: ResolvedEnvironment): Step[] {
  const config = hardenedConfig(environment);
  if (!config) return [];
  const { certificate: name, host } = config.entry;
  return [
    {
      id: "seed-certificate",
      title: "Seed the entry's certificate",
      why: `The gateway reads its certificate when it is created. The file is a PFX with the whole chain and the private key, for ${host} and every other host name of the entry; its password, empty where it has none, is asked for and taken off on the way, because the gateway takes none. Where OpenSSL refuses to open an old file (RC2), write -legacy behind the first pkcs12. The key is in no other file, in no argument and no history, and in no Terraform state.`,
      commands: seedCertificate(environment, name),
    },
  ];
}

/** How secrets and the certificate are renewed, from Pilot on. */
export function rotation(environment: ResolvedEnvironment): Step[] {
  if (environment.config.stage === "poc") return [];
  // At Scale the edge renews its certificate itself.
  const gateway = environment.stance.network.entry === "application-gateway" ? hardenedConfig(environment) : undefined;
  const names = secretNames(environment);
  const rotate: Step = {
    id: "rotate-secrets",
    title: "Later: rotate a secret",
    why: `Issue the new value where the secret comes from, seed it, and end the old one when nothing uses it any more. Apps take the newest version within half an hour and restart by themselves. Secrets: ${names.join(", ")}.`,
    purpose: "later",
    commands: [
      "ask NAME 'Name of the secret'",
      `case "$NAME" in ${names.join("|")}) ;; *) echo "No app reads a secret $NAME." >&2; false;; esac`,
      ...seed(environment, "$NAME"),
    ],
  };
  const renew = (certificate: string): Step => ({
    id: "renew-certificate",
    title: "Later: renew the certificate",
    why: "Seed the new certificate under the same name, a month before the old one ends. The gateway looks for it every four hours and changes over by itself.",
    purpose: "later",
    commands: seedCertificate(environment, certificate),
  });
  return [...(names.length === 0 ? [] : [rotate]), ...(gateway ? [renew(gateway.entry.certificate)] : [])];
}

function secretNames({ services }: ResolvedEnvironment): string[] {
  return [...new Set(services.flatMap((service) => service.secrets.map(({ name }) => name)))].sort();
}

function seed(environment: ResolvedEnvironment, name: string): string[] {
  const body = "jq -Rs '{properties:{value:.}}'";
  return [
    `ask_unseen VALUE "${name}"`,
    `if [ -z "$VALUE" ]; then echo "Nothing was given for ${name}." >&2; false; fi`,
    `printf %s "$VALUE" | ${body} | ${put(environment, name)}`,
    "unset VALUE",
  ];
}

/** The password comes from the environment of one command; the PFX that leaves has none. */
function seedCertificate(environment: ResolvedEnvironment, name: string): string[] {
  // OpenSSL reads key and certificates one after the other, which one pipe cannot give twice.
  const pem = "<(printf '%s\\n' \"$PEM\")";
  const close = `openssl pkcs12 -export ${PFX} -inkey ${pem} -in ${pem} -passout pass:`;
  const body = `openssl base64 -A | jq -Rs '{properties:{value:.,contentType:"application/x-pkcs12"}}'`;
  return [
    `ask PFX ${shellWord(`${name}, path of the PFX file`)}`,
    'case "$PFX" in /*) ;; *) PFX="${STARTED_IN:-$PWD}/$PFX";; esac',
    "ask_unseen PASSWORD 'Its password'",
    'PEM="$(PFX_PASSWORD="$PASSWORD" openssl pkcs12 -in "$PFX" -nodes -passin env:PFX_PASSWORD)"',
    `${close} | ${body} | ${put(environment, name)}`,
    "unset PASSWORD PEM",
  ];
}

function put(environment: ResolvedEnvironment, name: string): string {
  const group = dataGroup(environment);
  const vault = environment.nameOf("key_vault");
  const base = `https://management.azure.com/subscriptions/$TF_VAR_subscription_id/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${vault}/secrets`;
  return `az rest --method put --url "${base}/${name}?api-version=${API}" --body @- --output none`;
}
