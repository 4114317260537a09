/** Writes durations the way the server does. */

/** "41 s", "1 min", "2 min 5 s". */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 90 && whole !== 60 ? `${whole} s` : `${Math.floor(whole / 60)} min${whole % 60 === 0 ? '' : ` ${whole % 60} s`}`;
}

/** "30 s", "1 min to 2 min", "at most 90 s", "at least 2 min". `max` is null where there is no upper end. Seconds. */
export function clockRange({ min, max }: { readonly min: number; readonly max: number | null }): string {
  if (max === null) return `at least ${clock(min)}`;
  if (min === max) return clock(min);
  return min === 0 ? `at most ${clock(max)}` : `${clock(min)} to ${clock(max)}`;
}
