import { resolve } from "../../src/config/resolve";
import { firstApply } from "../../src/steps/first-apply";
import { pilotConfig } from "../support/pilot";
import { pocConfig } from "../support/poc-config";
import { changed, run, stepOf, WHOLE } from "./support";

const STATE = { storageAccountName: "stordersfnd", containerName: "orders-pre-production" };
const ACCOUNT =
  "/subscriptions/s/resourceGroups/rg-orders-foundation-weu/providers/Microsoft.Storage/storageAccounts/stordersfnd";
const known = firstApply(resolve(WHOLE), { state: STATE });
const commandsOf = (steps: typeof known, id: string) => steps.find((step) => step.id === id)?.commands ?? [];

describe("who applies", () => {
  test("is an owner or the deploy workflow, because operators may neither give roles nor make locks", () => {
    for (const steps of [known, firstApply(resolve(pilotConfig()))])
      expect(steps[1]?.why).toContain(
        "An owner of the subscription runs these steps, because operators may neither give roles nor make locks; the deploy workflow may, and can take any of the stacks.",
      );
    const standing = changed({ access: { ...WHOLE.access, writers: "standing" } });
    const activates = (config: typeof WHOLE) =>
      stepOf(config, "sign-in").why.includes("Owners activate their role first");
    expect([activates(WHOLE), activates(standing)]).toEqual([true, false]);
  });

  test("reaches the state of this environment alone, before the first init and until the steps are done", () => {
    const given = run(commandsOf(known, "reach-state"), { AZ_PRINTS: ACCOUNT }, "base\n").az;
    expect(given).toEqual([
      "storage account list --subscription base --query [?name=='stordersfnd'].id --output tsv",
      "ad signed-in-user show --query id --output tsv",
      `role assignment create --role Storage Blob Data Contributor --assignee-object-id ${ACCOUNT} --assignee-principal-type User --scope /subscriptions/s/resourceGroups/rg-orders-foundation-weu --condition @Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'orders-pre-production' --condition-version 2.0 --output none`,
    ]);
    const taken = run(commandsOf(known, "leave-state"), { AZ_PRINTS: ACCOUNT, STATE_SUBSCRIPTION: "base" }).az;
    expect(taken).toEqual([
      "storage account list --subscription base --query [?name=='stordersfnd'].id --output tsv",
      "ad signed-in-user show --query id --output tsv",
      `role assignment delete --role Storage Blob Data Contributor --assignee ${ACCOUNT} --scope /subscriptions/s/resourceGroups/rg-orders-foundation-weu`,
    ]);
    const missing = run(commandsOf(known, "reach-state"), { AZ_PRINTS: "", STATE_SUBSCRIPTION: "base" });
    expect([missing.code, missing.stderr]).toEqual([
      1,
      "No storage account stordersfnd there. Is the foundation applied?\n",
    ]);
    const ids = known.map(({ id }) => id);
    const firstInit = known.findIndex(({ commands }) => commands.some((one) => /^terraform .* init/.test(one)));
    expect(ids.indexOf("reach-state")).toBeLessThan(firstInit);
    const lastApply = known.map(({ id }) => id.startsWith("apply-")).lastIndexOf(true);
    expect(ids.indexOf("leave-state")).toBeGreaterThan(lastApply);
  });

  test("names the account and the container that were asked for, where no foundation was at hand", () => {
    const { needs = [], commands } = stepOf(WHOLE, "reach-state");
    expect(commands[1]).toContain("[?name=='$STATE_ACCOUNT'].id");
    expect(commands.at(-1)).toContain(" StringEquals '$STATE_CONTAINER'\"");
    expect(needs.slice(-2)).toEqual([
      "ask STATE_ACCOUNT 'Storage account of the foundation'",
      "ask STATE_CONTAINER 'State container of this environment'",
    ]);
  });

  test("needs none of it for the local state of a POC", () => {
    const ids = firstApply(resolve(pocConfig())).map(({ id }) => id);
    expect(ids.filter((id) => id.endsWith("-state"))).toEqual([]);
  });

  test("registers the provider of Application Insights' own alert rule from Pilot on", () => {
    const registers = (steps: typeof known) => steps[1]?.commands.at(-1)?.includes(" Microsoft.AlertsManagement ");
    expect([pocConfig(), pilotConfig(), WHOLE].map((config) => registers(firstApply(resolve(config))))).toEqual([
      false,
      true,
      true,
    ]);
  });
});
