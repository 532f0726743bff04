/** `84 kB`, `1,2 MB`: powers of a thousand, as download lists tell them. */
export function formatFileSize(lang: string, bytes: number): string {
  const number = (value: number, digits: number): string =>
    value.toLocaleString(lang, { maximumFractionDigits: digits });
  if (bytes < 1000) return `${number(bytes, 0)} B`;
  if (bytes < 1_000_000) return `${number(bytes / 1000, 0)} kB`;
  return `${number(bytes / 1_000_000, 1)} MB`;
}

/** `PDF`, `DOCX`: the name under which people know a media type; empty for one they do not. */
export function fileTypeName(mediaType: string | undefined): string {
  return NAMES[mediaType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''] ?? '';
}

/** `PDF` of an address that ends in `.pdf`; empty where it tells no type that people know. */
export function fileTypeOf(url: string): string {
  const ending = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(url)?.[1]?.toUpperCase() ?? '';
  return ending === 'EDOC' ? 'eDoc' : Object.values(NAMES).includes(ending) ? ending : '';
}

const NAMES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/msword': 'DOC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.ms-excel': 'XLS',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'application/vnd.etsi.asic-e+zip': 'eDoc',
  'application/zip': 'ZIP',
  'application/rtf': 'RTF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
};
