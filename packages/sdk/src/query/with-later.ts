/** What is made when somebody asks for it; a field may be left out. */
type Makers<T> = { readonly [Field in keyof T]?: () => T[Field] };

/**
 * Adds fields to an object that are made when they are read for the first time. Whoever copies it, or
 * writes it down, reads all of them.
 */
export function withLater<T extends object>(held: Partial<T>, makers: Makers<T>): T {
  const define = (field: string, how: PropertyDescriptor) =>
    Object.defineProperty(held, field, { enumerable: true, configurable: true, ...how });
  for (const [field, make] of Object.entries<() => unknown>(
    makers as Record<string, () => unknown>,
  )) {
    define(field, {
      get() {
        const value = make();
        define(field, { value, writable: true });
        return value;
      },
    });
  }
  return held as T;
}

/** A list whose items are made when they are read for the first time. */
export function itemsLater<T>(count: number, make: (at: number) => T): T[] {
  const items: T[] = [];
  for (let at = 0; at < count; at++) {
    const define = (how: PropertyDescriptor) =>
      Object.defineProperty(items, at, { enumerable: true, configurable: true, ...how });
    define({
      get() {
        const value = make(at);
        define({ value, writable: true });
        return value;
      },
    });
  }
  return items;
}
