/** The parts of a description that answer something, each with the words that people ask with. */
import type {
  AnswerSection,
  CardCost,
  CardTerm,
  LocalizedRichText,
  LocalizedString,
  Service,
} from '@pvp/contract';
import { cardCost } from '../model/card-cost.ts';
import { cardTerm } from '../model/card-term.ts';
import { pickLanguage } from '../model/pick-language.ts';
import { linesOfTree } from './sentences.ts';

export interface Passage {
  section: AnswerSection;
  lang: string;
  /** Lines of registered text; may be empty where `cost` or `term` says it. */
  text: string;
  cost?: CardCost;
  term?: CardTerm;
}

/** How people ask for a part, in Latvian, English and Russian; the names of facts, not of services. */
export const ASKED_WITH: Readonly<Record<AnswerSection, readonly string[]>> = {
  summary: ['kas tas ir', 'what is it', 'что это'],
  cost: [
    'cik maksā',
    'maksa cena nodeva izmaksas',
    'jāmaksā samaksāt bez maksas',
    'price cost fee pay free',
    'сколько стоит цена плата бесплатно пошлина',
  ],
  term: [
    'cik ilgi jāgaida',
    'termiņš ilgums gaidīt dienas',
    'cik ātri laiks',
    'how long wait time days',
    'сколько ждать срок долго дней',
  ],
  documents: [
    'kādi dokumenti jāņem līdzi',
    'vajadzīgie papīri veidlapa pase apliecība pielikums',
    'documents form bring',
    'какие документы бланк взять с собой',
  ],
  steps: ['kā notiek', 'kārtība soļi norise kas jādara', 'how steps procedure', 'как порядок шаги'],
  channels: [
    'kur pieteikties',
    'darba laiks adrese tālrunis elektroniski internetā klātienē',
    'where address opening hours online phone',
    'где адрес время работы электронно телефон',
  ],
  result: ['ko saņemšu rezultāts', 'result outcome', 'результат'],
  appeal: [
    'kur sūdzēties apstrīdēt pārsūdzēt',
    'nepiekrītu lēmumam sūdzība',
    'appeal complain decision',
    'обжаловать жалоба решение',
  ],
  notes: ['ierobežojumi brīdinājums', 'restrictions warning', 'ограничения предупреждение'],
};

/** The passages of a service in the language asked for, else in the one that its title is in. */
export function passagesOf(service: Service, lang: string | undefined): Passage[] {
  const shown = pickLanguage(service.title, lang)?.lang ?? 'lv';
  const line = (text: LocalizedString | undefined) => pickLanguage(text, shown)?.text ?? '';
  const tree = (text: LocalizedRichText | undefined) =>
    linesOfTree(pickLanguage(text, shown)?.text);
  const passages: Passage[] = [];
  const add = (section: AnswerSection, lines: readonly string[], fact: Partial<Passage> = {}) => {
    const text = lines.filter(Boolean).join('\n');
    if (text || fact.cost || fact.term) passages.push({ section, lang: shown, text, ...fact });
  };
  const { costs, terms, documents = [], steps = [], channels = [], outputs = [] } = service;
  add('summary', [line(service.summary), tree(service.description), tree(service.recipientNote)]);
  const cost = cardCost(costs);
  if (cost)
    add(
      'cost',
      (costs ?? []).map((row) => line(row.description)),
      { cost },
    );
  const term = cardTerm(terms, shown);
  if (term)
    add(
      'term',
      (terms ?? []).map((row) => line(row.description)),
      { term },
    );
  add('documents', [
    documents
      .map(({ title }) => line(title))
      .filter(Boolean)
      .join('; '),
  ]);
  add(
    'steps',
    steps.flatMap(({ title, description }) => [line(title), tree(description)]),
  );
  add('channels', [
    channels
      .map(({ title }) => line(title))
      .filter(Boolean)
      .join('; '),
    ...channels.map(({ description }) => tree(description)),
  ]);
  add(
    'result',
    outputs.flatMap(({ title, description }) => [line(title), tree(description)]),
  );
  const sections = service.sections ?? [];
  const ofRole = (wanted: (role: string) => boolean) =>
    sections.filter(({ role }) => wanted(role)).map(({ content }) => tree(content));
  add(
    'appeal',
    ofRole((role) => role === 'appeal'),
  );
  add(
    'notes',
    ofRole((role) => role !== 'appeal'),
  );
  return passages;
}
