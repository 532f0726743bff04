/**
 * Counters for pages that ask for them (`counters`): how often descriptions were on show, what was
 * searched for, what was not found, how often somebody went on to request a service. Sent as sums,
 * without a cookie, an identifier or an address. A chunk of its own, which other pages never fetch.
 */
import type { UsageReport } from '@pvp/contract';
import { RequestClient } from '@pvp/sdk/requests';
import type { ServiceSource } from '@pvp/sdk/source';
import type { LitElement, ReactiveController } from 'lit';
import { sourceOf } from '../attributes/attribute-check.ts';

type UsageEvent = UsageReport['events'][number];
type Counted = LitElement & Parameters<typeof sourceOf>[0];

/** A search counts when nothing has been typed for so long, in milliseconds. */
const TYPED = 1_500;
/** Sums wait for others for so long. */
const GATHERED = 5_000;
/** Events of one report, as the contract says. */
const MOST = 50;

const counted = new WeakSet<Element>();

/** Counts what happens in an element, once. */
export function countUsage(host: Counted): void {
  if (counted.has(host)) return;
  counted.add(host);
  host.addController(new UsageCounter(host));
}

class UsageCounter implements ReactiveController {
  readonly #host: Counted;
  #events: UsageEvent[] = [];
  #viewed = '';
  #searched = '';
  #typing?: ReturnType<typeof setTimeout>;
  #gathering?: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Counted) {
    this.#host = host;
    this.hostUpdated();
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('click', this.#handleClick);
    document.addEventListener('visibilitychange', this.#handleLeave);
    addEventListener('pagehide', this.#send);
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('click', this.#handleClick);
    document.removeEventListener('visibilitychange', this.#handleLeave);
    removeEventListener('pagehide', this.#send);
    this.#send();
  }

  hostUpdated(): void {
    this.#noteView();
    this.#noteSearch();
  }

  /** Each description, and each list, counts once while it is on show. */
  #noteView(): void {
    const { renderRoot } = this.#host;
    if (!renderRoot?.querySelector('article, [part~=list]')) return;
    const what = this.#host.getAttribute('service') ?? 'list';
    const shown = (this.#host as { service?: string }).service ?? what;
    if (shown === this.#viewed) return;
    this.#viewed = shown;
    this.#count({ name: 'view' });
  }

  #noteSearch(): void {
    const field = this.#host.renderRoot?.querySelector<HTMLInputElement>('input[type=search]');
    const words = field?.value.trim() ?? '';
    clearTimeout(this.#typing);
    if (!words) this.#searched = '';
    if (!words || words === this.#searched) return;
    this.#typing = setTimeout(() => {
      if (this.#host.matches(':state(loading)')) return;
      this.#searched = words;
      const isFound = !this.#host.renderRoot.querySelector('[part~=empty]');
      this.#count({ name: 'search' });
      if (!isFound) this.#count({ name: 'search-without-result', query: words.slice(0, 200) });
    }, TYPED);
  }

  #handleClick = (event: Event): void => {
    if ((event.target as Element).closest('[part~=request-button]')) {
      this.#count({ name: 'request-opened' });
      // The page is about to be left.
      this.#send();
    }
  };

  #handleLeave = (): void => {
    if (document.hidden) this.#send();
  };

  #count(event: UsageEvent): void {
    const same = this.#events.find(
      ({ name, query }) => name === event.name && query === event.query,
    );
    if (same) same.count = (same.count ?? 1) + 1;
    else this.#events.push(event);
    if (this.#events.length >= MOST) this.#send();
    else this.#gathering ??= setTimeout(this.#send, GATHERED);
  }

  #send = (): void => {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    const events = this.#events;
    const source: ServiceSource | undefined = sourceOf(this.#host);
    this.#events = [];
    if (!events.length || !source || source.isLocal) return;
    const [institution, ...others] = this.#host.getAttribute('institution')?.split(/\s+/) ?? [];
    const report = { events, ...(institution && !others.length && { institutionId: institution }) };
    // What cannot be counted is not counted; nobody waits for it.
    void new RequestClient({ register: source.register }).countUsage(report).catch(() => undefined);
  };
}
