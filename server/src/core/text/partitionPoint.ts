/** Binary search: how far a condition holds in what is sorted by it. */

/** The first of `length` indices for which the condition doesn't hold; `length` where it holds for all. It must hold for none behind that. */
export function partitionPoint(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
