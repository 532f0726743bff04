import type {
  Manifest,
  ManifestPart,
  SearchIndexFile,
  StaticFile,
  StaticHead,
  VocabularyAnswer,
} from '@pvp/contract';
import { linesOf, textOf, type PartLine } from '../sync/part-lines.ts';
import type { ReplicaRecord } from '../sync/replica.ts';
import type { StaticFiles } from './static-files.ts';

/** Parts that are kept for single look-ups; the one that was asked for longest ago goes first. */
const MAX_PARTS = 4;

interface PartAtHand {
  bytes: Uint8Array;
  lines: ReadonlyMap<string, PartLine>;
}

/** A record of the search index, and the part that holds it whole. */
export interface Place {
  record: ReplicaRecord;
  part: StaticFile;
}

/** One state of a static snapshot: the files that one head names. Each is read once. */
export class Edition {
  #places: Promise<ReadonlyMap<string, Place>> | undefined;
  #manifest: Promise<Manifest> | undefined;
  readonly #parts = new Map<string, Promise<PartAtHand>>();

  constructor(
    /** Another one may tell the same files at a later time. */
    public head: StaticHead,
    private readonly files: StaticFiles,
  ) {}

  /** By `kind/id`: what lists, facets and search need of the records, and where they stand. */
  places(): Promise<ReadonlyMap<string, Place>> {
    if (!this.#places) {
      this.#places = this.#json<SearchIndexFile>(this.head.searchIndex).then(placesIn);
      this.#places.catch(() => (this.#places = undefined));
    }
    return this.#places;
  }

  /** Everyday words in their compact form; empty where the snapshot has none. */
  async vocabulary(): Promise<string> {
    const { vocabulary } = this.head;
    if (!vocabulary) return '';
    return (await this.#json<VocabularyAnswer>(vocabulary)).compact ?? '';
  }

  /** All parts, each with its place seen from the folder. */
  manifest(): Promise<Manifest> {
    if (!this.#manifest) {
      this.#manifest = this.#json<Manifest>(this.head.manifest).then((manifest) => {
        const base = new URL(this.head.manifest.href, `${this.files.folder}/`);
        const placed = (part: ManifestPart) => ({ ...part, href: new URL(part.href, base).href });
        return { ...manifest, parts: manifest.parts.map(placed) };
      });
      this.#manifest.catch(() => (this.#manifest = undefined));
    }
    return this.#manifest;
  }

  /** A record of a part; `undefined`: it is not there. */
  async record<T>(part: StaticFile, kind: string, id: string): Promise<T | undefined> {
    const { bytes, lines } = await this.#atHand(part);
    const line = lines.get(`${kind}/${id}`);
    return line && (JSON.parse(textOf(bytes.subarray(line.start, line.end))) as T);
  }

  /** All records of a part. */
  async records<T>(part: StaticFile): Promise<T[]> {
    const text = await this.files.text(part);
    return text.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line) as T)));
  }

  #atHand(part: StaticFile): Promise<PartAtHand> {
    const { sha256 } = part;
    let known = this.#parts.get(sha256);
    this.#parts.delete(sha256);
    if (!known) {
      known = this.#load(part);
      known.catch(() => this.#parts.delete(sha256));
    }
    this.#parts.set(sha256, known);
    if (this.#parts.size > MAX_PARTS) this.#parts.delete(this.#parts.keys().next().value!);
    return known;
  }

  async #load(part: StaticFile): Promise<PartAtHand> {
    const bytes = await this.files.bytes(part);
    return { bytes, lines: new Map(linesOf(part.sha256, bytes).map((line) => [line.key, line])) };
  }

  async #json<T>(file: StaticFile): Promise<T> {
    return JSON.parse(await this.files.text(file)) as T;
  }
}

function placesIn({ parts }: SearchIndexFile): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { records, ...part } of parts) {
    for (const record of records as ReplicaRecord[]) {
      places.set(`${record.type}/${record.id}`, { record, part });
    }
  }
  return places;
}
