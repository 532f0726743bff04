import type { HtmlPage } from '../fault.ts';

const PAGE =
  '<!doctype html><html lang="lv"><meta charset="utf-8"><title>Apkope</title><p>Notiek apkope.</p></html>';

/** A page where data was asked for, as captive portals and load balancers send it. */
export function htmlPage({ status = 200, html = PAGE } = {}): HtmlPage {
  return { type: 'html-page', status, html };
}
