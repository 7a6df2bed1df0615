import { createPrivateKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { createSecureContext, type SecureContext } from "node:tls";

/** Certificates that nobody trusts but who is told to, for as long as a run takes. */
export interface Authority {
  /** The certificate of the authority, in PEM: what `SSL_CERT_FILE` leads to. */
  readonly certificate: string;
  /** Key and certificate for a host or an address, in PEM. */
  pemFor(host: string): { readonly key: string; readonly cert: string };
  /** The same to serve with, made when it is first asked for. */
  contextFor(host: string): SecureContext;
}

const DAY = 86_400_000;

/** Make an authority with keys of its own, in memory alone. */
export async function makeAuthority(): Promise<Authority> {
  const { default: forge } = await import("node-forge");
  type Certificate = ReturnType<typeof forge.pki.createCertificate>;
  const pair = () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
    return {
      pem,
      key: forge.pki.privateKeyFromPem(pem),
      pub: forge.pki.publicKeyFromPem(publicKey.export({ type: "spki", format: "pem" }).toString()),
    };
  };
  const name = (commonName: string) => [{ name: "commonName", value: commonName }];
  const certify = (subject: string, pub: Certificate["publicKey"], extensions: object[]): Certificate => {
    const made = forge.pki.createCertificate();
    made.publicKey = pub;
    made.serialNumber = `01${randomBytes(15).toString("hex")}`;
    made.validity.notBefore = new Date(Date.now() - DAY);
    made.validity.notAfter = new Date(Date.now() + 7 * DAY);
    made.setSubject(name(subject));
    made.setIssuer(name(AUTHORITY));
    made.setExtensions(extensions);
    made.sign(ca.key, forge.md.sha256.create());
    return made;
  };

  const ca = pair();
  const root = certify(AUTHORITY, ca.pub, [
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, critical: true },
  ]);
  const leaf = pair();
  const key = createPrivateKey(leaf.pem).export({ type: "pkcs8", format: "pem" }).toString();
  const pemFor = (host: string) => {
    const altName = /^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host };
    const certificate = certify(host.slice(0, 64), leaf.pub, [
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: [altName] },
    ]);
    return { key, cert: forge.pki.certificateToPem(certificate) };
  };
  const made = new Map<string, SecureContext>();
  return {
    certificate: forge.pki.certificateToPem(root),
    pemFor,
    contextFor(host) {
      const known = made.get(host);
      if (known) return known;
      const context = createSecureContext(pemFor(host));
      made.set(host, context);
      return context;
    },
  };
}

const AUTHORITY = "Gatewright emulated Azure";
