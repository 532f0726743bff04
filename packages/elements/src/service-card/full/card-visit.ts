/** What one visitor does in one full description, and what is found out about it meanwhile. */
import type { Service } from '@pvp/contract';
import type { LitElement, ReactiveController } from 'lit';
import { addState } from '../../controllers/shown-state.ts';
import type { FullContext } from '../full-context.ts';
import { noAnswers, type Answers } from './applicable.ts';
import type { Verdict, Verification } from './verification.ts';

const visits = new WeakMap<LitElement, CardVisit>();

/** Kept with the element: answers last as long as the page and are told to nobody. */
export class CardVisit implements ReactiveController {
  /** The instance of a unified service that is chosen but not opened yet. */
  instance: string | undefined;
  /** What is on show, and how it was judged. */
  #shown?: Service;
  #verification?: Verification | undefined;

  readonly #host: LitElement;
  readonly #answers = new Map<string, Answers>();
  #minute?: ReturnType<typeof setInterval>;
  #opened: HTMLDetailsElement[] = [];

  static of(host: LitElement): CardVisit {
    let visit = visits.get(host);
    if (!visit) visits.set(host, (visit = new CardVisit(host)));
    return visit;
  }

  private constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#handlePrint);
    addEventListener('afterprint', this.#handlePrinted);
    // "Open now" does not stay true by itself.
    this.#minute = setInterval(() => {
      if (!document.hidden) this.#host.requestUpdate();
    }, 60_000);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#handlePrint);
    removeEventListener('afterprint', this.#handlePrinted);
    clearInterval(this.#minute);
  }

  get verdict(): Verdict | undefined {
    return this.#verification?.verdict;
  }

  /** Judges each description once, in a moment when the browser has nothing else to do. */
  show(service: Service, context: FullContext): void {
    if (this.verdict === 'signed') addState(context.internals, 'verified');
    if (service === this.#shown) return;
    this.#shown = service;
    this.#verification?.end();
    this.#verification = undefined;
    // Safari has no idle callbacks.
    (globalThis.requestIdleCallback ?? setTimeout)(() => {
      // What cannot be judged is shown without a judgement.
      this.#judge(service, context).catch(() => undefined);
    });
  }

  /** Asks the register for the signed position that holds the description. */
  async confirm({ source, host }: FullContext): Promise<void> {
    await this.#verification?.confirm(source, host.verify || undefined);
  }

  async #judge(service: Service, context: FullContext): Promise<void> {
    // Where the part cannot be fetched, nothing is said about the content.
    const part = await import('./verification.ts').catch(() => undefined);
    if (!part || service !== this.#shown) return;
    const verification = new part.Verification(this.#host, service);
    this.#verification = verification;
    await verification.checkHash();
    if (context.host.verify != null) await this.confirm(context);
  }

  answersFor({ id }: Service): Answers {
    return this.#answers.get(id) ?? noAnswers;
  }

  answer({ id }: Service, answers: Answers): void {
    this.#answers.set(id, answers);
    this.#host.requestUpdate();
  }

  choose(instance: string): void {
    this.instance = instance;
    this.#host.requestUpdate();
  }

  /** Paper has nothing to press: everything that is folded is opened, and folded again after. */
  #handlePrint = (): void => {
    const folded =
      this.#host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])');
    this.#opened = [...folded];
    for (const details of this.#opened) details.open = true;
    this.#host.requestUpdate();
  };

  #handlePrinted = (): void => {
    for (const details of this.#opened) details.open = false;
    this.#opened = [];
  };
}
