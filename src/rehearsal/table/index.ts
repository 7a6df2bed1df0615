import { ai } from "./ai";
import { apiManagement } from "./api-management";
import { backup } from "./backup";
import { compute } from "./compute";
import { connectivity } from "./connectivity";
import { containers } from "./containers";
import { dataSources } from "./data-sources";
import { databases } from "./databases";
import { dns } from "./dns";
import { documents } from "./documents";
import { edge } from "./edge";
import type { IdTemplate, MockAttributes, MockEntry, MockTable } from "./entry";
import { governance } from "./governance";
import { messaging } from "./messaging";
import { network } from "./network";
import { observability } from "./observability";
import { storage } from "./storage";
import { vaults } from "./vaults";
import { web } from "./web";

const resources: MockTable = {
  ...ai,
  ...apiManagement,
  ...backup,
  ...compute,
  ...connectivity,
  ...containers,
  ...databases,
  ...dns,
  ...documents,
  ...edge,
  ...governance,
  ...messaging,
  ...network,
  ...observability,
  ...storage,
  ...vaults,
  ...web,
};

/** A line of the table, taken apart. */
export interface MockForm {
  readonly ids: readonly IdTemplate[];
  readonly attributes: MockAttributes;
}

const prefix = "azurerm_";

function lookUp(table: MockTable, type: string): MockForm | undefined {
  const entry: MockEntry | undefined = type.startsWith(prefix) ? table[type.slice(prefix.length)] : undefined;
  if (entry === undefined) return undefined;
  const [id, attributes] = typeof entry === "string" ? [entry, {}] : entry;
  return { ids: id.split(" || "), attributes };
}

/** The form of a resource type such as `azurerm_key_vault`; undefined is a gap in the table. */
export function resourceForm(type: string): MockForm | undefined {
  return lookUp(resources, type);
}

/** The form of a data source: its own line, else that of the resource of the same name. */
export function dataForm(type: string): MockForm | undefined {
  return lookUp(dataSources, type) ?? lookUp(resources, type);
}

/** Every resource type the table knows, sorted. */
export const knownTypes: readonly string[] = Object.keys(resources)
  .map((type) => prefix + type)
  .sort();
