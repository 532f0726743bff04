/** Fields that a kind of request asks for beside the text. */
import type { RequestAttribute } from '@pvp/contract';
import { html, type TemplateResult } from 'lit';
import { attributeField, type AttributeValue } from '../form-values.ts';
import { choice, describedBy, field, group, isInvalid, type Field } from './fields.ts';
import { registered, words, type PageContext } from './page-context.ts';

export function renderAttribute(context: PageContext, attribute: RequestAttribute): TemplateResult {
  const { visit, texts } = context;
  const { id, title, description, required } = attribute;
  const label = required
    ? registered(title, texts)
    : html`<span .textContent=${texts.optional(words(title, texts.lang))}></span>`;
  const asked: Field = {
    id: attributeField(id),
    label,
    hint: description && registered(description, texts),
  };
  const value = visit.draft.attributes[id];
  const set = (next: AttributeValue | undefined) => visit.setAttribute(id, next);
  switch (attribute.type) {
    case 'text':
      return field(
        context,
        asked,
        html`<textarea
          id=${asked.id}
          rows="4"
          aria-describedby=${describedBy(context, asked)}
          aria-invalid=${isInvalid(context, asked.id)}
          .value=${String(value ?? '')}
          @input=${(event: Event) => set((event.target as HTMLTextAreaElement).value || undefined)}
        ></textarea>`,
      );
    case 'yes-no':
      return renderChoices(context, attribute, asked, [
        { id: 'yes', label: texts.details.yes, value: true },
        { id: 'no', label: texts.details.no, value: false },
      ]);
    case 'choice':
      return renderChoices(
        context,
        attribute,
        asked,
        (attribute.values ?? []).map((one) => ({
          id: one.id,
          label: registered(one.title, texts),
          value: one.id,
        })),
      );
    case 'choices': {
      const chosen = Array.isArray(value) ? value : [];
      return group(
        context,
        asked,
        (attribute.values ?? []).map((one, index) =>
          choice({
            id: index === 0 ? asked.id : `${asked.id}-${one.id}`,
            name: asked.id,
            type: 'checkbox',
            label: registered(one.title, texts),
            checked: chosen.includes(one.id),
            onChange: (checked) => {
              const others = chosen.filter((other) => other !== one.id);
              const next = checked ? [...others, one.id] : others;
              set(next.length ? next : undefined);
            },
          }),
        ),
      );
    }
    default:
      return renderInput(context, attribute, asked, set);
  }
}

interface Option {
  id: string;
  label: unknown;
  value: AttributeValue;
}

/** One of several; what need not be told can be taken back. */
function renderChoices(
  { visit, texts, ...context }: PageContext,
  { id, required }: RequestAttribute,
  asked: Field,
  options: readonly Option[],
): TemplateResult {
  const value = visit.draft.attributes[id];
  const all: readonly (Omit<Option, 'value'> & { value: AttributeValue | undefined })[] = [
    ...options,
    ...(required ? [] : [{ id: 'none', label: texts.details.none, value: undefined }]),
  ];
  return group(
    { visit, texts, ...context },
    asked,
    all.map((option, index) =>
      choice({
        id: index === 0 ? asked.id : `${asked.id}-${option.id}`,
        name: asked.id,
        type: 'radio',
        label:
          typeof option.label === 'string'
            ? html`<span .textContent=${option.label}></span>`
            : option.label,
        checked: option.value !== undefined && value === option.value,
        onChange: () => visit.setAttribute(id, option.value),
      }),
    ),
  );
}

function renderInput(
  context: PageContext,
  { id, type }: RequestAttribute,
  asked: Field,
  set: (value: AttributeValue | undefined) => void,
): TemplateResult {
  const value = context.visit.draft.attributes[id];
  const shown = type === 'instant' ? localTime(value) : String(value ?? '');
  const read = (event: Event) => {
    const input = event.target as HTMLInputElement;
    // Half a date has no value, and must not count as none.
    if (input.validity.badInput) return set('?');
    set(input.value === '' ? undefined : valueOf(type, input.value));
  };
  const inputType = { date: 'date', instant: 'datetime-local' }[type as string] ?? 'text';
  return field(
    context,
    asked,
    html`<input
      id=${asked.id}
      class=${inputType === 'text' && type === 'line' ? 'wide' : ''}
      type=${inputType}
      inputmode=${type === 'number' ? 'decimal' : 'text'}
      autocomplete="off"
      aria-describedby=${describedBy(context, asked)}
      aria-invalid=${isInvalid(context, asked.id)}
      .value=${shown}
      @change=${read}
    />`,
  );
}

function valueOf(type: RequestAttribute['type'], written: string): AttributeValue {
  if (type === 'number') {
    const number = Number(written.trim().replace(/\s/g, '').replace(',', '.'));
    return Number.isFinite(number) ? number : written;
  }
  if (type === 'instant') {
    const at = new Date(written);
    return Number.isNaN(at.getTime()) ? written : at.toISOString();
  }
  return written;
}

/** An instant as a field for local time takes it. */
function localTime(value: AttributeValue | undefined): string {
  const at = new Date(String(value ?? ''));
  if (Number.isNaN(at.getTime())) return '';
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
