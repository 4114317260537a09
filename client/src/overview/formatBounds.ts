/** Writes durations the way the server does. */

import { t } from '../../server/src/core/locale/locale.ts';

/** "41 s", "1 min", "2 min 5 s". */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 90 && whole !== 60) return t('{0} s', whole);
  const minutes = Math.floor(whole / 60);
  return whole % 60 === 0 ? t('{0} min', minutes) : t('{0} min {1} s', minutes, whole % 60);
}

/** "30 s", "1 min to 2 min", "at most 90 s", "at least 2 min". `max` is null where there is no upper end. Seconds. */
export function clockRange({ min, max }: { readonly min: number; readonly max: number | null }): string {
  if (max === null) return t('at least {0}', clock(min));
  if (min === max) return clock(min);
  return min === 0 ? t('at most {0}', clock(max)) : t('{0} to {1}', clock(min), clock(max));
}
