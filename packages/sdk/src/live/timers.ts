/** Runs something later; gives what calls it off. */
export type Timers = (run: () => void, milliseconds: number) => () => void;

export const platformTimers: Timers = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};
