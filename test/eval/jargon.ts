/** Measures the jargon rules on the gold answers, for each audience, beside other checkers. */

import { reportJargon } from '../support/goldJargon.ts';

/**
 * Prints the measurement; the exit code is 0. Options: `--held` takes the half that is kept out of development, `--errors`
 * prints what is missed (-) and what is too much (+), `--peers=FOLDER` says where the other checkers are installed.
 */
export async function run(args: readonly string[], root: string): Promise<number> {
  await reportJargon(args, root);
  return 0;
}
