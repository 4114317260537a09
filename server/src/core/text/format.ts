/** Writes durations and counts the way the product shows them. */

/** Whole minutes ("1 min"), else seconds below a minute and a half ("41 s"), minutes and seconds above ("2 min 5 s"). */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 90 && whole !== 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
}

/** "1 word", "27 words". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
