import type { Profile, RequestContact, RequestKind, RequestReceipt } from '@pvp/contract';
import {
  placeOf,
  randomKey,
  RequestClient,
  type KeptFile,
  type KeptRequest,
  type RequestDraft,
  type SendOutcome,
} from '@pvp/sdk/requests';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FormFiles } from './form-files.ts';
import { loadForm, type LoadedForm, type Subject } from './load-form.ts';
import { openOutbox, type PageOutbox } from './outbox.ts';
import {
  bodyOf,
  fault,
  faultsOn,
  fieldOf,
  formOf,
  isFilledIn,
  pageOf,
  PAGES,
  type AttributeValue,
  type FieldError,
  type FormPage,
} from './form-values.ts';
import type { FormMessages } from './translations/form-messages.ts';

/** How long after a key the draft is kept, in milliseconds. */
const KEEP_AFTER = 400;

export type Page = FormPage | 'loading' | 'failed' | 'sending' | 'waiting' | 'sent' | 'state';

/** What the form is set to. Equal settings are the same form. */
export interface Settings extends Subject {
  register: string;
  profile: Profile | undefined;
  kind: RequestKind | undefined;
  question: string;
}

/** What a visit tells the element. */
export interface VisitStage {
  /** Of the labels, and the one in which to answer. */
  language(): string;
  /** The page has changed: its heading takes the focus, or one of its fields. */
  onPage(field?: string): void;
  /** There are errors: their summary takes the focus. */
  onErrors(): void;
  onSent(receipt: RequestReceipt): void;
  say(text: (texts: FormMessages) => string): void;
}

/** One visit to the form: what is on show, what has been filled in, and what becomes of it. */
export class FormVisit implements ReactiveController {
  page: Page = 'loading';
  loaded?: LoadedForm;
  errors: readonly FieldError[] = [];
  contact: RequestContact = {};
  /** The trap: people never fill it in. */
  website = '';
  /** The draft of an earlier visit is on show. */
  isRestored = false;
  /** The request that is being sent, waits or has been sent. */
  entry?: KeptRequest | undefined;
  receipt?: RequestReceipt | undefined;
  /** What the last attempt came to. */
  outcome?: SendOutcome | undefined;
  /** Other requests of this device to the same register. */
  kept: readonly KeptRequest[] = [];
  readonly files: FormFiles;

  #host: ReactiveControllerHost;
  #stage: VisitStage;
  #settings?: Settings | undefined;
  #client?: RequestClient;
  #outbox?: PageOutbox;
  #draft?: KeptRequest;
  #timer?: ReturnType<typeof setTimeout> | undefined;
  #end = new AbortController();
  #unlisten?: () => void;

  constructor(host: ReactiveControllerHost, stage: VisitStage) {
    this.#host = host;
    this.#stage = stage;
    this.files = new FormFiles({
      language: () => stage.language(),
      client: () => this.#client,
      files: () => this.draftFiles,
      onFiles: (files) => this.#change({ files }),
      onFileError: (error) => {
        this.errors = [error];
        stage.onErrors();
      },
      onAdded: (name) => stage.say(({ details }) => details.added(name)),
      requestUpdate: () => host.requestUpdate(),
    });
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#keepNow);
    this.#host.requestUpdate();
    void openOutbox().then((outbox) => {
      this.#unlisten = outbox.listen((key, outcome) => void this.#hear(key, outcome));
    });
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#keepNow);
    this.#keepNow();
    this.#unlisten?.();
    this.#end.abort();
    this.files.stop();
    this.#settings = undefined;
  }

  get draft(): RequestDraft {
    return this.#draft?.draft ?? { text: '', attributes: {} };
  }

  get draftFiles(): readonly KeptFile[] {
    return this.#draft?.files ?? [];
  }

  /** Whether the browser keeps the draft. */
  get isKept(): boolean {
    return this.#outbox?.box.isLasting ?? false;
  }

  /** Whether there is anything to keep or to throw away. */
  get isFilledIn(): boolean {
    const { text, attributes } = this.draft;
    return isFilledIn({ text, attributes }, this.draftFiles.length);
  }

  /** The pages that this form has: a kind that is given, or is the only one, is not asked for. */
  get pages(): readonly FormPage[] {
    const kinds = this.loaded?.form.kinds ?? [];
    const given = this.#settings?.kind;
    const isGiven = kinds.length === 1 || kinds.some(({ kind }) => kind === given);
    return PAGES.filter((page) => page !== 'kind' || !isGiven);
  }

  /** Called from the host's `willUpdate`; the same settings again change nothing. */
  show(settings: Settings | undefined): void {
    if (keyOf(settings) === keyOf(this.#settings) && settings?.source === this.#settings?.source) {
      return;
    }
    this.#settings = settings;
    this.#end.abort();
    if (settings) void this.#open(settings);
  }

  retry(): void {
    if (this.#settings) void this.#open(this.#settings);
  }

  next(): void {
    const { form } = this.loaded!;
    const page = this.page as FormPage;
    this.errors = faultsOn(page, form, this.draft, this.contact);
    if (this.errors.length) return this.#stage.onErrors();
    const { pages } = this;
    this.go(pages[pages.indexOf(page) + 1] ?? 'check');
  }

  /** @returns false on the first page. */
  back(): boolean {
    const { pages } = this;
    const before = pages[pages.indexOf(this.page as FormPage) - 1];
    if (before) this.go(before);
    return !!before;
  }

  /** @param field Id of the control that takes the focus, in place of the heading. */
  go(page: Page, field?: string): void {
    this.#keepNow();
    this.page = page;
    this.errors = [];
    this.#stage.onPage(field);
  }

  setKind(kind: RequestKind): void {
    this.#change({ draft: { ...this.draft, kind } });
  }

  setText(text: string): void {
    this.#change({ draft: { ...this.draft, text } });
  }

  setAttribute(id: string, value: AttributeValue | undefined): void {
    const { [id]: _former, ...attributes } = this.draft.attributes;
    const next = value === undefined ? attributes : { ...attributes, [id]: value };
    this.#change({ draft: { ...this.draft, attributes: next } });
  }

  addFiles(files: readonly File[]): void {
    this.errors = this.files.add(files, this.loaded!.form.limits);
    if (this.errors.length) this.#stage.onErrors();
  }

  removeFile({ id, name }: KeptFile): void {
    this.files.remove(id);
    this.#stage.say(({ details }) => details.removed(name));
  }

  /** Stays on this page: it is kept on the device with a request that waits, and before that nowhere. */
  setContact(name: keyof RequestContact, value: string): void {
    this.contact = { ...this.contact, [name]: value };
  }

  async discardDraft(): Promise<void> {
    const draft = this.#draft!;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.files.stop();
    await this.#outbox!.box.forget(draft.id);
    this.#begin(draft.id);
    this.#stage.say((texts) => texts.draft.discarded);
  }

  /** The person sends what is on the last page. */
  async send(): Promise<void> {
    const { form, institution, service } = this.loaded!;
    for (const page of this.pages) {
      const errors = faultsOn(page, form, this.draft, this.contact);
      if (!errors.length) continue;
      this.go(page);
      return this.#fail(errors);
    }
    const { profile, register } = this.#settings!;
    const outbox = this.#outbox!;
    const draft = this.#draft!;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.go('sending');
    this.entry = await outbox.box.enqueue(
      draft,
      bodyOf(this.draft, form, {
        profile: profile ?? 'residents',
        institutionId: institution!,
        ...(service !== undefined && { serviceId: service }),
        lang: this.#stage.language(),
        contact: this.contact,
        ...(this.website && { website: this.website }),
      }),
    );
    await this.#follow(outbox.send(draft.key, register));
  }

  async sendNow(): Promise<void> {
    const { key, register } = this.entry!;
    this.go('sending');
    await this.#follow(this.#outbox!.send(key, register));
  }

  /** Back from waiting to the form. */
  async correct(): Promise<void> {
    await this.#takeBack();
    this.go('check');
  }

  async discardWaiting(): Promise<void> {
    await this.#outbox!.box.forget(this.entry!.key);
    this.another();
  }

  async forgetReceipt(): Promise<void> {
    await this.#outbox!.box.forget(this.entry!.key);
    this.entry = undefined;
    this.#stage.say(({ sent }) => sent.forgotten);
  }

  /** A new form after a request that was sent. */
  another(): void {
    this.#beginAnew();
    this.#stage.onPage();
  }

  /** Shows a request of this device: one that waits, or one that was sent. */
  openKept(entry: KeptRequest): void {
    this.entry = entry;
    this.receipt = entry.receipt;
    if (entry.refusal) return void this.#correctRefused(entry);
    this.go(entry.receipt ? 'sent' : 'waiting');
  }

  async #open(settings: Settings): Promise<void> {
    const end = (this.#end = new AbortController());
    this.page = 'loading';
    this.#host.requestUpdate();
    const outbox = (this.#outbox = await openOutbox());
    this.#client = new RequestClient({ register: settings.register });
    const draft = await outbox.box.find(this.#place());
    try {
      this.loaded = await loadForm(this.#client, settings, draft, end.signal);
    } catch {
      if (end.signal.aborted) return;
      this.page = 'failed';
      this.#host.requestUpdate();
      return;
    }
    if (end.signal.aborted) return;
    this.#begin(this.#place(), draft);
    await this.#look();
    void outbox.sendAll();
  }

  #beginAnew(): void {
    this.entry = this.receipt = this.outcome = undefined;
    this.contact = {};
    this.#begin(this.#place());
    void this.#look();
  }

  /** An empty form, or that of an earlier visit. */
  #begin(place: string, draft?: KeptRequest): void {
    const { register, kind, question } = this.#settings!;
    const fresh = this.#outbox!.box.newDraft(register, place);
    this.isRestored = !!draft;
    this.#draft = draft ?? { ...fresh, draft: { ...fresh.draft, text: question } };
    const { form } = this.loaded!;
    const wanted = kind ?? this.draft.kind;
    const only = form.kinds.length === 1 ? form.kinds[0]?.kind : undefined;
    const { kind: _kind, ...rest } = this.draft;
    const known = only ?? (formOf(form, wanted) ? wanted : undefined);
    this.#draft = { ...this.#draft, draft: { ...rest, ...(known && { kind: known }) } };
    this.errors = [];
    this.page = this.isRestored && known ? 'details' : this.pages[0]!;
    this.#host.requestUpdate();
  }

  #change(change: Partial<KeptRequest>): void {
    this.#draft = { ...this.#draft!, ...change };
    this.#timer ??= setTimeout(this.#keepNow, KEEP_AFTER);
    this.#host.requestUpdate();
  }

  #keepNow = (): void => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#keep();
  };

  async #keep(): Promise<void> {
    const { form, institution } = this.loaded!;
    const draft = { ...this.#draft!, form, ...(institution !== undefined && { institution }) };
    const isSaved = await this.#outbox!.box.save(draft);
    if (!isSaved) await this.#hear(this.#draft!.key);
    // Whether anything is kept is known only after the first try.
    this.#host.requestUpdate();
  }

  async #follow(sending: Promise<SendOutcome>): Promise<void> {
    await sending.catch(() => undefined);
  }

  /** Something became of a request, on this page or in another tab. */
  async #hear(key: string, outcome?: SendOutcome): Promise<void> {
    const isOwn = key === this.entry?.key || key === this.#draft?.key;
    if (!isOwn || !this.#outbox) return void this.#look();
    const entry = await this.#outbox.box.find(key);
    if (!entry) {
      // Thrown away in another tab.
      if (this.page === 'sending' || this.page === 'waiting') this.#beginAnew();
      return;
    }
    if (outcome) this.outcome = outcome;
    const isNews = !this.receipt && !!entry.receipt;
    this.entry = entry;
    this.receipt = entry.receipt;
    if (outcome?.status === 'refused') return this.#correctRefused(entry);
    if (outcome?.status === 'sent-before') return this.#sendOnceMore();
    if (isNews) {
      this.go('sent');
      this.#stage.onSent(entry.receipt!);
    } else if (outcome?.status === 'later' || this.page !== 'sending') {
      if (!this.receipt && this.page !== 'waiting') this.go('waiting');
      this.#host.requestUpdate();
    }
  }

  /** Leads to what the register does not take. */
  async #correctRefused({ refusal }: KeptRequest): Promise<void> {
    const { contact = {} } = this.entry?.body ?? {};
    await this.#takeBack();
    this.contact = contact;
    const pointers = refusal?.fields ?? [];
    const isTrap = pointers.includes('/website');
    this.website = '';
    const fields = new Set(pointers.map(fieldOf).filter((field) => field !== undefined));
    const errors = [...fields].map((field) => fault(field, 'refused'));
    if (!errors.length) {
      errors.push({
        field: 'send',
        text: (texts) => (isTrap ? texts.errors.trap : texts.errors.other),
      });
    }
    this.go(pageOf(errors[0]!.field));
    this.#fail(errors);
  }

  /** The same draft went out in another tab, with other words. */
  async #sendOnceMore(): Promise<void> {
    await this.#takeBack();
    this.#draft = { ...this.#draft!, key: randomKey() };
    this.go('check');
    this.#fail([{ field: 'send', text: ({ errors }) => errors.alreadySent }]);
  }

  async #takeBack(): Promise<void> {
    const draft = await this.#outbox!.box.takeBack(this.entry!.key, this.#place());
    if (draft) this.#draft = draft;
    this.contact = this.entry?.body?.contact ?? this.contact;
    this.entry = this.outcome = undefined;
  }

  #fail(errors: readonly FieldError[]): void {
    this.errors = errors;
    this.#stage.onErrors();
  }

  async #look(): Promise<void> {
    if (!this.#outbox || !this.#settings) return;
    const all = await this.#outbox.box.list(this.#settings.register);
    this.kept = all.filter(({ status, key }) => status !== 'draft' && key !== this.entry?.key);
    this.#host.requestUpdate();
  }

  #place(): string {
    const { register, ...subject } = this.#settings!;
    return placeOf(register, subject);
  }
}

function keyOf(settings: Settings | undefined): string {
  return JSON.stringify({ ...settings, source: undefined });
}
