/** Notices of changes. */
export { ChangeFeed, type ChangeFeedOptions, type Timers } from './change-feed.ts';
export {
  EventStreamParser,
  type EventStreamHandlers,
  type StreamEvent,
} from './event-stream-parser.ts';
