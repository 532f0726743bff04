import { cataloguesOf, type CatalogueEntry } from '../query/catalogue-entry.ts';
import type { CatalogueParts } from '../query/catalogue-index.ts';
import type { Facet } from '../query/facet-values.ts';
import { Numbers } from '../search/numbers.ts';
import { spread } from './spread.ts';
import type { TierEntries } from './tier-entry.ts';
import type { Rows, Tables } from './tier-reader.ts';

/** What a value of a column means for each row that has it. */
interface Meant {
  /** Values of facets. */
  numbers: readonly number[];
  /** Objects that lead to the row. */
  objects: readonly number[];
}

/** Columns, the facet that their values belong to, and the kind of object that these are. */
const MEANINGS: readonly (readonly [column: string, facet?: Facet, kind?: string])[] = [
  ['institutions', 'institution', 'organization'],
  ['recipients', 'recipient'],
  ['needs', 'need', 'need'],
  ['groups', 'group'],
  ['channels', 'channel'],
  ['free', 'free'],
  ['template', undefined, 'service-template'],
];

/** Rows that were put, and where the first one stands. */
export interface PutRows {
  first: number;
  names: Rows;
  /** Of their summaries, which may come later. */
  more?: Rows;
}

/**
 * Puts rows into an empty index. What the values of a column mean is worked out once for each value
 * and not for each row.
 */
export class RowFilling {
  readonly #parts: CatalogueParts;
  readonly #entries: TierEntries;
  /** By column and by place in its table. */
  readonly #meant = new Map<string, Meant[]>();
  readonly #catalogues: number[] = [];
  /** Documents with the objects that lead to them: both go together. */
  readonly #objects = new Numbers();
  readonly #documents = new Numbers();
  /** By document: where its objects start. */
  readonly #starts = new Numbers();

  constructor(parts: CatalogueParts, entries: TierEntries) {
    this.#parts = parts;
    this.#entries = entries;
  }

  /** @param isOrdered They stand behind all others, in this order. */
  put(names: Rows, isOrdered: boolean): PutRows {
    const { count, tables, places } = names;
    const ids = names.values as readonly string[];
    const templates = Array.from(places['template']!, (place) => tables['template']![place]);
    const put: PutRows = { first: 0, names };
    const entry = (slot: number) => this.#entries.entry(names, put.more, slot - put.first);
    const told = (column: string, row: number) => tables[column]![places[column]![row]!];
    const columns = { ids, templates: templates as (string | undefined)[], entry };
    const first = (put.first = this.#parts.rows.append(columns, isOrdered));
    const meanings = MEANINGS.map(([column, facet, kind]) => ({
      meant: this.#meantBy(column),
      places: places[column]!,
      values: (row: number) => listed(tables, column, places[column]![row]!),
      facet,
      kind,
    }));
    // A life event is told of a service, or of one of its needs.
    const needs = tables['needs']!.length;
    meanings.push({
      meant: this.#meantBy('lifeEvents'),
      places: places['lifeEvents']!.map((place, row) => place * needs + places['needs']![row]!),
      values: (row) =>
        this.#parts.lifeEventsOf({
          lifeEvents: told('lifeEvents', row) as string[],
          needs: told('needs', row) as string[],
        }),
      facet: 'lifeEvent',
      kind: 'life-event',
    });
    const recipients = tables['recipients']!.length;
    const cells: number[] = [];
    const objects: number[] = [];
    const documents: number[] = [];
    const starts: number[] = [];
    const before = this.#objects.length;
    for (let row = 0; row < count; row++) {
      const begin = cells.push(0, 0);
      starts.push(before + objects.length);
      for (let nth = 0; nth < meanings.length; nth++) {
        const meaning = meanings[nth]!;
        const place = meaning.places[row]!;
        // None.
        if (place === 0) continue;
        const known = (meaning.meant[place] ??= this.#meaning(
          meaning.values(row),
          meaning.facet,
          meaning.kind,
        ));
        for (let at = 0; at < known.numbers.length; at++) cells.push(known.numbers[at]!);
        for (let at = 0; at < known.objects.length; at++) {
          objects.push(known.objects[at]!);
          documents.push(first + row);
        }
      }
      const kind = places['kind']![row]! * recipients + places['recipients']![row]!;
      cells[begin - 2] = this.#catalogues[kind] ??= cataloguesOf({
        kind: told('kind', row) as CatalogueEntry['kind'],
        recipients: told('recipients', row) as CatalogueEntry['recipients'] & object,
      });
      cells[begin - 1] = cells.length - begin;
    }
    this.#parts.rows.values.append(first, cells);
    this.#objects.append(objects);
    this.#documents.append(documents);
    this.#starts.append(starts);
    return put;
  }

  /** Adds the summaries of rows, of which no entry was asked for. */
  putMore(put: PutRows, more: Rows): void {
    put.more = more;
    this.#parts.rows.setChanged(
      put.first,
      more.values.map((changedAt) => changedAt || undefined),
    );
  }

  /** Makes the lists of what leads where, in steps. */
  *finish(): Generator<unknown> {
    const { documentsOf, links, objects } = this.#parts.search;
    yield* spread(documentsOf, objects.length, this.#objects.all(), this.#documents.all());
    yield links.adopt(this.#starts.taken(), this.#objects.taken());
  }

  /** What is known of the values of a column by now. */
  #meantBy(column: string): Meant[] {
    const meant = this.#meant.get(column) ?? [];
    this.#meant.set(column, meant);
    return meant;
  }

  #meaning(values: readonly string[], facet: Facet | undefined, kind: string | undefined): Meant {
    const { values: facets, search } = this.#parts;
    const each = [...new Set(values)];
    return {
      numbers: facet ? each.map((value) => facets.number(facet, value)) : [],
      objects: kind ? each.map((value) => search.objectNumber(`${kind}/${value}`)) : [],
    };
  }
}

/** A column holds lists, or single values. */
function listed(tables: Tables, column: string, place: number): readonly string[] {
  const value = tables[column]![place];
  return typeof value === 'object' ? (value as readonly string[]) : [String(value)];
}
