/** Reads the history for the commands. */

import { NO_HISTORY, parseHistory, type History } from '../core/rehearsal/history.ts';
import { HistoryFileError, readHistoryFile } from '../files/historyFile.ts';
import { UsageError } from './failures.ts';

/** The history in a file; none where no file is named or there is none yet. Throws UsageError for one that can't be read. */
export async function readHistory(file: string | undefined): Promise<History> {
  if (file === undefined) return NO_HISTORY;
  try {
    return parseHistory(await readHistoryFile(file));
  } catch (error) {
    throw error instanceof HistoryFileError ? new UsageError(error.message) : error;
  }
}
