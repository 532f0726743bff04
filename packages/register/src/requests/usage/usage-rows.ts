/** Counters of a day, and what people thought of what they read. */
import type { FeedbackSubject, UsageAnswer, UsageCounts, UsageEventName } from '@pvp/contract';
import type { SqlRow, SqlSession } from '../../store/drivers/driver.ts';
import type { RequestStore } from '../tables/request-store.ts';

/** Words that fewer searches had are not told: what is rare may point at somebody. */
const TOLD_FROM = 3;
const MOST_QUERIES = 200;
const MOST_SUBJECTS = 500;
const MOST_SUGGESTIONS = 200;

/** What is added to a day; `institution` is '' where none is meant. */
export interface Counted {
  day: string;
  institution: string;
}

export async function addCount(
  session: SqlSession,
  { day, institution }: Counted,
  host: string,
  name: UsageEventName,
  n: number,
): Promise<void> {
  await session.all(
    `INSERT INTO usage_count (day, host, institution, name, n) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (day, host, institution, name) DO UPDATE SET n = usage_count.n + excluded.n`,
    [day, host, institution, name, n],
  );
}

export async function addQuery(
  session: SqlSession,
  { day, institution }: Counted,
  query: string,
  n: number,
): Promise<void> {
  await session.all(
    `INSERT INTO usage_query (day, institution, query, n) VALUES ($1, $2, $3, $4)
       ON CONFLICT (day, institution, query) DO UPDATE SET n = usage_query.n + excluded.n`,
    [day, institution, query, n],
  );
}

export async function addVote(
  session: SqlSession,
  { day, institution }: Counted,
  { type, id }: FeedbackSubject,
  useful: boolean,
): Promise<void> {
  await session.all(
    `INSERT INTO feedback_count (day, institution, type, id, useful, not_useful)
       VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (day, institution, type, id) DO UPDATE SET
       useful = feedback_count.useful + excluded.useful,
       not_useful = feedback_count.not_useful + excluded.not_useful`,
    [day, institution, type, id, Number(useful), Number(!useful)],
  );
}

/** @param name A new one; it follows from nothing. */
export async function addSuggestion(
  session: SqlSession,
  { day, institution }: Counted,
  { type, id }: FeedbackSubject,
  name: string,
  text: string,
): Promise<void> {
  await session.all(
    `INSERT INTO feedback_suggestion (name, day, institution, type, id, text)
       VALUES ($1, $2, $3, $4, $5, $6)`,
    [name, day, institution, type, id, text],
  );
}

export interface UsageRange {
  /** `undefined`: all. */
  institution: string | undefined;
  since: string;
  /** The last day. */
  until: string;
}

/** What was counted between two days. */
export async function readUsage(session: SqlSession, range: UsageRange): Promise<UsageAnswer> {
  const { institution, since, until } = range;
  const where = `day >= $1 AND day <= $2${institution === undefined ? '' : ' AND institution = $3'}`;
  const values = institution === undefined ? [since, until] : [since, until, institution];
  const all = (text: string) => session.all(text.replace('<range>', where), values);

  const byHost = await all(
    `SELECT host, name, SUM(n) AS n, MIN(day) AS first_day, MAX(day) AS last_day
       FROM usage_count WHERE <range> GROUP BY host, name ORDER BY host, name`,
  );
  const byDay = await all(
    `SELECT day, name, SUM(n) AS n FROM usage_count WHERE <range>
       GROUP BY day, name ORDER BY day, name`,
  );
  const queries = await all(
    `SELECT query, SUM(n) AS n FROM usage_query WHERE <range>
       GROUP BY query HAVING SUM(n) >= ${TOLD_FROM}
       ORDER BY SUM(n) DESC, query LIMIT ${MOST_QUERIES}`,
  );
  const votes = await all(
    `SELECT type, id, SUM(useful) AS useful, SUM(not_useful) AS not_useful
       FROM feedback_count WHERE <range> GROUP BY type, id
       ORDER BY SUM(not_useful) DESC, type, id LIMIT ${MOST_SUBJECTS}`,
  );
  const suggestions = await all(
    `SELECT day, type, id, text FROM feedback_suggestion WHERE <range>
       ORDER BY day DESC, name LIMIT ${MOST_SUGGESTIONS}`,
  );
  return {
    since,
    until,
    hosts: hostsOf(byHost),
    days: daysOf(byDay),
    notFound: queries.map((row) => ({ query: text(row, 'query'), count: number(row, 'n') })),
    feedback: votes.map((row) => ({
      subject: subjectOf(row),
      useful: number(row, 'useful'),
      notUseful: number(row, 'not_useful'),
    })),
    suggestions: suggestions.map((row) => ({
      day: text(row, 'day'),
      subject: subjectOf(row),
      text: text(row, 'text'),
    })),
  };
}

/** Forgets what was counted and said before two days. */
export function purgeUsage(
  store: RequestStore,
  { usageBefore, feedbackBefore }: { usageBefore: string; feedbackBefore: string },
): Promise<void> {
  return store.write(async (session) => {
    await session.all('DELETE FROM usage_count WHERE day < $1', [usageBefore]);
    await session.all('DELETE FROM usage_query WHERE day < $1', [usageBefore]);
    await session.all('DELETE FROM feedback_count WHERE day < $1', [feedbackBefore]);
    await session.all('DELETE FROM feedback_suggestion WHERE day < $1', [feedbackBefore]);
  });
}

function hostsOf(rows: readonly SqlRow[]): UsageAnswer['hosts'] {
  const hosts = new Map<string, UsageAnswer['hosts'][number]>();
  for (const row of rows) {
    const host = text(row, 'host');
    const [first, last] = [text(row, 'first_day'), text(row, 'last_day')];
    const known = hosts.get(host) ?? { host, firstDay: first, lastDay: last, counts: {} };
    if (first < known.firstDay) known.firstDay = first;
    if (last > known.lastDay) known.lastDay = last;
    known.counts[text(row, 'name')] = number(row, 'n');
    hosts.set(host, known);
  }
  const views = ({ counts }: { counts: UsageCounts }) => counts['view'] ?? 0;
  return [...hosts.values()].sort((a, b) => views(b) - views(a));
}

function daysOf(rows: readonly SqlRow[]): UsageAnswer['days'] {
  const days = new Map<string, UsageCounts>();
  for (const row of rows) {
    const day = text(row, 'day');
    const counts = days.get(day) ?? {};
    counts[text(row, 'name')] = number(row, 'n');
    days.set(day, counts);
  }
  return [...days].map(([day, counts]) => ({ day, counts }));
}

function subjectOf(row: SqlRow): FeedbackSubject {
  return { type: text(row, 'type'), id: text(row, 'id') };
}

function text(row: SqlRow, name: string): string {
  return row[name] as string;
}

function number(row: SqlRow, name: string): number {
  return Number(row[name]);
}
