/** Texts of tiers in the order in which their words are met, by writer and reader alike. */
import type { CatalogueEntry } from '../query/catalogue-entry.ts';
import type { LinkedObject } from '../query/linked-objects.ts';
import { objectText } from '../query/search-texts.ts';

export function objectTexts(objects: readonly LinkedObject[]): string[] {
  return objects.flatMap((object) => {
    const { titles = [], places = [] } = objectText(object) ?? {};
    return [...titles, ...places];
  });
}

export function titleTexts(entries: readonly CatalogueEntry[]): string[] {
  const texts: string[] = [];
  for (const { title, alternativeTitles, keywords } of entries) {
    texts.push(...Object.values(title), ...alternativeTitles, ...keywords);
  }
  return texts;
}

export function summaryTexts(entries: readonly CatalogueEntry[]): string[] {
  const texts: string[] = [];
  for (const { summary } of entries) if (summary) texts.push(...Object.values(summary));
  return texts;
}
