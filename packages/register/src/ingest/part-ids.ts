/** Gives an id to each part that has none, by its place; ids that are given stay. */
export function withPartIds<T extends object>(
  parts: readonly T[],
  prefix: string,
): (T & { id: string })[] {
  const taken = new Set(parts.map(idOf).filter((id) => id !== undefined));
  return parts.map((part, index) => {
    if (idOf(part) !== undefined) return part as T & { id: string };
    let number = index + 1;
    while (taken.has(`${prefix}${number}`)) number += 1;
    const id = `${prefix}${number}`;
    taken.add(id);
    return { ...part, id };
  });
}

function idOf(part: object): unknown {
  return 'id' in part ? (part.id ?? undefined) : undefined;
}
