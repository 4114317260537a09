/** Which day a moment belongs to, where the user is: each moment by the clock that held then, so that summer time parts no days. */

/** The number of the day since 1970 that a moment, in milliseconds since 1970, belongs to. */
export type DayOf = (time: number) => number;

/** Days by minutes that local time is ahead of UTC: the same always, or those of a moment. */
export function daysEast(minutesEast: number | ((time: number) => number)): DayOf {
  const minutes = typeof minutesEast === 'number' ? () => minutesEast : minutesEast;
  return (time) => Math.floor((time + minutes(time) * 60_000) / DAY_MS);
}

/** Days of a time zone by its IANA name; undefined where nobody knows that. */
export function daysIn(timeZone: string): DayOf | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { timeZone, calendar: 'iso8601', year: 'numeric', month: 'numeric', day: 'numeric' });
  } catch {
    return undefined;
  }
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts.get('year')!, parts.get('month')! - 1, parts.get('day')) / DAY_MS;
  };
}

const DAY_MS = 86_400_000;
