import { html, type TemplateResult } from 'lit';
import { choice, group } from './fields.ts';
import { registered, type PageContext } from './page-context.ts';

/** What the person wants to do. */
export function renderKindPage(context: PageContext): TemplateResult {
  const { visit, texts } = context;
  const { kinds } = visit.loaded!.form;
  return html`${group(
    context,
    { id: 'kind', label: html`<span class="unseen" .textContent=${texts.kind.title}></span>` },
    kinds.map(({ kind, title, description }, index) =>
      choice({
        id: index === 0 ? 'kind' : `kind-${kind}`,
        name: 'kind',
        type: 'radio',
        label: registered(title, texts),
        hint: description && registered(description, texts),
        checked: visit.draft.kind === kind,
        onChange: () => visit.setKind(kind),
      }),
    ),
  )}`;
}
