/** Chooses the form in which a service is told, by the `Accept` header. */

export type ServiceFormat = 'json' | 'cpsv-ap' | 'schema-org' | 'hsds';

export const FORMAT_TYPES: Readonly<Record<ServiceFormat, string>> = {
  json: 'application/json',
  'cpsv-ap': 'application/ld+json',
  'schema-org': 'application/ld+json;profile="https://schema.org"',
  hsds: 'application/vnd.hsds+json',
};

interface MediaRange {
  type: string;
  profile: string | undefined;
  weight: number;
}

/** The best of what is accepted, the earlier of equals; `undefined`: nothing fits. */
export function chooseFormat(accept: string | undefined): ServiceFormat | undefined {
  if (accept === undefined || accept.trim() === '') return 'json';
  let best: { format: ServiceFormat; weight: number } | undefined;
  for (const range of mediaRanges(accept)) {
    const format = formatOf(range);
    if (format === undefined || range.weight <= 0) continue;
    if (best === undefined || range.weight > best.weight) best = { format, weight: range.weight };
  }
  return best?.format;
}

function formatOf({ type, profile }: MediaRange): ServiceFormat | undefined {
  switch (type) {
    case '*/*':
    case 'application/*':
    case 'application/json':
      return 'json';
    case 'application/ld+json':
      return /^https?:\/\/schema\.org\/?$/.test(profile ?? '') ? 'schema-org' : 'cpsv-ap';
    case 'application/vnd.hsds+json':
      return 'hsds';
    default:
      return undefined;
  }
}

function mediaRanges(accept: string): MediaRange[] {
  // A comma or semicolon inside quotes belongs to a profile.
  const parts = accept.match(/(?:[^,"]|"[^"]*")+/g) ?? [];
  return parts.map((part) => {
    const [type = '', ...parameters] = part.match(/(?:[^;"]|"[^"]*")+/g) ?? [];
    const range: MediaRange = { type: type.trim().toLowerCase(), profile: undefined, weight: 1 };
    for (const parameter of parameters) {
      const [, name = '', value = ''] = /^\s*([^=\s]+)\s*=\s*"?([^"]*)"?\s*$/.exec(parameter) ?? [];
      if (name.toLowerCase() === 'q') range.weight = Number(value) || 0;
      if (name.toLowerCase() === 'profile') range.profile = value;
    }
    return range;
  });
}
