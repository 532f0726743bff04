/**
 * What stands in the panel: the steps of support in their order, and what they lead to. A chunk of
 * its own; nothing of it is fetched before the panel is opened.
 */
import type { SupportAnswer, SupportPlace } from '@pvp/contract';
import { LiveSource, type SupportSource } from '@pvp/sdk/source';
import { supportOf } from '@pvp/sdk/support-of';
import { pickLanguage, primaryLanguage } from '@pvp/sdk/model';
import { html, nothing, type TemplateResult } from 'lit';
import { sourceOf } from '../../attributes/attribute-check.ts';
import { LazyPart } from '../../controllers/lazy-part.ts';
import { ServiceQuery } from '../../controllers/service-query.ts';
import { cssStateOf, setCssState, shownAnswer } from '../../controllers/shown-state.ts';
import { openedBy, type SupportSubject } from '../../events.ts';
import { exceptionalPart } from '../../exceptional-states/exceptional-part.ts';
import { words } from '../../rich-text/registered-text.ts';
import { addStyles } from '../../styles/add-styles.ts';
import { reset } from '../../styles/foundation.ts';
import { loadPictures } from '../../styles/load-pictures.ts';
import { renderNotice } from '../../templates/notice.ts';
import type { UiLanguage } from '../../translations/messages.ts';
import { Ask } from './ask.ts';
import { button, goToStep, step, type Drawing, type PanelHost, type View } from './drawing.ts';
import { panelTexts, type Step } from './messages.ts';
import { offersOf, type Offers } from './offers.ts';
import { panelStyles } from './panel.styles.ts';
import { PlaceDetails } from './place-details.ts';
import { renderPlaces, renderSelfHelp } from './place.ts';
import type { DrawDuties } from './later/duties.ts';
import type { ManyPlaces } from './later/many-places.ts';
import type { RequestView } from './later/request-view.ts';

/** How often “open now” is looked at again, in milliseconds. */
const MINUTE = 60_000;
/** More places to go to than these are searched. */
const FEW = 3;

const panels = new WeakMap<PanelHost, SupportPanel>();

/** The panel of a widget with its words in a language; one panel for all languages. */
export async function preparePanel(
  host: PanelHost,
  internals: ElementInternals,
  lang: UiLanguage,
): Promise<SupportPanel> {
  await panelTexts.prepare(lang);
  const panel = panels.get(host) ?? new SupportPanel(host, internals);
  panels.set(host, panel);
  panel.lang = lang;
  return panel;
}

export class SupportPanel {
  /** Of labels. */
  lang: UiLanguage = 'lv';

  readonly #host: PanelHost;
  readonly #internals: ElementInternals;
  readonly #query: ServiceQuery<SupportAnswer>;
  readonly #ask: Ask;
  readonly #details: PlaceDetails;
  readonly #manyPlaces: LazyPart<ManyPlaces>;
  readonly #request: LazyPart<RequestView>;
  /** Below all steps, when they are on show. */
  readonly #duties: LazyPart<DrawDuties>;
  readonly #failure: LazyPart<typeof import('./later/failure.ts')>;
  readonly #exceptional: ReturnType<typeof exceptionalPart>;
  /** For sources that tell of no holidays: those of the law, without their names. */
  readonly #law: LazyPart<typeof import('../../format/public-holidays.ts')>;
  readonly #opened: LazyPart<typeof import('./later/opened-service.ts')>;
  #source: SupportSource | undefined;
  #subject: SupportSubject = {};
  /** How many of the ways to say whom support is for the register did not know. */
  #unknown = 0;
  #view: View = { name: 'help' };
  #said = '';
  #clock?: ReturnType<typeof setInterval> | undefined;

  constructor(host: PanelHost, internals: ElementInternals) {
    this.#host = host;
    this.#internals = internals;
    this.#query = new ServiceQuery(host);
    this.#ask = new Ask(host);
    this.#details = new PlaceDetails(host);
    this.#manyPlaces = new LazyPart(host, async (lang) => {
      const { prepareManyPlaces } = await import('./later/many-places.ts');
      return prepareManyPlaces(host, lang as UiLanguage);
    });
    this.#request = new LazyPart(host, async (lang) => {
      const { prepareRequestView } = await import('./later/request-view.ts');
      return prepareRequestView(host, lang as UiLanguage);
    });
    this.#duties = new LazyPart(host, async (lang) => {
      const { prepareDuties } = await import('./later/duties.ts');
      return prepareDuties(host, lang as UiLanguage);
    });
    this.#failure = new LazyPart(host, async (lang) => {
      const part = await import('./later/failure.ts');
      await part.prepareFailure(lang as UiLanguage);
      return part;
    });
    this.#exceptional = exceptionalPart(host);
    this.#law = new LazyPart(host, () => import('../../format/public-holidays.ts'));
    this.#opened = new LazyPart(host, () => import('./later/opened-service.ts'));
    // The button alone does without.
    addStyles(host, reset);
    addStyles(host, panelStyles);
    loadPictures(host);
    host.renderRoot.addEventListener('click', (event) => this.#handleClick(event as MouseEvent));
    host.addController({
      hostConnected: () => (this.#clock ??= setInterval(() => host.requestUpdate(), MINUTE)),
      hostDisconnected: () => {
        clearInterval(this.#clock);
        this.#clock = undefined;
      },
    });
  }

  /** What the line says that is read out; undefined: that nothing can be shown. */
  get said(): string | undefined {
    const { state, slow } = this.#query;
    if (state.status === 'failed' && !state.lastGood) return undefined;
    const freshness = shownAnswer(state)?.freshness;
    if (freshness && freshness.state !== 'fresh') {
      const { lang } = this;
      return this.#exceptional.get(lang)?.ageOf(freshness, { lang }) ?? '';
    }
    return (slow && panelTexts.of(this.lang).loading) || this.#said;
  }

  /** The line tells how old the data are. */
  get isAged(): boolean {
    const freshness = shownAnswer(this.#query.state)?.freshness;
    return freshness !== undefined && freshness.state !== 'fresh' && this.said !== '';
  }

  /** Asks for the support of a service or an institution; called before each drawing. */
  ask(subject: SupportSubject): void {
    const host = this.#host;
    const read = sourceOf<SupportSource>(host);
    const source = read && supportOf(read);
    const { service, institution } = subject;
    const isOther = JSON.stringify([service, institution]) !== this.#key;
    if (isOther) {
      this.#unknown = 0;
      this.#ask.reset();
      this.#view = { name: 'help' };
    }
    this.#subject = subject;
    this.#source = source;
    if (!source) return;
    if (host.offline && read instanceof LiveSource) this.#keepOffline(read, institution);
    const { state } = this.#query;
    if (state.status === 'failed' && /not-found|gone/.test(codeOf(state.error))) this.#unknown++;
    const query = this.#wanted;
    this.#query.ask({
      source,
      key: `support ${JSON.stringify(query)}`,
      peek: () => source.peekSupport(query),
      load: (options) => source.loadSupport(query, options),
    });
    setCssState(this.#internals, cssStateOf(this.#query.state));
  }

  refresh(): void {
    this.#query.refresh();
  }

  /** Nothing until there is an answer, or none can be had. */
  render(headingLevel: number): unknown {
    const source = this.#source;
    if (!source) return undefined;
    const drawing = this.#drawing(source, headingLevel);
    const { state } = this.#query;
    const shown = shownAnswer(state);
    if (shown) return this.#renderView(drawing, shown.data);
    return state.status === 'failed'
      ? this.#failure.get(this.lang)?.renderFailure(drawing, () => this.#query.refresh())
      : undefined;
  }

  /** Where a service is no longer given, its institution helps, and then the whole country. */
  get #wanted(): SupportSubject {
    const { service, institution } = this.#subject;
    const ways = [{ service, institution }, { institution }, {}];
    return ways[Math.min(this.#unknown, 2)]!;
  }

  get #key(): string {
    const { service, institution } = this.#subject;
    return JSON.stringify([service, institution]);
  }

  #drawing(source: SupportSource, headingLevel: number): Drawing {
    const host = this.#host;
    const { lang } = this;
    const answer = shownAnswer(this.#query.state)?.data;
    const contentLang = primaryLanguage(host.contentLang ?? lang);
    const holidays = answer?.holidays ?? [];
    return {
      host,
      source,
      lang,
      contentLang,
      headingLevel,
      text: panelTexts.of(lang),
      now: new Date(),
      holidayOn: (day) => {
        if (!holidays.length) return this.#law.get()?.publicHolidayOn(day) && '';
        const holiday = holidays.find(({ date }) => date === day);
        return holiday && (pickLanguage(holiday.title, contentLang)?.text ?? '');
      },
      subject: { ...this.#wanted, question: this.#subject.question },
      show: (view) => this.#show(view),
      say: (said) => {
        this.#said = said;
        host.requestUpdate();
      },
    };
  }

  #renderView(drawing: Drawing, answer: SupportAnswer): TemplateResult {
    this.#tellWebmaster(answer);
    const view = this.#view;
    if (view.name === 'help') return this.#renderHelp(drawing, answer);
    const goBack = (): void => this.#show({ name: 'help' });
    return html`<div class="view">
      <p class="back">${button(drawing.text.back, goBack)}</p>
      ${
        view.name === 'service'
          ? this.#opened.get()?.renderService(drawing, view.id)
          : (this.#request.get(this.lang)?.renderForm(drawing, view.question, goBack) ??
            html`<p class="label" .textContent=${drawing.text.loading}></p>`)
      }
    </div>`;
  }

  #renderHelp(drawing: Drawing, answer: SupportAnswer): TemplateResult {
    const { text, host } = drawing;
    const offers = offersOf(answer, drawing.now, drawing.holidayOn);
    const takes = answer.takesRequests;
    const inWriting = (question: string): void => this.#show({ name: 'request', question });
    return html`<div class="help">
      ${renderAbout(drawing, answer)} ${this.#unknown ? renderNotice(text.stoodIn) : nothing}
      ${
        host.request
          ? html`<section class="step" part="section">
              ${this.#request.get(this.lang)?.renderState(drawing, host.request)}
            </section>`
          : nothing
      }
      ${step(drawing, 'ask', [
        this.#ask.render(drawing, takes ? inWriting : undefined),
        offers.selfHelp.length
          ? html`<p class="label" .textContent=${text.selfHelp}></p>
              ${renderSelfHelp(drawing, offers.selfHelp)}`
          : nothing,
      ])}
      ${step(
        drawing,
        'remote',
        offers.remote.length
          ? renderPlaces(drawing, offers.remote, this.#details)
          : renderNobody(drawing, 'remote', offers, takes),
      )}
      ${step(
        drawing,
        'inPerson',
        offers.inPerson.length
          ? this.#renderInPerson(drawing, offers.inPerson)
          : renderNobody(drawing, 'inPerson', offers, takes),
      )}
      ${this.#renderExpert(drawing, offers, takes)}
      ${this.#duties.get(this.lang)?.(drawing, answer, offers)}
    </div>`;
  }

  /** Few as they are; many with a field to narrow them, once that is there. */
  #renderInPerson(drawing: Drawing, places: readonly SupportPlace[]): unknown {
    const many = places.length > FEW ? this.#manyPlaces.get(drawing.lang) : undefined;
    return many
      ? many.render(drawing, places, this.#details)
      : renderPlaces(drawing, places, this.#details);
  }

  #renderExpert(drawing: Drawing, { experts }: Offers, takes: boolean): unknown {
    const { text, show } = drawing;
    if (!takes && !experts.length) return nothing;
    const handleWrite = (): void => show({ name: 'request', question: this.#ask.question });
    return step(drawing, 'expert', [
      takes
        ? html`<p .textContent=${text.expertIntro}></p>
            <p class="actions">${button(text.writeRequest, handleWrite, 'button primary')}</p>`
        : html`<p .textContent=${text.expertElsewhere}></p>`,
      experts.length ? renderPlaces(drawing, experts, this.#details) : nothing,
    ]);
  }

  /** Another view: the focus goes to its beginning, and back to where it came from. */
  #show(view: View): void {
    const isBack = view.name === 'help';
    const from = this.#view.name;
    this.#view = view;
    this.#said = '';
    const host = this.#host;
    host.requestUpdate();
    void host.updateComplete.then(() => {
      const root = host.renderRoot as ShadowRoot;
      const target = isBack
        ? root.querySelector<HTMLElement>(from === 'service' ? '#step-ask' : '#step-expert')
        : root.querySelector<HTMLElement>('.back button');
      (target ?? root.querySelector<HTMLElement>('#title'))?.focus();
    });
  }

  /** Without an address of the page's own, the description opens in the panel. */
  #handleClick(event: MouseEvent): void {
    const id = openedBy(this.#host, event);
    if (!id || this.#host.serviceHref) return;
    event.preventDefault();
    this.#show({ name: 'service', id });
  }

  #tellWebmaster(answer: SupportAnswer): void {
    if (!answer.gaps.ways.length) return;
    import('./later/webmaster.ts').then(
      ({ reportGaps }) => reportGaps(this.#host, answer),
      () => undefined,
    );
  }

  #keepOffline(source: LiveSource, institution: string | undefined): void {
    source.stored ??= import('../../offline/offline-copy.ts').then(
      ({ offlineCopy }) =>
        offlineCopy(this.#host, source, {
          institution: institution === undefined ? [] : [institution],
          lifeEvent: [],
        }),
      // As a page without the attribute.
      () => undefined,
    );
  }
}

const codeOf = (error: unknown): string => String((error as { code?: string }).code ?? '');

/** Whom help is about, and in which situations people need it. */
function renderAbout(drawing: Drawing, { about }: SupportAnswer): unknown {
  const names = [about.service, about.institution]
    .map((one) => words(drawing, one?.title))
    .filter(Boolean);
  const situations = about.lifeEvents.map(({ title }) => words(drawing, title)).filter(Boolean);
  if (!names.length) return nothing;
  return html`<p class="about" .textContent=${names.join(' · ')}></p>
    ${
      situations.length
        ? html`<p
            class="label situations"
            .textContent=${drawing.text.situations(situations.join(', '))}
          ></p>`
        : nothing
    }`;
}

/** No step is a dead end: one that nobody serves leads on to the next that somebody does. */
function renderNobody(
  drawing: Drawing,
  name: 'remote' | 'inPerson',
  { remote, inPerson, experts }: Offers,
  takes: boolean,
): TemplateResult {
  const { text } = drawing;
  const served: [Step, boolean][] = [
    ['inPerson', inPerson.length > 0],
    ['expert', takes || experts.length > 0],
    ['remote', remote.length > 0],
    ['ask', true],
  ];
  const [next] = served.find(([other, isServed]) => isServed && other !== name)!;
  return html`<p .textContent=${text.nobody[name]}></p>
    <p class="actions">
      ${button(text.goTo(text.step[next]), () => goToStep(drawing, next), 'link')}
    </p>`;
}
