import { cataloguesOf, type CatalogueEntry } from '../query/catalogue-entry.ts';
import type { CatalogueParts } from '../query/catalogue-index.ts';
import type { Facet } from '../query/facet-values.ts';
import { spread } from './spread.ts';
import { entryOf, type Columns } from './tier-entry.ts';

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

/**
 * Puts rows into an empty index. What the values of a column mean is worked out once for each value
 * and not for each row.
 */
export class RowFilling {
  readonly #parts: CatalogueParts;
  /** By column and by place in its table. */
  readonly #meant = new Map<string, Meant[]>();
  readonly #catalogues: number[] = [];
  /** Documents with the objects that lead to them: the first `#count` of both go together. */
  #objects: number[] = [];
  #documents: number[] = [];
  /** By document: where its objects start. */
  readonly #starts: number[] = [];

  constructor(parts: CatalogueParts) {
    this.#parts = parts;
  }

  /**
   * Gives the slot of the first one.
   *
   * @param isOrdered They stand behind all others, in this order.
   */
  put(names: Columns, others: Columns | undefined, isOrdered: boolean): number {
    const { rows, tables } = names;
    const ids = rows['id'] as string[];
    const changed = others?.rows['changedAt'] as string[] | undefined;
    const templates = rows['template']!.map((place) => tables['template']![place as number]);
    const first: number = this.#parts.rows.append(
      {
        ids,
        templates: templates as (string | undefined)[],
        ...(changed && { changed }),
        entry: (slot) => entryOf(names, others, slot - first),
      },
      isOrdered,
    );
    const meanings = MEANINGS.map(([column, facet, kind]) => {
      const places = rows[column] as number[];
      return { meant: this.#meantBy(column), places, facet, kind, table: tables[column]! };
    });
    // A life event is told of a service, or of one of its needs.
    const needs = tables['needs']!.length;
    const ofNeeds = rows['needs'] as number[];
    const places = (rows['lifeEvents'] as number[]).map(
      (place, row) => place * needs + ofNeeds[row]!,
    );
    const lifeEvents = {
      meant: this.#meantBy('lifeEvents'),
      places,
      facet: 'lifeEvent',
      kind: 'life-event',
      table: [],
    } as const;
    const all = [...meanings, lifeEvents];
    const kinds = rows['kind'] as number[];
    const recipients = rows['recipients'] as number[];
    const cells: number[] = [];
    for (let row = 0; row < ids.length; row++) {
      const begin = cells.push(0, 0);
      this.#starts.push(this.#objects.length);
      for (let nth = 0; nth < all.length; nth++) {
        const meaning = all[nth]!;
        const place = meaning.places[row]!;
        let known = meaning.meant[place];
        if (!known) {
          const values =
            meaning === lifeEvents
              ? this.#parts.lifeEventsOf(entryOf(names, others, row))
              : listed(meaning.table[place]);
          known = meaning.meant[place] = this.#meaning(values, meaning.facet, meaning.kind);
        }
        const { numbers, objects } = known;
        for (let at = 0; at < numbers.length; at++) cells.push(numbers[at]!);
        for (let at = 0; at < objects.length; at++) {
          this.#objects.push(objects[at]!);
          this.#documents.push(first + row);
        }
      }
      const kind = kinds[row]! * tables['recipients']!.length + recipients[row]!;
      cells[begin - 2] = this.#catalogues[kind] ??= cataloguesOf(entryOf(names, others, row));
      cells[begin - 1] = cells.length - begin;
    }
    this.#parts.rows.values.append(first, cells);
    return first;
  }

  /** Makes the lists of what leads where, in steps. */
  *finish(): Generator<unknown> {
    const { documentsOf, links, objects } = this.#parts.search;
    yield* spread(documentsOf, objects.length, this.#objects, this.#documents);
    links.adopt(Int32Array.from(this.#starts), Int32Array.from(this.#objects));
    yield undefined;
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
function listed(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? (value as CatalogueEntry['institutions']) : [String(value)];
}
