import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where one visitor is among the life events, and the page's address that says so. */
export class LifeEventsVisit implements ReactiveController {
  /** Id of the life event that is open in place of all. */
  opened: string | undefined;
  /** Id of the service that is open in place of the life event. */
  service: string | undefined;
  /** Paper has nothing to press: all services are told. */
  isPrinting = false;

  #host: ReactiveControllerHost & Element;
  #inAddress: () => boolean;

  constructor(host: ReactiveControllerHost & Element, inAddress: () => boolean) {
    this.#host = host;
    this.#inAddress = inAddress;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#handlePopState);
    addEventListener('beforeprint', this.#handlePrint);
    addEventListener('afterprint', this.#handlePrint);
    this.#handlePopState();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#handlePopState);
    removeEventListener('beforeprint', this.#handlePrint);
    removeEventListener('afterprint', this.#handlePrint);
  }

  open(opened: string | undefined, service?: string): void {
    this.opened = opened;
    this.service = service;
    if (this.#inAddress()) history.pushState(history.state, '', this.addressOf(opened, service));
    this.#host.requestUpdate();
  }

  /** The page's address with this in it; whatever else stands there stays. */
  addressOf(opened: string | undefined, service?: string): string {
    const url = new URL(location.href);
    const { event, ofEvent } = this.#names;
    url.searchParams.delete(ofEvent);
    // Empty: all of them are on show. It stays, because a catalogue shows them in place of its list.
    if (opened || url.searchParams.has(event)) url.searchParams.set(event, opened ?? '');
    if (service) url.searchParams.set(ofEvent, service);
    return url.href;
  }

  /** Names of parameters carry the element's id, so that two on one page keep apart. */
  get #names() {
    const event = `${this.#host.id || 'pvp'}-situation`;
    return { event, ofEvent: `${event}-service` };
  }

  #handlePrint = ({ type }: Event): void => {
    this.isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
  };

  #handlePopState = (): void => {
    const params = new URL(location.href).searchParams;
    const { event, ofEvent } = this.#names;
    this.opened = params.get(event) || undefined;
    this.service = params.get(ofEvent) || undefined;
    this.#host.requestUpdate();
  };
}
