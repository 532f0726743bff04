import { html, nothing, type TemplateResult } from 'lit';
import type { KeptFile } from '@pvp/sdk/requests';
import { fileTypeName, formatFileSize } from '../../format/file-size.ts';
import { describedBy, field, isInvalid, type Field } from './fields.ts';
import type { PageContext } from './page-context.ts';

/** Files to attach: chosen, sent at once, listed with what has become of each. */
export function renderFiles(context: PageContext): unknown {
  const { visit, texts } = context;
  const { limits } = visit.loaded!.form;
  if (limits.attachments === 0) return nothing;
  const { details, lang } = texts;
  const types = [...new Set(limits.mediaTypes.map(typeName))].filter(Boolean).join(', ');
  const size = formatFileSize(lang, limits.attachmentBytes);
  const asked: Field = {
    id: 'files',
    label: html`<span .textContent=${texts.optional(details.files)}></span>`,
    hint: html`<span
        .textContent=${details.filesHint({ count: limits.attachments, size, types })}
      ></span>
      <span .textContent=${details.filesAtOnce}></span>`,
  };
  const choose = (event: Event) => {
    const input = event.target as HTMLInputElement;
    visit.addFiles([...(input.files ?? [])]);
    // The same file can be chosen again after it has been removed.
    input.value = '';
  };
  return html`${field(
    context,
    asked,
    html`<div class="drop">
      <span class="button" aria-hidden="true" .textContent=${details.chooseFiles}></span>
      <input
        id="files"
        type="file"
        multiple
        accept=${limits.mediaTypes.join(',')}
        aria-describedby=${describedBy(context, asked)}
        aria-invalid=${isInvalid(context, 'files')}
        @change=${choose}
      />
    </div>`,
  )}
  ${
    visit.draftFiles.length
      ? html`<ul class="files" part="files" role="list">
          ${visit.draftFiles.map((file) => renderFile(context, file))}
        </ul>`
      : nothing
  }`;
}

function renderFile({ visit, texts }: PageContext, file: KeptFile): TemplateResult {
  const { id, name, content, upload } = file;
  const { details, lang } = texts;
  const share = visit.files.shareOf(id);
  const state =
    share !== undefined ? details.uploading : upload ? details.uploaded : details.uploadLater;
  const remove = (event: Event) => {
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    visit.removeFile(file);
    root.getElementById('files')?.focus();
  };
  return html`<li>
    <span class="file">
      <span class="name" .textContent=${name}></span>
      <small .textContent=${`${formatFileSize(lang, content.size)} · ${state}`}></small>
      ${
        share === undefined
          ? nothing
          : html`<progress
              max="1"
              .value=${share}
              aria-label=${`${details.uploading} ${name}`}
            ></progress>`
      }
    </span>
    <button
      type="button"
      class="remove"
      part="button"
      aria-label=${details.remove(name)}
      @click=${remove}
    >
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 6l12 12M18 6L6 18" />
      </svg>
    </button>
  </li>`;
}

/** Types beside those of forms: what people attach. */
const ATTACHED: Readonly<Record<string, string>> = {
  'text/plain': 'TXT',
  'image/webp': 'WEBP',
  'image/heic': 'HEIC',
  'image/heif': 'HEIC',
};

function typeName(mediaType: string): string {
  return ATTACHED[mediaType] ?? fileTypeName(mediaType);
}
