import type { RequestAttribute } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../format/date-time.ts';
import { formatDay } from '../../format/day.ts';
import { formatFileSize } from '../../format/file-size.ts';
import { formOf, type AttributeValue, type FormPage } from '../form-values.ts';
import { textLabel } from './details-page.ts';
import { errorOf } from './fields.ts';
import { registered, words, type PageContext } from './page-context.ts';

/** All answers once more, each with the way back to it; then what happens to the data. */
export function renderCheckPage(context: PageContext): TemplateResult {
  const { visit, texts } = context;
  const { form, institutionTitle, serviceTitle } = visit.loaded!;
  const { draft, contact, draftFiles } = visit;
  const { check } = texts;
  const kind = formOf(form, draft.kind);
  const reached = [contact.name, contact.email, contact.phone].filter((line) => line?.trim());
  return html`<dl class="answers" part="answers">
      ${institutionTitle ? row(texts.to, registered(institutionTitle, texts)) : nothing}
      ${serviceTitle ? row(texts.about, registered(serviceTitle, texts)) : nothing}
      ${
        visit.pages.includes('kind')
          ? row(check.kind, registered(kind?.title, texts), change(context, 'kind', check.kind))
          : row(check.kind, registered(kind?.title, texts))
      }
      ${row(
        textLabel(draft.kind, texts),
        html`<span class="written" .textContent=${draft.text.trim()}></span>`,
        change(context, 'details', textLabel(draft.kind, texts), 'text'),
      )}
      ${(kind?.attributes ?? []).map((attribute) => renderAttribute(context, attribute))}
      ${
        form.limits.attachments > 0
          ? row(
              check.files,
              draftFiles.length
                ? html`<ul>
                    ${draftFiles.map(
                      ({ name, content }) =>
                        html`<li
                          .textContent=${`${name}, ${formatFileSize(texts.lang, content.size)}`}
                        ></li>`,
                    )}
                  </ul>`
                : plain(check.noFiles),
              change(context, 'details', check.files, 'files'),
            )
          : nothing
      }
      ${row(
        check.contact,
        reached.length
          ? html`<ul>
              ${reached.map((line) => html`<li .textContent=${line!.trim()}></li>`)}
            </ul>`
          : plain(check.noContact),
        change(context, 'contact', check.contact),
      )}
    </dl>
    <section class="notice-on-data" part="privacy">
      <p class="name" .textContent=${check.privacy}></p>
      <p>${registered(form.notice.text, texts)}</p>
      ${
        form.notice.url
          ? html`<p>
              <a
                href=${form.notice.url}
                target="_blank"
                rel="noopener"
                .textContent=${check.more}
              ></a>
            </p>`
          : nothing
      }
    </section>
    ${renderSendError(context)}`;
}

function renderAttribute(context: PageContext, attribute: RequestAttribute): unknown {
  const { visit, texts } = context;
  const value = visit.draft.attributes[attribute.id];
  if (value === undefined || value === '') return nothing;
  const name = words(attribute.title, texts.lang);
  return row(
    name,
    plain(shown(context, attribute, value)),
    change(context, 'details', name, `attribute-${attribute.id}`),
  );
}

function shown(
  { texts }: PageContext,
  { type, values }: RequestAttribute,
  value: AttributeValue,
): string {
  const { lang, details } = texts;
  if (typeof value === 'boolean') return value ? details.yes : details.no;
  if (typeof value === 'number') return value.toLocaleString(lang);
  if (type === 'date') return formatDay(lang, String(value));
  if (type === 'instant') return formatDateTime(lang, String(value));
  return [value]
    .flat()
    .map((one) => words(values?.find(({ id }) => id === one)?.title, lang) || String(one))
    .join(', ');
}

function row(name: string, value: unknown, action: unknown = nothing): TemplateResult {
  return html`<div class="answer">
    <dt .textContent=${name}></dt>
    <dd>${value}</dd>
    ${action === nothing ? nothing : html`<dd class="change">${action}</dd>`}
  </div>`;
}

function plain(text: string): TemplateResult {
  return html`<span class="written" .textContent=${text}></span>`;
}

/** A button whose name says what it changes. */
function change(
  { visit, texts }: PageContext,
  page: FormPage,
  what: string,
  field?: string,
): TemplateResult {
  const go = () => visit.go(page, field);
  return html`<button
    type="button"
    class="link"
    @click=${go}
    aria-label=${texts.check.change(what)}
    .textContent=${texts.check.change(what).split(':')[0]}
  ></button>`;
}

/** What is wrong with the request as a whole stands where it is sent from. */
function renderSendError(context: PageContext): unknown {
  const error = errorOf(context, 'send');
  return error
    ? html`<p id="send" tabindex="-1" class="error" .textContent=${error.text(context.texts)}></p>`
    : nothing;
}
