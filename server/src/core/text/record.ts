/** Tells the kinds of values in JSON and YAML apart, for files that anybody may have written. */

/** An object with named values; no list, no null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
