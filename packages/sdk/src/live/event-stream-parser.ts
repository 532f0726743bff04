/** One event of a `text/event-stream`. */
export interface StreamEvent {
  /** `message` where the stream names none. */
  event: string;
  /** Lines of data, joined by a line feed. */
  data: string;
  /** Last id that the stream gave, if any. */
  id: string;
}

export interface EventStreamHandlers {
  onEvent: (event: StreamEvent) => void;
  /** Milliseconds that the stream wants between two connections. */
  onRetry?: (milliseconds: number) => void;
}

/**
 * Reads server-sent events as the HTML standard says, from bytes that may be cut anywhere: inside
 * a character, between CR and LF, inside a field. Comments are skipped; an event that is not ended
 * by an empty line is never given.
 */
export class EventStreamParser {
  // A byte order mark at the start is taken off by the decoder.
  readonly #decoder = new TextDecoder();
  #rest = '';
  #afterCarriageReturn = false;
  #event = '';
  #data: string[] = [];
  #id = '';

  constructor(private readonly handlers: EventStreamHandlers) {}

  push(bytes: Uint8Array): void {
    let text = this.#decoder.decode(bytes, { stream: true });
    if (text === '') return;
    // A line feed that belongs to a carriage return at the end of the chunk before.
    if (this.#afterCarriageReturn && text.startsWith('\n')) text = text.slice(1);
    this.#afterCarriageReturn = text.endsWith('\r') || (text === '' && this.#afterCarriageReturn);
    const lines = (this.#rest + text).split(/\r\n|\r|\n/);
    this.#rest = lines.pop()!;
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    if (line === '') return this.#dispatch();
    const [, field, value] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (field === 'data') this.#data.push(value ?? '');
    else if (field === 'event') this.#event = value ?? '';
    else if (field === 'id' && !value?.includes('\0')) this.#id = value ?? '';
    else if (field === 'retry' && /^\d+$/.test(value ?? '')) this.handlers.onRetry?.(Number(value));
  }

  #dispatch(): void {
    const event = { event: this.#event || 'message', data: this.#data.join('\n'), id: this.#id };
    const empty = this.#data.length === 0;
    this.#event = '';
    this.#data = [];
    if (!empty) this.handlers.onEvent(event);
  }
}
