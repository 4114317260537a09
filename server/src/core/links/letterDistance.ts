/** How much two spellings differ. */

/** Letters to put in, take out or change; `limit` or more is `limit` at least. */
export function letterDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  let current = [...previous];
  for (let i = 1; i <= a.length; i++) {
    let least = (current[0] = i);
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + Number(a.charCodeAt(i - 1) !== b.charCodeAt(j - 1)));
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least >= limit) return limit;
    [previous, current] = [current, previous];
  }
  return previous[b.length]!;
}
