/** How long a silence ends a run that a microphone listens to. */

/** Seconds that a pause which the text plans may take longer than planned. */
const PATIENCE_SECONDS = 3;

/** Seconds: those of the setting, and more where the text itself asks for a longer pause. */
export function silenceThatEnds({ cues }: { readonly cues: readonly { readonly pauseSeconds: number }[] }, seconds: number): number {
  const longest = cues.reduce((most, { pauseSeconds }) => Math.max(most, pauseSeconds), 0);
  return longest === 0 ? seconds : Math.max(seconds, longest + PATIENCE_SECONDS);
}
