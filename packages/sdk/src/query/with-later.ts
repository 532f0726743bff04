/** What is made when somebody asks for it; a field may be left out. */
type Makers<T> = { readonly [Field in keyof T]?: () => T[Field] };

/**
 * What makes the fields of an object. Kept apart from the object: getters of its own would belong to
 * the shape of all objects like it, which lives on with all that they hold.
 */
const makersOf = new WeakMap<object, Readonly<Record<string, () => unknown>>>();
const getters = new Map<string, (this: object) => unknown>();

/**
 * Adds fields to an object that are made when they are read for the first time. Whoever copies it, or
 * writes it down, reads all of them.
 */
export function withLater<T extends object>(held: Partial<T>, makers: Makers<T>): T {
  makersOf.set(held, makers as Record<string, () => unknown>);
  for (const field of Object.keys(makers)) {
    Object.defineProperty(held, field, { ...SHOWN, get: getterOf(field) });
  }
  return held as T;
}

const SHOWN = { enumerable: true, configurable: true };

function getterOf(field: string): (this: object) => unknown {
  const known = getters.get(field);
  if (known) return known;
  const get = function (this: object): unknown {
    const value = makersOf.get(this)![field]!();
    Object.defineProperty(this, field, { ...SHOWN, value, writable: true });
    return value;
  };
  getters.set(field, get);
  return get;
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
