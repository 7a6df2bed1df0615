import { outsideHosts } from "../../src/config/outside-hosts";

const hosts = (...values: unknown[]) =>
  outsideHosts({ services: { api: { env: Object.fromEntries(values.entries()) } } });

test.each([
  ["a URL", "https://api.payments.example/v1?key=1", ["api.payments.example"]],
  ["a URL with user and port", "amqps://user@mq.partner.example:5671/vhost", ["mq.partner.example"]],
  ["a bare host", "smtp.mail.example", ["smtp.mail.example"]],
  ["a host with a port, in capitals", "SMTP.Mail.example:587", ["smtp.mail.example"]],
  ["a host of two words", "payments.example", ["payments.example"]],
  ["several in one text", "https://a.example, b.example;x=c.example", ["a.example", "b.example", "c.example"]],
  ["JSON", '{"url":"https://hooks.chat.example/x"}', ["hooks.chat.example"]],
  ["a host that ends like a file, as a URL", "https://status.sh/", ["status.sh"]],
])("%s names an outside host", (_, text, expected) => expect(hosts(text)).toEqual(expected));

test.each([
  ["info"],
  ["https://web"],
  ["http://localhost:8080"],
  ["1.2.3"],
  ["10.0.0.1:5432"],
  ["settings.json"],
  ["help@orders.example"],
  ["a..b.example"],
  [""],
])("%p names none", (text) => expect(hosts(text)).toEqual([]));

test("what is no text is none", () => expect(hosts(7, null, ["a.example"], { a: "a.example" })).toEqual([]));

test("arguments and commands are read, own domains are left out", () => {
  const services = {
    web: { domain: "app.orders.example", env: { SELF: "https://app.orders.example" } },
    api: { args: ["--hook", "https://hooks.example"], command: ["run", "sms.example"] },
  };
  expect(outsideHosts({ services })).toEqual(["hooks.example", "sms.example"]);
  expect(outsideHosts({})).toEqual([]);
});
