/** Questions about generated services, made of their own texts as people would type them. */
import type { Service } from '@pvp/contract';
import type { Question } from './questions.ts';
import { formsOf, pick, slipIn, unmarked, verbOf, wordsIn, type Random } from './word-forms.ts';

/** Words that say nothing about the subject. */
const SMALL = new Set('un ar par uz no pie pēc lai ja ir kas vai tās to tā arī kā'.split(' '));
const DEED = ['kā', 'kur var', 'kas vajadzīgs, lai', 'vai es varu', 'kā man', 'cik maksā'];
const THING = ['kur saņemt', 'kā pieteikties', 'kā saņemt', 'kādi dokumenti vajadzīgi', 'kas ir'];

type Maker = (service: Service, random: Random) => string | undefined;

const MAKERS: Readonly<Record<string, Maker>> = {
  exact: titleOf,
  inflected(service, random) {
    const q = inflected(service, random);
    return q === titleOf(service).toLowerCase() ? undefined : q;
  },
  unmarked: (service) => unmarked(titleOf(service)),
  typo: (service, random) => withSlip(wordsIn(titleOf(service)), 5, random)?.join(' '),
  prefix(service, random) {
    const words = wordsIn(titleOf(service));
    const begun = words.slice(0, Math.min(words.length, 1 + Math.floor(random() * 4)));
    const last = begun.pop()!;
    if (last.length < 5) return undefined;
    const typed = Math.max(3, Math.ceil(last.length * (0.4 + random() * 0.4)));
    return [...begun, last.slice(0, typed)].join(' ');
  },
  verb(service, random) {
    const deed = withVerb(service, random);
    if (!deed) return undefined;
    const { verb, others } = deed;
    return (random() < 0.5 ? [verb, ...others] : [...others, verb]).join(' ');
  },
  question(service, random) {
    const deed = withVerb(service, random);
    if (deed && random() < 0.6) {
      return `${pick(DEED, random)} ${[deed.verb, ...deed.others].join(' ')}?`;
    }
    return `${pick(THING, random)} ${inflected(service, random)}?`;
  },
  keywords: ({ keywords }) => keywords?.slice(0, 3).join(' '),
  mixed(service, random) {
    let words = wordsIn(titleOf(service)).map((word) =>
      random() < 0.5 ? pick(formsOf(word), random) : word,
    );
    if (random() < 0.5) words = words.map(unmarked);
    if (random() < 0.5) words = withSlip(words, 6, random) ?? words;
    if (words.length > 3 && random() < 0.5) words.splice(Math.floor(random() * words.length), 1);
    return (random() < 0.3 ? words.reverse() : words).join(' ');
  },
  summary(service, random) {
    const all = wordsIn(service.summary?.['lv'] ?? '');
    const telling = [...new Set(all.filter((word) => word.length >= 5 && !SMALL.has(word)))];
    if (telling.length < 4) return undefined;
    const count = 3 + Math.floor(random() * 2);
    while (telling.length > count) telling.splice(Math.floor(random() * telling.length), 1);
    return telling.join(' ');
  },
};

/** @param perClass Number of questions of each class. */
export function* coreQuestions(
  services: readonly Service[],
  perClass: number,
  random: Random,
): Generator<Question> {
  const titled = services.filter(({ title }) => title['lv']);
  const rightFor = answersAmong(titled);
  for (const [name, make] of Object.entries(MAKERS)) {
    for (let made = 0; made < perClass;) {
      const service = pick(titled, random);
      const q = make(service, random);
      if (!q) continue;
      made++;
      yield { q, class: name, right: rightFor(name, q, service) };
    }
  }
}

/** Services that answer a question as well as the one that it was made of. */
function answersAmong(services: readonly Service[]) {
  const titles = services.map((service) => ({
    id: service.id,
    title: unmarked(titleOf(service)),
    subject: subjectOf(service),
    words: wordsIn(unmarked(titleOf(service))),
    all: new Set(
      wordsIn(
        unmarked(
          [titleOf(service), ...(service.keywords ?? []), service.summary?.['lv']].join(' '),
        ),
      ),
    ),
  }));
  return (name: string, q: string, service: Service): ReadonlySet<string> => {
    const words = wordsIn(unmarked(q));
    const title = unmarked(titleOf(service));
    const last = words.at(-1)!;
    const isPlaced = title !== subjectOf(service);
    const isRight = (other: (typeof titles)[number]) => {
      if (name === 'keywords' || name === 'summary') return words.every((w) => other.all.has(w));
      if (name === 'prefix') {
        const begins = other.words.some((word) => word.startsWith(last));
        return begins && words.slice(0, -1).every((word) => other.words.includes(word));
      }
      // A word may have been left out: that of the place, too.
      if (name === 'mixed' || !isPlaced) return other.subject === subjectOf(service);
      return other.title === title;
    };
    return new Set(titles.filter(isRight).map(({ id }) => id));
  };
}

/** The title without the place. */
function subjectOf(service: Service): string {
  return unmarked(titleOf(service)).replace(/ \S+ novada$/, '');
}

function titleOf({ title }: Service): string {
  return title['lv']!;
}

function inflected(service: Service, random: Random): string {
  return wordsIn(titleOf(service))
    .map((word) => pick(formsOf(word), random))
    .join(' ');
}

function withVerb(service: Service, random: Random) {
  const words = wordsIn(titleOf(service));
  const verbs = words.map((word) => verbOf(word, random));
  const at = verbs.findIndex((verb) => verb !== undefined);
  return at < 0 ? undefined : { verb: verbs[at]!, others: words.filter((_, nth) => nth !== at) };
}

function withSlip(words: readonly string[], from: number, random: Random): string[] | undefined {
  const long = words.flatMap((word, nth) => (word.length >= from ? [nth] : []));
  if (long.length === 0) return undefined;
  const at = pick(long, random);
  return words.map((word, nth) => (nth === at ? slipIn(word, random) : word));
}
