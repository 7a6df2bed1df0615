export { findEnvironments, loadEnvironment, loadEnvironments } from "./config/load";
export type { LoadedEnvironment } from "./config/loaded";
export { type NameScope, nameSuffix, resourceName } from "./config/names";
export { type ResolvedEnvironment, type ResolvedService, type ResolvedStore, resolve } from "./config/resolve";
export type {
  EnvironmentConfig,
  PilotConfig,
  PocConfig,
  PreProductionConfig,
  ProductionConfig,
  QuestionMeta,
} from "./config/schema";
export type { FoundationConfig } from "./config/schema/foundation";
export { validateConfig } from "./config/validate";
export { type Floor, monthlyFloor } from "./cost/floor";
export { type Fate, fateOf, type ResourceChange } from "./diff/change";
export { compare, type EnvironmentDiff } from "./diff/compare";
export type { Side } from "./diff/side";
export { type StanceDifference, stanceDifferences } from "./diff/stance";
export { proveEnvironments, proveStatically } from "./environment/prove";
export { BadInput, formatProblem, Held, type Position, type Problem } from "./errors";
export { type Exposure, exposure } from "./exposure/exposure";
export { foundationBackend, type StateBackend } from "./foundation/backend";
export { type FoundationVerdict, judgeFoundation } from "./foundation/judge";
export { type LoadedFoundation, loadFoundation } from "./foundation/load";
export { type FoundationNames, foundationNames } from "./foundation/names";
export { RULES } from "./policy/catalogue";
export type { ConfigView } from "./policy/config-view";
export { type Day, parseToday } from "./policy/day";
export { type GateInput, judgeStage, judgeSynth } from "./policy/engine";
export { FACTS } from "./policy/evidence";
export type { EvidenceEntry } from "./policy/evidence-entry";
export { buildGraph, type GraphInput } from "./policy/graph/build";
export type { PlanGraph } from "./policy/graph/graph";
export { UNKNOWN } from "./policy/graph/reference";
export type { Part, Resource } from "./policy/graph/resource";
export { type ReadPlan, readEnvironment, readPlan } from "./policy/read-plan";
export type { RecreationView } from "./policy/recreation-view";
export { type FailOptions, type Rule, type RuleContext, rule, type Severity, type Subject } from "./policy/rule";
export type { Finding, Need, Verdict } from "./policy/verdict";
export { judgePromise } from "./promise/judge";
export type { CustomerPromise, PromiseLine, PromiseReport, Topology } from "./promise/promise";
export type { Disposition, LedgerEntry } from "./promotion/ledger";
export { type OpenQuestion, OpenQuestions } from "./promotion/open-questions";
export { openQuestions, type Promotion, promote } from "./promotion/promote";
export type { Promotable, Promoted } from "./promotion/rung";
export { readSittings, type Sitting, type Sittings } from "./promotion/sitting";
export type { PromotionOptions } from "./promotion/weigh";
export { writeYaml } from "./promotion/write-yaml";
export { type Certificate, certify, parseCertificate } from "./recreation/certificate";
export type { Proof, Proved, ProveOptions } from "./recreation/prove";
export { mockFile } from "./rehearsal/mock-file";
export { type Rehearsal, type RehearseOptions, rehearse } from "./rehearsal/rehearse";
export { type EnvironmentReport, environmentReport, type Report, report } from "./report/model";
export { FORMATS, type Format } from "./report/render";
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
export type { SynthesizedStack, TerraformJson } from "./synth/terraform-json";
