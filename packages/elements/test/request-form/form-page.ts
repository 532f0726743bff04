/** What tests of the request form do on it, as a person does: read, press keys, choose files. */
import '../../src/request-form/define.ts';
import { sendKeys } from '@web/test-runner-commands';
import type { RequestDetail, RequestRow } from '@pvp/contract';
import type { BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpRequestForm } from '../../src/request-form/request-form.ts';
import { pressTab } from '../browser.ts';
import { all, find, place, textOf, until } from '../page.ts';
import { focused } from '../accessibility/focus.ts';

export async function openForm(
  register: Pick<BrowserRegister, 'origin'>,
  attributes = 'service="PV-1001"',
): Promise<PvpRequestForm> {
  const main = place<HTMLElement>(
    `<main><h1>Lapa</h1><a id="before" href="#before">Pirms</a><pvp-request-form register="${register.origin}" ${attributes}></pvp-request-form></main>`,
  );
  const form = main.querySelector('pvp-request-form') as PvpRequestForm;
  await until('the form', () => form.shadowRoot && find(form, 'form'));
  return form;
}

/** The heading on show. */
export const titleOf = (form: Element): string => textOf(find(form, '[part~=heading]'));

export const shows = (form: Element, title: string): Promise<unknown> =>
  until(`the page „${title}”`, () => titleOf(form) === title);

export const press = (form: Element): void => find(form, '[part~=submit]')!.click();

/** The button or link with this name. */
export const named = (form: Element, name: string): HTMLElement =>
  all(form, 'button, a').find(
    (one) => (one.getAttribute('aria-label') ?? textOf(one)).trim() === name,
  )!;

export const input = (form: Element, id: string): HTMLInputElement =>
  find<HTMLInputElement>(form, `#${id}`)!;

export function fill(form: Element, id: string, text: string): void {
  const control = input(form, id);
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Chooses files as the browser's own dialogue does. */
export function attach(form: Element, ...files: File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const control = input(form, 'files');
  control.files = transfer.files;
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The names and states of the files that are listed. */
export const filesIn = (form: Element): string[] =>
  all(form, '.files .file').map((file) => textOf(file));

/** From the first page to the last: a question without files and contact. */
export async function askUntilCheck(form: Element, text: string): Promise<void> {
  await until('the kinds', () => find(form, '#kind'));
  input(form, 'kind').click();
  press(form);
  await shows(form, 'Jautājums');
  fill(form, 'text', text);
  press(form);
  await shows(form, 'Kā Jums atbildēt?');
  press(form);
  await shows(form, 'Pārbaudiet un nosūtiet');
}

export const numberIn = (form: Element): string => textOf(find(form, '.receipt .number'));

/** Presses Tab until the focus is on what is meant. */
export async function tabTo(what: string, isMeant: (at: Element) => boolean): Promise<Element> {
  for (let steps = 0; steps < 60; steps++) {
    await pressTab();
    const at = focused();
    if (at && isMeant(at)) return at;
  }
  throw new Error(`The Tab key never leads to ${what}`);
}

export async function type(text: string): Promise<void> {
  await sendKeys({ type: text });
}

/** What the help desk sees: all requests, the newest first. */
export async function requestsAt(register: BrowserRegister): Promise<RequestDetail[]> {
  const { items } = (await desk(register, 'requests')) as { items: RequestRow[] };
  return Promise.all(
    items.map(({ number }) => desk(register, `requests/${number}`) as Promise<RequestDetail>),
  );
}

export async function desk(
  { origin, adminToken }: BrowserRegister,
  path: string,
  event?: object,
): Promise<unknown> {
  const headers = { authorization: `Bearer ${adminToken}` };
  const url = `${origin}/v1/admin/${path}`;
  const response = await fetch(url, { headers, cache: 'no-store' });
  const known = (await response.json()) as unknown;
  if (!event) return known;
  const changed = await fetch(`${url}/events`, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      'if-match': response.headers.get('etag')!,
    },
    body: JSON.stringify(event),
  });
  if (!changed.ok) throw new Error(await changed.text());
  return changed.json();
}

/** Everything that the page's origin keeps, as text. */
export async function keptOnDevice(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('pvp-requests');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  const entries = await new Promise<unknown[]>((resolve, reject) => {
    const reading = database.transaction('requests').objectStore('requests').getAll();
    reading.onsuccess = () => resolve(reading.result);
    reading.onerror = () => reject(reading.error!);
  });
  database.close();
  return JSON.stringify([entries, { ...localStorage }, { ...sessionStorage }]);
}

/** Nothing of an earlier test is left on the device. */
export async function forgetAll(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('pvp-requests', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('requests', { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
  });
  await new Promise<void>((resolve) => {
    const clearing = database.transaction('requests', 'readwrite');
    clearing.objectStore('requests').clear();
    clearing.oncomplete = () => resolve();
  });
  database.close();
}
