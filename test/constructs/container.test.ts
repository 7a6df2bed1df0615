import { containerBlock } from "../../constructs/container";
import { BadInput } from "../../src/errors";

const PROPS = { name: "web", image: "acme.azurecr.io/web:1.0.0", cpu: 0.25, memory: "0.5Gi", env: {}, secrets: [] };

test("an empty text in a command is refused before the provider stops at it", () => {
  const problems = [
    { path: "command[2]", says: "command[2] of web must not be empty", fix: "Leave it out: azurerm cannot apply it." },
    { path: "args[0]", says: "args[0] of web must not be empty", fix: "Leave it out: azurerm cannot apply it." },
  ];
  const make = () => containerBlock({ ...PROPS, command: ["sleep", "infinity", ""], args: [""] }, { id: "id" });
  expect(make).toThrow(BadInput);
  expect(make).toThrow(expect.objectContaining({ problems }));
});

test("a space is a text, and empty lists are left out", () => {
  expect(containerBlock({ ...PROPS, command: [], args: [" "] }, { id: "id" })).toMatchObject({ args: [" "] });
  expect(containerBlock({ ...PROPS, command: [], args: [] }, { id: "id" })).not.toHaveProperty("command");
});
