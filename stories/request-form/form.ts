/** What all stories of the request form have in common. */
import '@pvp/elements/define/pvp-request-form';
import type { PvpRequestForm } from '@pvp/elements';
import { FixtureSource } from '@pvp/testing/fixture-source';
import sample from 'virtual:sample-records';
import { element, type Attributes } from '../staging/element.ts';
import { elementIn, inside, seen, textOf } from '../staging/looking.ts';

export const TAG = 'pvp-request-form';

export function form(attributes: Attributes, register?: string): PvpRequestForm {
  const source = new FixtureSource(sample, register ? { register } : {});
  return element<PvpRequestForm>(TAG, attributes, { source });
}

/** Nothing that another story left behind is found, and nothing that it keeps as it is taken away. */
export async function forgetDrafts({
  canvasElement,
}: {
  canvasElement: HTMLElement;
}): Promise<void> {
  canvasElement.replaceChildren();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('pvp-requests', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('requests', { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  await new Promise<void>((resolve) => {
    const clearing = database.transaction('requests', 'readwrite');
    clearing.objectStore('requests').clear();
    clearing.oncomplete = () => resolve();
  });
  database.close();
}

export const shows = (host: Element, title: string): Promise<unknown> =>
  seen(`„${title}”`, () => textOf(inside(host, '[part~=heading]')) === title);

export async function press(host: Element): Promise<void> {
  (await seen('the button', () => inside(host, '[part~=submit]'))).click();
}

export function write(host: Element, id: string, text: string): void {
  const control = inside<HTMLInputElement>(host, `#${id}`)!;
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

export async function choose(host: Element, kind: string): Promise<void> {
  const first = await seen('the kinds', () => inside(host, '#kind'));
  (inside(host, `#kind-${kind}`) ?? first).click();
  await press(host);
  await seen('the text', () => inside(host, '#text'));
}

/** Chooses a file. Nothing leaves the page: what tells of progress goes past the stories' register. */
export function chooseFile(host: Element, file: File): void {
  const telling = globalThis.XMLHttpRequest;
  Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
  const transfer = new DataTransfer();
  transfer.items.add(file);
  const control = inside<HTMLInputElement>(host, '#files')!;
  control.files = transfer.files;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  globalThis.XMLHttpRequest = telling;
}

export async function attach(host: Element, file: File): Promise<void> {
  chooseFile(host, file);
  await seen('the file', () => inside(host, '.files'));
}

/** A question, up to the page before sending. */
export async function fillIn(canvas: HTMLElement, text: string): Promise<HTMLElement> {
  const host = elementIn(canvas, TAG);
  await choose(host, 'information-request');
  write(host, 'text', text);
  await press(host);
  await seen('the contact', () => inside(host, '#email'));
  await press(host);
  await seen('the answers', () => inside(host, '.answers'));
  return host;
}
