import type { Channel, ChannelKind, ContactPoint } from '@pvp/contract';
import type { Warning } from '../findings.ts';
import { withPartIds } from '../part-ids.ts';
import { emailIn, isFields, listOf, textOf, urlOf, type Fields } from './legacy-fields.ts';
import { plainLine } from './legacy-text.ts';

type ChannelPart = Omit<Channel, 'id'>;

/** A link of a page that is no way to request or receive. */
export interface PageLink {
  title: string;
  url: string | undefined;
}

const KINDS: readonly (readonly [RegExp, ChannelKind])[] = [
  [/^klātien/iu, 'in-person'],
  [/^(?:pa )?past(?:s|u)$/iu, 'post'],
  [/^e-?past/iu, 'e-mail'],
  [/^e-?adrese/iu, 'e-address'],
  [/^e-?pakalpojum/iu, 'e-service'],
  [/^e-?veidlap/iu, 'e-form'],
  [/^(?:VPVKAC|vienot\p{L}* klientu)/iu, 'one-stop-centre'],
  [/^(?:tālrun|telefon|pa tālruni)/iu, 'phone'],
  [/^video/iu, 'video'],
  [/^mobil/iu, 'mobile-app'],
  [/^(?:dzīvesviet|mājas vizīt|izbraukum)/iu, 'home-visit'],
  [/^(?:specializēt|sistēma)/iu, 'specialised-system'],
];
const ADDRESS =
  /(?<!\p{L})(?:iel[aā]|bulvār\p{L}*|prospekt\p{L}*|laukum\p{L}*|gatv[eē]|ceļ[šā]|šosej[aā])(?!\p{L}).{0,12}\d|LV ?[-–] ?\d{4}/iu;

/**
 * Ways to request and receive. `elektroniski` names no way by itself: its label decides, and where
 * that is silent it is signed e-mail, with a warning. A link (`saite`) is no channel.
 */
export function readChannels(
  page: Fields,
  lang: string,
  requestable: boolean,
  warnings: Warning[],
): { channels: ChannelPart[]; links: PageLink[] } {
  const channels: ChannelPart[] = [];
  const links: PageLink[] = [];
  for (const [index, entry] of listOf(page['channels']).entries()) {
    const given = isFields(entry) ? entry : { type: entry };
    const type = plainLine(given['type']);
    const label = plainLine(given['label']);
    const url = urlOf(given['url']);
    const kind = kindOf(type, label);
    if (kind === undefined) {
      links.push({ title: label || type, url });
      if (!/^saite/iu.test(type)) {
        warnings.push({
          code: 'unknown-channel',
          field: `/channels/${index}/type`,
          reason: `${JSON.stringify(type)} is no known way to request or receive; its label was kept among the links.`,
        });
      }
      continue;
    }
    if (/^elektronisk/iu.test(type) && kind === 'e-mail' && emailIn(label) === undefined) {
      warnings.push({
        code: 'ambiguous-channel',
        field: `/channels/${index}/type`,
        reason: `${JSON.stringify(type)} does not say which electronic way is meant; it was recorded as e-mail.`,
      });
    }
    channels.push(channelFrom(kind, label, url, lang, requestable));
  }
  return { channels, links };
}

function kindOf(type: string, label: string): ChannelKind | undefined {
  if (!/^elektronisk/iu.test(type)) return KINDS.find(([pattern]) => pattern.test(type))?.[1];
  if (/e-?adres/iu.test(label)) return 'e-address';
  if (/e-?pakalpojum|latvija\.(?:gov\.)?lv|portāl/iu.test(label)) return 'e-service';
  return 'e-mail';
}

function channelFrom(
  kind: ChannelKind,
  label: string,
  url: string | undefined,
  lang: string,
  requestable: boolean,
): ChannelPart {
  const email = kind === 'e-mail' ? emailIn(label) : undefined;
  const place = placeFrom(kind, label, lang);
  const title = label !== '' && label !== email && place === undefined;
  const online = ['e-service', 'e-form', 'specialised-system', 'mobile-app'].includes(kind);
  return {
    kind,
    ...(title ? { title: { [lang]: label } } : {}),
    ...(url === undefined ? {} : { url }),
    ...(online && url !== undefined && requestable ? { requestable: true } : {}),
    ...(online && url !== undefined ? { landsOn: { [lang]: new URL(url).host } } : {}),
    ...(/elektronisk\p{L}* parakst|electronic signature/iu.test(label) ? { signature: true } : {}),
    ...(email === undefined ? {} : { email }),
    ...(place === undefined ? {} : { places: withPartIds([place], 'p') }),
  };
}

/** "Name of a centre, Brīvības ielā 7, Ilūkstē" → the name and the address. */
function placeFrom(
  kind: ChannelKind,
  label: string,
  lang: string,
): Omit<ContactPoint, 'id'> | undefined {
  if (!['in-person', 'post', 'one-stop-centre'].includes(kind) || !ADDRESS.test(label))
    return undefined;
  const parts = label.split(',').map((part) => part.trim());
  const start = parts.findIndex((part) => ADDRESS.test(part) || /(?:iel[aā]|bulvār)/iu.test(part));
  const text = parts.slice(start).join(', ');
  const name = parts.slice(0, start).join(', ');
  return {
    ...(name === '' ? {} : { title: { [lang]: name } }),
    address: addressFrom(text),
  };
}

/** An address with its post code where it holds one. */
export function addressFrom(value: unknown): { text: string; postCode?: string } {
  const text = plainLine(textOf(value)).slice(0, 300);
  const postCode = /LV ?[-–] ?(\d{4})/u.exec(text)?.[1];
  return { text, ...(postCode === undefined ? {} : { postCode: `LV-${postCode}` }) };
}
