import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { loadEnvironment } from "../config/load";
import { environmentName } from "../config/names";
import { isThere } from "../disk/absence";
import { writeWhole } from "../disk/write-whole";
import { inertJson, plain } from "../display/inert";
import { BadInput, badInput } from "../errors";
import type { ModeChoice } from "../promise/promise";
import type { AnsweredConfig } from "../promotion/answered";
import { renderAnswersFile } from "../promotion/answers-file";
import { forecastConfig } from "../promotion/forecast";
import type { Promotable } from "../promotion/gate";
import { type OpenQuestion, OpenQuestions, openQuestionsOf, renderOpen } from "../promotion/open-questions";
import type { PromotionOptions } from "../promotion/options";
import { type Promotion, promote as throughGate, withAnswers } from "../promotion/promote";
import { GATE_REASON } from "../promotion/reasons";
import { readSittings, type Sittings } from "../promotion/sitting";
import { writeYaml } from "../promotion/write-yaml";
import { STAGE_TITLES } from "../stages/stage";
import { brokenPromise } from "./broken-promise";
import { floorOf, secondFloorOf } from "./floors";
import { placePromoted } from "./place-promoted";
import { print } from "./print";
import { extendProject, type ProjectFileOutcome } from "./project-files";
import { type PromotionSource, promotionSource } from "./promote-source";
import { type Cost, costSentence, renderProject, renderPromotion } from "./render-promotion";
import { modesOf, renderModes } from "./scale-modes";
import { gateQuestion, type SourceGate, sourceGate } from "./source-gate";
import { dayOf } from "./today";

/** Options of `gatewright promote`. */
export interface PromoteOptions {
  readonly environments: string;
  readonly to?: string;
  readonly today?: string;
  readonly json?: boolean;
}

/** What one run of `promote` came to. */
export interface PromoteOutcome {
  readonly environment: string;
  readonly gate: string;
  readonly outcome: "asked" | "open" | "written" | "unchanged";
  /** The file that was written, or would be read next. */
  readonly file: string;
  readonly open: readonly OpenQuestion[];
  readonly cost: Cost;
  /** What each mode of a second region would cost and keep; absent below Scale. */
  readonly modes?: readonly ModeChoice[];
  /** What holds the environment at its own gate, a sentence a control. */
  readonly held: readonly string[];
  readonly promotion?: Promotion;
  /** Workflows and tests of the project; absent where nothing was promoted. */
  readonly project?: readonly ProjectFileOutcome[];
}

/** `gatewright promote`: asks first, and writes the next environment once everything is answered. */
export async function promote(name: string | undefined, options: PromoteOptions): Promise<number> {
  const today = dayOf(options.today);
  const source = promotionSource(name, options.to, options.environments);
  const outcome = isThere(source.answersFile) ? await answer(source, today) : await ask(source, today);
  const { promotion, ...summary } = outcome;
  const told = options.json
    ? inertJson({ ...summary, ...promotion, config: undefined })
    : [render(outcome, source), ...heldLines(outcome)].join("\n");
  print(`${told}\n`);
  return outcome.open.length > 0 ? 1 : 0;
}

/** The first run: writes the questions, with what is recommended and what it will cost. */
async function ask(source: PromotionSource, today: string): Promise<PromoteOutcome> {
  const { config } = source.loaded;
  const options = optionsFor(source, today);
  const forecast = await forecastOf(source, withAnswers(config, [], options));
  const answered = withAnswers(config, [], { ...options, ...recorded(forecast.cost) });
  const ownGate = await sourceGate(source, today);
  const why = gateQuestion(ownGate, environmentName(config));
  const reasonsOpen = [...answered.reasonsOpen, ...why.map(({ path }) => path)];
  const text = renderAnswersFile(
    { ...answered, reasonsOpen },
    {
      environment: environmentName(config),
      by: config.owner,
      decided: today,
      cost: costSentence(forecast.cost),
    },
  );
  writeWhole(source.answersFile, text);
  const open = [...openQuestionsOf(answered), ...why];
  return { ...base(source, forecast, ownGate), outcome: "asked", file: source.answersFile, open };
}

/** Every later run: reads the answers, and writes the next environment when none is missing. */
async function answer(source: PromotionSource, today: string): Promise<PromoteOutcome> {
  const { config } = source.loaded;
  const sittings = readSittings<Promotable>(source.answersFile);
  const options = optionsFor(source, today);
  const forecast = await forecastOf(source, withAnswers(config, sittings, options));
  const ownGate = await sourceGate(source, today);
  const explained = sittings.some(({ why }) => (why as Record<string, unknown> | undefined)?.[GATE_REASON]);
  const open = (questions: readonly OpenQuestion[]): PromoteOutcome => ({
    ...base(source, forecast, ownGate),
    outcome: "open",
    file: source.answersFile,
    open: [...questions, ...why],
  });
  const mayAsk = !isThere(source.target);
  const why = explained || !mayAsk ? [] : gateQuestion(ownGate, environmentName(config));
  try {
    const promotion = throughGate(config, sittings as Sittings<Promotable>, { ...options, ...recorded(forecast.cost) });
    const next = { file: source.target, config: promotion.config, positionOf: source.loaded.positionOf };
    if (source.gate.inPlace && mayAsk) refuseHeld(source, ownGate);
    const unkept = mayAsk ? brokenPromise(next) : [];
    if (unkept.length + why.length > 0) return open(unkept);
    const text = `${schemaHeader(source)}${writeYaml(promotion.config)}`;
    const outcome = placePromoted(source, text, promotion.config);
    const project = extendProject(source.loaded, loadEnvironment(source.target), today);
    return { ...base(source, forecast, ownGate), outcome, file: source.target, open: [], promotion, project };
  } catch (error) {
    if (!(error instanceof OpenQuestions)) throw error;
    return open(error.questions);
  }
}

/** Nothing is added to a living environment that its own gate holds. */
function refuseHeld({ loaded, gate }: PromotionSource, { held }: SourceGate): void {
  if (held.length === 0) return;
  const name = environmentName(loaded.config);
  throw new BadInput(
    held.map((one) => ({
      path: "",
      says: `${name} cannot be promoted: its own gate holds it: ${one}`,
      fix: `A ${STAGE_TITLES[gate.to]} happens in place: mend the ${STAGE_TITLES[gate.from]} first. gatewright check ${gate.from} says more.`,
    })),
  );
}

function optionsFor({ loaded, answersFile, others }: PromotionSource, today: string): PromotionOptions {
  return { today, positionOf: loaded.positionOf, answersFile: basename(answersFile), others };
}

function base({ loaded, gate }: PromotionSource, forecast: Forecast, { held }: SourceGate) {
  return { environment: environmentName(loaded.config), gate: gate.to, ...forecast, held };
}

function recorded({ before, after, second }: Cost): Pick<PromotionOptions, "cost"> {
  return before === undefined || after === undefined ? {} : { cost: { before, after, second } };
}

/** What is known of the next environment before everything is answered. */
type Forecast = Pick<PromoteOutcome, "cost" | "modes">;

/** The floors of both environments. What cannot be built yet, an extension that does not fit for example, has none. */
async function forecastOf({ loaded, target }: PromotionSource, answered: AnsweredConfig): Promise<Forecast> {
  const before = await floorOf(loaded);
  try {
    const next = { file: target, config: forecastConfig(answered), positionOf: loaded.positionOf };
    const second = secondFloorOf(next);
    const cost = { before, after: await floorOf(next), ...(second !== undefined && { second }) };
    const modes = modesOf(next);
    return { cost, ...(modes.length > 0 && { modes }) };
  } catch (error) {
    const unknown = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return { cost: { before, ...(unknown !== undefined && { unknown }) } };
  }
}

/** The line that tells editors the schema, as the promoted file has it. */
function schemaHeader({ loaded, gate }: PromotionSource): string {
  const line = /^# yaml-language-server: \$schema=\S+$/m.exec(readFileSync(loaded.file, "utf8"))?.[0];
  return line === undefined ? "" : `${line.replace(`${gate.from}.schema.json`, `${gate.to}.schema.json`)}\n`;
}

/** What is wrong with the environment that is promoted, whether or not it is asked for. */
function heldLines({ environment, held }: PromoteOutcome): string[] {
  if (held.length === 0) return [];
  return ["", `The own gate of ${environment} holds it:`, ...held.map((one) => `  ${plain(one)}`)];
}

/** What the answers are weighed by. */
function weighed({ modes = [], cost }: PromoteOutcome): string {
  return [...renderModes(modes), costSentence(cost)].join("\n");
}

function render(outcome: PromoteOutcome, { gate, target, loaded, answersFile }: PromotionSource): string {
  const again = `gatewright promote ${gate.from}`;
  switch (outcome.outcome) {
    case "asked":
      return `${answersFile} written: what a ${STAGE_TITLES[gate.to]} needs to know.\n\n${renderOpen(outcome.open)}\n\n${weighed(outcome)}\nNext: answer what is open, then run ${again} again.`;
    case "open":
      return `${renderOpen(outcome.open)}\n\n${weighed(outcome)}\nNext: answer in ${answersFile}, then run ${again} again.`;
    default:
      if (!outcome.promotion) throw badInput("nothing was promoted");
      return [
        renderPromotion(outcome.promotion, loaded.config, {
          head: [
            outcome.outcome === "written"
              ? `${target} written.`
              : `${target} is there already and says the same; nothing was written.`,
            ...(gate.inPlace ? [`${loaded.file} removed: the same environment goes on in the new file.`] : []),
          ].join("\n"),
          cost: outcome.cost,
          title: STAGE_TITLES[gate.to],
          next: `gatewright check ${gate.to}`,
        }),
        ...renderProject(outcome.project ?? [], environmentName(outcome.promotion.config)),
      ].join("\n");
  }
}
