/**
 * How often level 0 of support has the right answer among the first three, for questions in everyday
 * Latvian over the sample data. Weights are set with every second question, whose misses are printed
 * on demand; of the others, which are held back, nothing but the sum is ever told.
 *
 * `node --conditions=pvp-source --import tsx benchmarks/support.ts [--misses]`
 */
import type { AnswerList } from '@pvp/contract';
import { openRegister } from '@pvp/testing';
import { QUESTIONS, type SupportQuestion } from './support/questions.ts';

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

for (const [name, rest] of [
  ['set with', 0],
  ['held back', 1],
] as const) {
  const asked = QUESTIONS.filter((_, nth) => nth % 2 === rest);
  let first = 0;
  let among = 0;
  for (const question of asked) {
    const given = await answersTo(question);
    const place = given.findIndex((id) => question.right.includes(id));
    if (place === 0) first++;
    if (place >= 0 && place < FIRST) among++;
    // Only those that may be looked at.
    else if (showsMisses && rest === 0) console.log(`- ${question.q}: ${given.join(', ')}`);
  }
  const share = (count: number) =>
    `${count} of ${asked.length} (${Math.round((100 * count) / asked.length)} %)`;
  console.log(`${name}: among the first ${FIRST} ${share(among)}, first ${share(first)}`);
}
await register.close();
