/** What is to be known about the language of the text, and the ways to its other languages. */
import { pickLanguage, primaryLanguage } from '@pvp/sdk/model';
import { html, nothing } from 'lit';
import type { Drawing } from './drawing.ts';

/** Each in its own language, for those who read that one. */
const READ_IN: Readonly<Record<string, string>> = {
  lv: 'Lasīt latviešu valodā',
  en: 'Read in English',
  ru: 'Читать на русском языке',
};

/** Drawn last: only then it is known whether some text had to be told in another language. */
export function renderLanguageNote(drawing: Drawing): unknown {
  const { service, text, lang } = drawing;
  const wanted = primaryLanguage(drawing.contentLang);
  const shown = pickLanguage(service.title, wanted)?.lang ?? 'lv';
  const isMachine = service.languages?.some((mark) => mark.machine && mark.lang === shown);
  const lines = [
    shown !== wanted && text.notInLanguage(text.languages[shown] ?? shown),
    shown === wanted && drawing.fallbacks.size > 0 && text.partlyInLanguage,
    isMachine && text.machine,
  ].filter((line): line is string => Boolean(line));
  const others = Object.keys(READ_IN).filter((code) => code !== shown && service.title[code]);
  // On a Latvian page a Latvian text needs no other; anywhere else Latvian is always reachable.
  const isOffered = others.length > 0 && (lines.length > 0 || lang !== 'lv' || shown !== lang);
  if (!lines.length && !isOffered) return nothing;
  return html`<div class="language" part="language">
    ${lines.map((line) => html`<p .textContent=${line}></p>`)}
    ${
      isOffered
        ? html`<p class="others">
            ${others.map(
              (code) =>
                html`<button
                  type="button"
                  class="link"
                  lang=${code}
                  @click=${() => (drawing.host.contentLang = code)}
                  .textContent=${READ_IN[code]!}
                ></button>`,
            )}
          </p>`
        : nothing
    }
  </div>`;
}
