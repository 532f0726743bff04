import type { LocalizedString } from '@pvp/contract';

/** What the index reads of an object that is no service. */
export interface LinkedObject {
  type: string;
  id: string;
  aliases?: readonly string[];
  title?: LocalizedString;
  /** Service templates: one or two sentences. */
  summary?: LocalizedString;
  /** Organizations: also found by it. */
  registrationNumber?: string;
  /** Organizations: the place that they serve. */
  territory?: string;
  /** Life events: their needs. */
  needs?: readonly string[];
}

/** Titles, aliases and links of the objects that services point to. */
export class LinkedObjects {
  readonly #objects = new Map<string, LinkedObject>();
  readonly #aliases = new Map<string, string>();
  readonly #lifeEventsOfNeed = new Map<string, string[]>();

  /** Gives the needs that belong to other life events than before. */
  put(object: LinkedObject): readonly string[] {
    const { type, id, aliases, title, summary, registrationNumber, needs } = object;
    const before = this.delete(type, id);
    const names = [...(aliases ?? []), ...(registrationNumber ? [registrationNumber] : [])];
    const linked = type === 'life-event' ? (needs ?? []) : [];
    const kept = type === 'service-template' && summary ? { summary } : {};
    this.#objects.set(`${type}/${id}`, { type, id, aliases: names, title, needs: linked, ...kept });
    for (const name of names) this.#aliases.set(`${type}/${name}`, id);
    for (const need of linked) {
      this.#lifeEventsOfNeed.set(need, [...this.lifeEventsOfNeed(need), id]);
    }
    return before.join() === linked.join() ? [] : [...before, ...linked];
  }

  /** Gives the needs that belonged to the object. */
  delete(type: string, id: string): readonly string[] {
    const object = this.#objects.get(`${type}/${id}`);
    if (!object) return [];
    this.#objects.delete(`${type}/${id}`);
    for (const name of object.aliases ?? []) {
      if (this.#aliases.get(`${type}/${name}`) === id) this.#aliases.delete(`${type}/${name}`);
    }
    for (const need of object.needs ?? []) {
      const others = this.lifeEventsOfNeed(need).filter((other) => other !== id);
      this.#lifeEventsOfNeed.set(need, others);
    }
    return object.needs ?? [];
  }

  has(type: string, id: string): boolean {
    return this.#objects.has(`${type}/${id}`);
  }

  /** The id behind an id or an alias. What is unknown stays as it is. */
  resolve(type: string, idOrAlias: string): string {
    if (this.has(type, idOrAlias)) return idOrAlias;
    return this.#aliases.get(`${type}/${idOrAlias}`) ?? idOrAlias;
  }

  titleOf(type: string, id: string): LocalizedString | undefined {
    return this.#objects.get(`${type}/${id}`)?.title;
  }

  summaryOf(type: string, id: string): LocalizedString | undefined {
    return this.#objects.get(`${type}/${id}`)?.summary;
  }

  lifeEventsOfNeed(need: string): readonly string[] {
    return this.#lifeEventsOfNeed.get(need) ?? [];
  }
}
