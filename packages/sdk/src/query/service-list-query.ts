import type { ChannelKind, Profile, Recipient, ServiceSort } from '@pvp/contract';

/**
 * What a catalogue asks for. Several values of one field are alternatives; fields narrow each
 * other. Field names are those of `GET /v1/services`.
 */
export interface ServiceListQuery {
  /** Ids of holders or providers. */
  institution?: readonly string[];
  profile?: Profile;
  recipient?: readonly Recipient[];
  lifeEvent?: readonly string[];
  need?: readonly string[];
  group?: readonly string[];
  channel?: readonly ChannelKind[];
  /**
   * `true`: no payment row above zero, and none that tells its price in words alone. `false`: at
   * least one above zero.
   */
  free?: boolean;
  /** Adds services of general benefit (`public-general`). */
  general?: boolean;
  /** The instances of a unified service stand and count as one entry. */
  unified?: boolean;
  /** Words that a person typed. */
  q?: string;
  /** Default `relevance`, which without `q` is `title`. */
  sort?: ServiceSort;
  /** Preferred content language; Latvian stands in. Default `lv`. */
  lang?: string;
  /** `next` of the answer before. */
  cursor?: string;
  /** 1–200, default 20. */
  limit?: number;
}
