export { type Day, parseToday } from "./config/day";
export { findEnvironments, loadEnvironment, loadEnvironments } from "./config/load";
export type { LoadedEnvironment } from "./config/loaded";
export { type NameScope, nameSuffix, resourceName } from "./config/names";
export type { CustomerPromise } from "./config/promise";
export { type ResolvedEnvironment, type ResolvedService, type ResolvedStore, resolve } from "./config/resolve";
export type {
  EnvironmentConfig,
  PilotConfig,
  PocConfig,
  PreProductionConfig,
  ProductionConfig,
  QuestionMeta,
  ScaleConfig,
} from "./config/schema";
export type { FoundationConfig } from "./config/schema/foundation";
export { validateConfig } from "./config/validate";
export type { ConfigView } from "./config/view";
export { type Floor, monthlyFloor } from "./cost/floor";
export { type Fate, fateOf, type ResourceChange } from "./diff/change";
export { compare, type EnvironmentDiff } from "./diff/compare";
export type { Side } from "./diff/side";
export { type StanceDifference, stanceDifferences } from "./diff/stance";
export { proveEnvironments, proveStatically } from "./environment/prove";
export { BadInput, formatProblem, type Position, type Problem } from "./errors";
export type { EvidenceEntry } from "./evidence/entry";
export { FACTS } from "./evidence/facts";
export { type Exposure, exposure } from "./exposure/exposure";
export { foundationBackend, type StateBackend } from "./foundation/backend";
export { type FoundationVerdict, judgeFoundation } from "./foundation/judge";
export { type LoadedFoundation, loadFoundation } from "./foundation/load";
export { type FoundationNames, foundationNames } from "./foundation/names";
export { buildGraph, type GraphInput } from "./plan/build";
export type { PlanGraph } from "./plan/graph";
export { type ReadPlan, readEnvironment, readPlan } from "./plan/read-plan";
export { UNKNOWN } from "./plan/reference";
export type { Part, Resource } from "./plan/resource";
export type { SynthesizedStack, TerraformJson } from "./plan/terraform-json";
export { RULES } from "./policy/catalogue";
export { type GateInput, judgeStage, judgeSynth } from "./policy/engine";
export { Held } from "./policy/held";
export type { RecreationView } from "./policy/recreation-view";
export { type FailOptions, type Rule, type RuleContext, rule, type Severity, type Subject } from "./policy/rule";
export type { Finding, Need, Verdict } from "./policy/verdict";
export { judgePromise } from "./promise/judge";
export type { PromiseLine, PromiseReport, Topology } from "./promise/promise";
export type { Promotable, Promoted } from "./promotion/gate";
export type { Disposition, LedgerEntry } from "./promotion/ledger";
export { type OpenQuestion, OpenQuestions } from "./promotion/open-questions";
export type { PromotionOptions } from "./promotion/options";
export { openQuestions, type Promotion, promote } from "./promotion/promote";
export { readSittings, type Sitting, type Sittings } from "./promotion/sitting";
export { writeYaml } from "./promotion/write-yaml";
export { type Certificate, certify, parseCertificate } from "./recreation/certificate";
export type { Proof, Proved, ProveOptions } from "./recreation/prove";
export { mockFile } from "./rehearsal/mock-file";
export { type Rehearsal, type RehearseOptions, rehearse } from "./rehearsal/rehearse";
export { type EnvironmentReport, environmentReport, type Report, report } from "./report/model";
export { FORMATS, type Format } from "./report/render-verdict";
export { type DataMap, dataMap } from "./residency/data-map";
export { type Residency, residency } from "./residency/residency";
export { isAtLeast, next, STAGES, type Stage } from "./stages/stage";
export { STANCES, type Stance } from "./stages/stances";
export { firstApply } from "./steps/first-apply";
export type { Step } from "./steps/step";
export { GatewrightApp, type GatewrightAppProps } from "./synth/app";
export { canonicalJson, configDigest, platformDigest } from "./synth/digest";
export type { IEnvironment } from "./synth/environment";
export { synthesizeInMemory } from "./synth/in-memory";
export { type RecordedDecision, recordDecision } from "./synth/recorded";
