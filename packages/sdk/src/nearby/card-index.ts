import type { ServiceCard, ServiceList } from '@pvp/contract';
import type { CatalogueEntry } from '../query/catalogue-entry.ts';
import { ChangingCatalogue } from '../query/changing-catalogue.ts';
import type { ServiceListQuery } from '../query/service-list-query.ts';
import { Slices, type SliceOptions } from '../query/slices.ts';

/**
 * Search in the cards of a list that is at hand from its first to its last row. Cards hold less than
 * the register searches, so that it may find more.
 */
export class CardIndex {
  readonly #index = new ChangingCatalogue();
  readonly #cards = new Map<string, ServiceCard>();

  private constructor(private readonly asked: ServiceListQuery) {}

  /**
   * Builds it in slices: a page stays quick meanwhile.
   *
   * @param asked What the register was asked for; its answer, the cards, meets that.
   */
  static async of(
    cards: readonly ServiceCard[],
    asked: ServiceListQuery,
    slices?: SliceOptions,
  ): Promise<CardIndex> {
    const built = new CardIndex(asked);
    const time = new Slices(slices);
    for (const card of cards) {
      built.#put(card);
      if (!time.isOver) continue;
      await time.next();
      built.#index.settle();
    }
    for (const _ of built.#index.preparing()) if (time.isOver) await time.next();
    return built;
  }

  /** `undefined`: nothing is searched for. */
  list(query: ServiceListQuery): ServiceList | undefined {
    if (!query.q) return undefined;
    const { lang, limit, ...asked } = query;
    // What every card meets is not asked again: cards may not tell it.
    for (const field of Object.keys(asked) as (keyof typeof asked)[]) {
      if (JSON.stringify(asked[field]) === JSON.stringify(this.asked[field])) delete asked[field];
    }
    const list = this.#index.list({ ...asked, lang, limit });
    return { ...list, items: list.items.map(({ id }) => this.#cards.get(id)!) };
  }

  #put(card: ServiceCard): void {
    const { id, kind, status, lang, title, summary, institution, cost, changedAt } = card;
    const { recipients, channels, lifeEvents, needs, groups } = card;
    if (institution) {
      const name = { lv: institution.title };
      this.#index.putObject({ type: 'organization', id: institution.id, title: name });
    }
    const entry: CatalogueEntry = {
      id,
      kind,
      status,
      title: { [lang]: title },
      ...(summary && { summary: { [lang]: summary } }),
      ...(institution && { institution: institution.id }),
      institutions: institution ? [institution.id] : [],
      ...(recipients && { recipients }),
      ...(channels && { channels }),
      ...(lifeEvents && { lifeEvents }),
      ...(needs && { needs }),
      ...(groups && { groups }),
      ...((cost?.kind === 'free' || cost?.max) && { free: cost.kind === 'free' }),
      ...(changedAt && { changedAt }),
      alternativeTitles: [],
      keywords: [],
    };
    this.#index.putEntry(entry);
    this.#cards.set(id, card);
  }
}
