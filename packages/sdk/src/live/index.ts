/** Notices of changes. */
export { ChangeFeed, type ChangeFeedOptions } from './change-feed.ts';
export type { Timers } from './timers.ts';
export {
  EventStreamParser,
  type EventStreamHandlers,
  type StreamEvent,
} from './event-stream-parser.ts';
