/**
 * How well questions are answered, by class: ours and, with --peers, MiniSearch, FlexSearch, Orama
 * and Lunr as they come and with our stems. Settings are chosen by the development half alone.
 *
 *   npm --prefix benchmarks ci
 *   npm --prefix benchmarks run search-quality -- [--peers] [--missed]
 *
 * `--missed` lists what went wrong in the development half; the other half is not looked at.
 */
import { machineLine, markdownTable, today } from './machine.ts';
import {
  generatedCatalogue,
  generatedRecords,
  sampleCatalogue,
  sampleTitles,
  type Catalogue,
} from './search/catalogues.ts';
import { coreQuestions } from './search/core-questions.ts';
import { ALL, measure, type Measure, type Search } from './search/measures.ts';
import {
  halfOf,
  questionsOf,
  readSet,
  type Half,
  type Question,
  type QuestionsAndNothing,
  type QuestionsByTitle,
} from './search/questions.ts';
import { seededRandom } from './search/word-forms.ts';

const SERVICES = 5_000;
const PER_CLASS = 150;
const NO_ANSWER = 'no answer';
const HALVES: readonly Half[] = ['development', 'held back'];
const withPeers = process.argv.includes('--peers');
const withMissed = process.argv.includes('--missed');

console.log(`${today()}, ${machineLine()}\n`);
const generated = generatedRecords(SERVICES);
const core = generatedCatalogue(generated);
// What is for everybody stands in lists where these are asked for it, and nobody asks here.
const listed = generated.services.filter(
  ({ id, kind }) => core.has(id) && kind !== 'public-general',
);
await compare(`Core: ${SERVICES} generated services`, core, [
  ...coreQuestions(listed, PER_CLASS, seededRandom(1)),
]);

const everyday = readSet<QuestionsByTitle>('everyday');
const known = await sampleTitles();
const sample = await sampleCatalogue(Object.keys(everyday).filter((title) => !known.has(title)));
const places = readSet<{ q: string; id: string }[]>('places');
await compare('Written by hand: sample data and services known by their titles', sample, [
  ...questionsOf(readSet('sample'), sample.idsOf),
  ...questionsOf(everyday, sample.idsOf),
  ...places.map(({ q, id }) => ({ q, class: 'place', right: new Set([id]) })),
  ...unanswered('no-answer'),
]);
await sample.close();

const sets = ['national', 'uncommon'] as const;
const described = Object.assign({}, ...sets.map(readSet)) as QuestionsByTitle;
const titles = Object.keys(described).filter((title) => !known.has(title));
for (const between of [0, SERVICES]) {
  const national = await sampleCatalogue(titles, summariesOf(described), between);
  const asked = sets.flatMap((name) =>
    Array.from(questionsOf(readSet(name), national.idsOf), (question) => ({
      ...question,
      class: `${name}: ${question.class}`,
    })),
  );
  await compare(
    `A national register: sample data, ${titles.length} services, ${between} generated ones between`,
    national,
    [...asked, ...unanswered('national-no-answer')],
  );
  await national.close();
}

const short = {
  development: readSet<QuestionsAndNothing>('short-seen'),
  'held back': readSet<QuestionsAndNothing>('short-held-back'),
};
const shortServices = { ...short.development.services, ...short['held back'].services };
const shortTitles = Object.keys(shortServices).filter((title) => !known.has(title));
for (const between of [0, SERVICES]) {
  const catalogue = await sampleCatalogue(shortTitles, summariesOf(shortServices), between);
  for (const half of HALVES) {
    const { services, nothing } = short[half];
    await compareHalf(
      `One or two words: sample data, ${shortTitles.length} services, ${between} generated ones between`,
      catalogue,
      half,
      [...questionsOf(services, catalogue.idsOf), ...nothing.map(withoutAnswer)],
    );
  }
  await catalogue.close();
}

const residents = readSet<QuestionsAndNothing>('residents');
const asked = Object.keys(residents.services).filter((title) => !known.has(title));
for (const between of [0, SERVICES]) {
  const catalogue = await sampleCatalogue(asked, summariesOf(residents.services), between);
  await compareHalf(
    `Residents: sample data, ${asked.length} services, ${between} generated ones between`,
    catalogue,
    'held back',
    [...questionsOf(residents.services, catalogue.idsOf), ...residents.nothing.map(withoutAnswer)],
  );
  await catalogue.close();
}

function unanswered(set: string): Question[] {
  return readSet<string[]>(set).map(withoutAnswer);
}

function withoutAnswer(q: string): Question {
  return { q, class: NO_ANSWER, right: new Set() };
}

function summariesOf(set: QuestionsByTitle): Map<string, string> {
  return new Map(
    Object.entries(set).flatMap(([title, { described: text }]) =>
      typeof text === 'string' ? [[title, text]] : [],
    ),
  );
}

async function compare(title: string, catalogue: Catalogue, questions: readonly Question[]) {
  for (const half of HALVES) {
    const asked = questions.filter((question) => halfOf(question) === half);
    await compareHalf(title, catalogue, half, asked);
  }
}

async function compareHalf(
  title: string,
  { index, documents }: Catalogue,
  half: Half,
  asked: readonly Question[],
) {
  const engines: [string, Search][] = [
    ['ours', (q) => index.list({ q, limit: 10 }).items.map(({ id }) => id)],
  ];
  if (withPeers) {
    const { PEERS } = await import('./search/peers.ts');
    for (const [name, fill] of Object.entries(PEERS)) {
      engines.push([name, (await fill(documents)).search]);
    }
  }
  const titles = new Map(Array.from(index.entries(), ({ id, title }) => [id, title['lv']]));
  const missed = ({ q, class: name, right }: Question, found: readonly string[]) => {
    const named = (ids: Iterable<string>) => Array.from(ids, (id) => titles.get(id)).slice(0, 3);
    console.log(
      `[${name}] ${q}\n   right: ${named(right)[0]}\n   found: ${named(found).join(' | ')}`,
    );
  };
  const results: [string, Map<string, Measure>][] = [];
  for (const [name, search] of engines) {
    const isLookedAt = withMissed && half === 'development' && name === 'ours';
    results.push([name, await measure(asked, search, isLookedAt ? missed : undefined)]);
  }
  console.log(`### ${title}, ${half} half\n`);
  if (withPeers) console.log(`${tableByEngine(results)}\n`);
  console.log(`${tableByClass(results[0]![1])}\n`);
}

function tableByClass(measures: Map<string, Measure>): string {
  const head = ['class', 'questions', 'MRR@10', 'success@3', 'recall@10', 'no result'];
  const shares = ({ mrr, success, recall, empty }: Measure) => [mrr, success, recall, empty];
  const rows = [...measures].map(([name, each]) => [
    name,
    String(each.count),
    ...shares(each).map((share) => share.toFixed(3)),
  ]);
  return markdownTable(head, rows);
}

/** MRR@10 / success@3 by class; where nothing answers, how often nothing is found. */
function tableByEngine(results: readonly [string, Map<string, Measure>][]): string {
  const classes = [...results[0]![1].keys()].sort((a, b) => Number(a === ALL) - Number(b === ALL));
  const rows = classes.map((name) => [
    name,
    ...results.map(([, measures]) => {
      const { mrr, success, empty } = measures.get(name)!;
      return name === NO_ANSWER ? empty.toFixed(2) : `${mrr.toFixed(3)} / ${success.toFixed(3)}`;
    }),
  ]);
  return markdownTable(['class', ...results.map(([name]) => name)], rows);
}
