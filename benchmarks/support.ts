/**
 * How often level 0 of support has the right answer among the first three, for questions in everyday
 * Latvian over the sample data. Weights are set with every second question, whose misses are printed
 * on demand; of the others, which are held back, nothing but the sum is ever told.
 *
 * `node --conditions=pvp-source --import tsx benchmarks/support.ts [--misses]`
 */
import { readFileSync } from 'node:fs';
import type { AnswerList } from '@pvp/contract';
import { openRegister } from '@pvp/testing';
import { parse } from 'yaml';
import { LATER_QUESTIONS, QUESTIONS, type SupportQuestion } from './support/questions.ts';
import { TOPIC_QUESTIONS } from './support/topic-questions.ts';

const FIRST = 3;
const showsMisses = process.argv.includes('--misses');

const register = await openRegister({ seed: 'sample' });

async function answersTo({ q, service, institution }: SupportQuestion): Promise<string[]> {
  const query = new URLSearchParams({
    q,
    ...(service && { service }),
    ...(institution && { institution }),
  });
  const response = await fetch(`${register.origin}/v1/answers?${query}`);
  if (!response.ok) throw new Error(`${q}: ${response.status} ${await response.text()}`);
  const { items } = (await response.json()) as AnswerList;
  return items.map(({ kind, id, section }) => (kind === 'service' ? `${id}#${section}` : id));
}

const half = (rest: number) => QUESTIONS.filter((_, nth) => nth % 2 === rest);
const SET_WITH = 'set with';

for (const [name, asked] of [
  [SET_WITH, half(0)],
  ['held back', half(1)],
  ['held back, written later', LATER_QUESTIONS],
  ['held back, by topic', TOPIC_QUESTIONS],
] as const) {
  let first = 0;
  let among = 0;
  for (const question of asked) {
    const given = await answersTo(question);
    const place = given.findIndex((id) => question.right.includes(id));
    if (place === 0) first++;
    if (place >= 0 && place < FIRST) among++;
    // Only those that may be looked at.
    else if (showsMisses && name === SET_WITH) console.log(`- ${question.q}: ${given.join(', ')}`);
  }
  const share = (count: number) =>
    `${count} of ${asked.length} (${Math.round((100 * count) / asked.length)} %)`;
  console.log(`${name}: among the first ${FIRST} ${share(among)}, first ${share(first)}`);
}
const unanswered = parse(
  readFileSync(new URL('search/sets/no-answer.yaml', import.meta.url), 'utf8'),
) as string[];
let answered = 0;
for (const q of unanswered) {
  const given = await answersTo({ q, right: [], institution: 'ozolleja' });
  if (given.length > 0) answered++;
}
console.log(`what no answer is for: ${answered} of ${unanswered.length} have one all the same`);
await register.close();
