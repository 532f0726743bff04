import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen, textOf } from '../staging/looking.ts';
import { catalogue, search, TAG } from './catalogue.ts';

const DECLARATION = 'Dzīvesvietas deklarēšana';

/**
 * What a visitor sees who searches: words in any form, with or without their marks, everyday words,
 * mistyped ones, and what is offered where nothing is found.
 */
const meta: Meta = {
  title: 'Service catalogue/Search',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { limit: 5 },
  render: (args) => catalogue(args),
};
export default meta;

const all = (host: Element, selector: string) => [
  ...(host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const titles = (host: Element) => all(host, '.row .title').map(textOf);
/** The words that are marked in the title of the first row. */
const marks = (host: Element) =>
  [...(inside(host, '.row .title')?.querySelectorAll('mark') ?? [])].map(textOf);
const status = (host: Element) => textOf(inside(host, '[role=status]'));
const field = (host: Element) => inside<HTMLInputElement>(host, 'input[type=search]');

/** Waits until the first service is this one, and its number of services is told. */
async function found(host: Element, first: string, count: string): Promise<void> {
  await seen(`„${first}” as the first service`, () => titles(host)[0] === first);
  await seen(`„${count}”`, () => status(host) === count);
}

async function marked(host: Element, words: readonly string[]): Promise<void> {
  await seen(`marks on ${words.join(', ')}`, () => marks(host).join() === words.join());
}

/** The list narrows at each key, the words found are marked, and the number is told in the end. */
export const WordsTyped: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    for (const words of ['pab', 'pabal', 'pabalsts', 'pabalsts bē', 'pabalsts bērna'])
      await search(host, words);
    await found(host, 'Bērna piedzimšanas pabalsts', '2 pakalpojumi');
    await marked(host, ['Bērna', 'pabalsts']);
  },
};

/** Another case, a verb in place of its noun, and no marks on letters: the same service. */
export const OtherForms: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'dzivesvietu deklaret');
    await found(host, DECLARATION, '2 pakalpojumi');
    await marked(host, ['Dzīvesvietas', 'deklarēšana']);
  },
};

/** What people call it leads to the service, though its title has no such word. */
export const EverydayWord: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'lampa');
    await found(host, 'Ielu apgaismojuma bojājuma pieteikšana', '1 pakalpojums');
  },
};

/** An abbreviation marks the words that it stands for. */
export const Abbreviation: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'nīn');
    await found(host, 'Nekustamā īpašuma nodokļa atvieglojumi', '1 pakalpojums');
    await marked(host, ['Nekustamā', 'īpašuma', 'nodokļa']);
  },
};

/** A slip of the finger is forgiven without a word. */
export const SmallTypingError: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'bezdarbneku');
    await found(host, 'Bezdarbnieka statusa piešķiršana', '1 pakalpojums');
    await marked(host, ['Bezdarbnieka']);
  },
};

const offerOf = (host: Element) =>
  seen('„Vai domājāt …?”', () =>
    all(host, '.empty button').find((button) => textOf(button) === 'Vai domājāt „pabalsts”?'),
  );

/** Too many slips to be sure: the spelling that was meant is offered. */
export const DidYouMean: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'pobulsts');
    await offerOf(host);
    await seen('the number', () => status(host) === '0 pakalpojumu');
  },
};

/** The offer taken: its words are in the field, where the focus is. */
export const MeantSpellingChosen: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'pobulsts');
    (await offerOf(host)).click();
    await found(host, 'Dzīvokļa pabalsts', '6 pakalpojumi');
    await marked(host, ['pabalsts']);
    await seen('the words in the field', () => field(host)?.value === 'pabalsts');
    await seen('the focus in the field', () => host.shadowRoot?.activeElement === field(host));
  },
};

/** Nothing has all of the words: what is nearest, and whom to ask. */
export const NothingFound: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'dzīvesvietas raķete');
    await seen('the advice', () => textOf(inside(host, '.empty')).includes('Pārbaudiet rakstību'));
    await seen('a service that is near', () =>
      all(host, '.empty .named a').some((link) => textOf(link) === DECLARATION),
    );
    await seen('a telephone number', () => inside(host, '.empty .ask a[href^="tel:"]'));
    await seen('the number', () => status(host) === '0 pakalpojumu');
  },
};

/** The page shows one institution; another one has the service. */
export const FoundElsewhere: StoryObj = {
  args: { institution: 'ozolleja' },
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'zvejas karte');
    await seen('the service of another institution', () =>
      all(host, '.empty .named').some((named) =>
        /^Visā reģistrā pēc šiem vārdiem ir 1 pakalpojums Zvejas karte/.test(textOf(named)),
      ),
    );
    await seen('the number', () => status(host) === '0 pakalpojumu');
  },
};

async function filter(host: Element, facet: string, text: string): Promise<void> {
  const box = await seen(`the filter „${text}”`, () =>
    all(host, `[data-facet=${facet}] label`)
      .find((label) => textOf(label).startsWith(text))
      ?.querySelector('input'),
  );
  box.click();
  await seen(`its chip „${text}”`, () =>
    all(host, '[part~=chip]').some((chip) => textOf(chip) === text),
  );
}

/** Words and filters narrow the list together; chips take filters back, and the words stay. */
export const WithFilters: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'pabalsts');
    await found(host, 'Dzīvokļa pabalsts', '6 pakalpojumi');
    await filter(host, 'recipient', 'Iedzīvotājiem');
    await filter(host, 'free', 'Bez maksas');
    await seen('the words in the field', () => field(host)?.value === 'pabalsts');
    await seen('fewer services', () => Number.parseInt(status(host), 10) < 6);
    await marked(host, ['pabalsts']);
  },
};

/** The filters leave nothing over: the same words without them are one button away. */
export const FilteredToNothing: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await filter(host, 'free', 'Par maksu');
    await search(host, 'bezdarbnieka statuss');
    await seen('the way out', () =>
      all(host, '.empty button').some(
        (button) => textOf(button) === 'Meklēt bez filtriem (1 pakalpojums)',
      ),
    );
    await seen('the number', () => status(host) === '0 pakalpojumu');
  },
};

/**
 * `worker` moves the work of a register's index off the page's thread; a visitor sees the same. This
 * book has its data on the page and starts none.
 */
export const WorkerAttribute: StoryObj = {
  args: { worker: true },
  play: OtherForms.play,
};

/** Back on the page from elsewhere: the words, their list and their marks are there again. */
export const WordsKept: StoryObj = {
  play: async ({ canvasElement, args }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'deklarēšana');
    await found(host, DECLARATION, '2 pakalpojumi');
    await seen('the words kept with the page', () =>
      JSON.stringify(history.state)?.includes('deklarēšana'),
    );
    // A page that shows something else in between, and comes back.
    const isBack = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.pushState(null, '', '#cita-lapa');
    history.back();
    await isBack;
    const again = catalogue(args);
    host.replaceWith(again);
    await seen('the words in the field', () => field(again)?.value === 'deklarēšana');
    await found(again, DECLARATION, '2 pakalpojumi');
    await marked(again, ['deklarēšana']);
    // Other stories begin anew.
    history.replaceState(null, '');
  },
};
