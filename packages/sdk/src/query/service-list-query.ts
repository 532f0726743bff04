import type { ChannelKind, Profile, Recipient } from '@pvp/contract';

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
  /** A unified service stands once, with the best of its instances. */
  unified?: boolean;
  /** Words that a person typed. */
  q?: string;
  /** Preferred content language; Latvian stands in. Default `lv`. */
  lang?: string;
  /** `next` of the answer before. */
  cursor?: string;
  /** 1–200, default 20. */
  limit?: number;
}
