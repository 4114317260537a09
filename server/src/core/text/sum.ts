/** Adds up numbers, or what each of some items counts; 0 without any. */

export function sum(numbers: readonly number[]): number;
export function sum<T>(items: readonly T[], value: (item: T) => number): number;
export function sum<T>(items: readonly T[], value: (item: T) => number = Number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
