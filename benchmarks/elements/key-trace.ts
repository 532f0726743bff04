/**
 * When the frame with the answer to a key was presented, as the browser's own trace has it. A page
 * cannot tell that: its callbacks run before a frame is rendered, or some time after.
 */

/** What has to be traced. */
export const CATEGORIES = ['devtools.timeline'] as const;

/** What a page tells of a key, by its own clock in milliseconds. */
export interface PressedKey {
  /** Time stamp of the event. */
  pressed: number;
  /** When the rows were others than before; absent: they stayed as they were. */
  answered?: number;
}

export interface Key {
  /**
   * Milliseconds from the key until the frame with the list that answers it is presented;
   * undefined: the list stayed as it was.
   */
  result: number | undefined;
  /** Milliseconds until the first frame after the key is presented, whatever it shows (Event Timing). */
  paint: number;
}

/** An event of a trace; `ts` is in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  pid: number;
  args: {
    /** Of a frame, and of its presentation. */
    id?: string;
    /** Of an event that is timed, in milliseconds by the page's clock. */
    data?: { type?: string; timeStamp?: number; duration?: number };
  };
}

/** A frame of the page, in microseconds of the trace. What scripts change until its layout is done is in it. */
interface Frame {
  laidOut: number;
  presented: number;
}

/** A page's clock is coarser than that of a trace, in milliseconds. */
const COARSE = 0.2;

/** @param trace As `Tracing` tells it, in JSON. */
export function keysOf(trace: Uint8Array, keys: readonly PressedKey[]): Key[] {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: TraceEvent[];
  };
  const timed = traceEvents.filter(
    ({ name, ph, args }) => name === 'EventTiming' && ph === 'b' && args.data?.type === 'keydown',
  );
  const events = traceEvents.filter(({ pid }) => pid === timed[0]?.pid).sort((a, b) => a.ts - b.ts);
  const frames = framesOf(events);
  return keys.map(({ pressed, answered }, nth) => {
    const key = timed.find(({ args }) => Math.abs(args.data!.timeStamp! - pressed) < COARSE);
    const paint = key?.args.data?.duration;
    if (paint === undefined) throw new Error(`The trace does not time key ${nth + 1}`);
    const traced = (time: number): number => key!.ts + (time - key!.args.data!.timeStamp!) * 1000;
    // By a clock that may be behind: no frame is laid out so soon after it was changed.
    const frame = answered && frames.find(({ laidOut }) => laidOut > traced(answered));
    return { result: frame ? (frame.presented - key!.ts) / 1000 : undefined, paint };
  });
}

function framesOf(events: readonly TraceEvent[]): Frame[] {
  const presentations = new Map(
    events
      .filter(({ name }) => name === 'AnimationFrame::Presentation')
      .map(({ args, ts }) => [args.id, ts]),
  );
  const frames: Frame[] = [];
  // A page renders one frame after the other: its layout follows the beginning of the frame.
  let id: string | undefined;
  for (const { name, ph, ts, args } of events) {
    if (name === 'AnimationFrame' && ph === 'b') id = args.id;
    if (name !== 'AnimationFrame::StyleAndLayout' || ph !== 'e') continue;
    const presented = presentations.get(id);
    if (presented !== undefined) frames.push({ laidOut: ts, presented });
  }
  return frames;
}
