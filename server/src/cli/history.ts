/** Reads the history for the commands. */

import { asOf, historyProblem, NO_HISTORY, parseHistory, type History } from '../core/rehearsal/history.ts';
import { HistoryFileError, readHistoryFile } from '../files/historyFile.ts';
import { UsageError } from './failures.ts';
import { complain, plainText } from './terminal.ts';

/** The history in a file; none where no file is named or there is none yet. What can't be read of it is named on standard error. Throws UsageError for one that can't be read. */
export async function readHistory(file: string | undefined): Promise<History> {
  if (file === undefined) return NO_HISTORY;
  try {
    const history = parseHistory(await readHistoryFile(file));
    const problem = historyProblem(history, plainText(file));
    if (problem !== undefined) complain(problem);
    return asOf(history, Date.now());
  } catch (error) {
    throw error instanceof HistoryFileError ? new UsageError(error.message) : error;
  }
}
