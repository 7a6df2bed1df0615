import { type Check, type Found, mapping, mappings } from "./draft";

/** The part of names that tells the platform's own destinations from those of a config. */
const PLATFORM = "platform-";

/** NET-08: each destination is hosts or a service tag, under a name that the platform has not taken. */
export const destinations: Check = (draft) =>
  mappings(mapping(draft["egress"])["allow"]).flatMap(([name, fields]): Found[] => {
    const { fqdns, tag } = fields;
    const place = ["egress", "allow", name];
    const at = place.join(".");
    if (name.startsWith(PLATFORM))
      return [
        {
          place,
          says: `${at}: names that start with ${PLATFORM} are those of what the platform itself needs`,
          fix: "Name it after what is reached, for example payments.",
        },
      ];
    if (Object.keys(fields).length === 0 || (fqdns === undefined) !== (tag === undefined)) return [];
    return [
      {
        place,
        says: `${at} must have either fqdns or tag, got ${tag === undefined ? "neither" : "both"}`,
        fix: "Name hosts under fqdns, or one Azure service under tag.",
        control: "NET-08",
      },
    ];
  });

const isPort = (port: unknown) => Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65_535;

/** NET-08: a firewall reads host names from HTTPS and HTTP; for other ports only Standard resolves them, one by one. */
export const egressPorts: Check = (draft) =>
  mappings(mapping(draft["egress"])["allow"]).flatMap(([name, { fqdns, ports }]): Found[] => {
    const odd = Array.isArray(ports) ? ports.find((port) => isPort(port) && port !== 443 && port !== 80) : undefined;
    if (!Array.isArray(fqdns) || odd === undefined) return [];
    const place = ["egress", "allow", name, "ports"];
    const at = place.join(".");
    if (mapping(draft["egress"])["sku"] === "Basic")
      return [
        {
          place,
          says: `${at} must be 443 or 80 for host names on a Basic firewall, got ${odd}`,
          fix: "Basic reads host names from HTTPS and HTTP only: take egress.sku Standard, or a service tag.",
          control: "NET-08",
        },
      ];
    if (!fqdns.some((fqdn) => String(fqdn).startsWith("*"))) return [];
    return [
      {
        place,
        says: `${at} must be 443 or 80 for a host name with a wildcard, got ${odd}`,
        fix: "On other ports the firewall resolves the names itself, and a wildcard has no address: name each host.",
        control: "NET-08",
      },
    ];
  });
