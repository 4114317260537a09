/** Reads the settings file that `--config` names: JSON in the same shape as the editor's settings. */

import { readFile } from 'node:fs/promises';
import { readSettings, type ReadSettings } from '../core/settings.ts';
import { UsageError } from './failures.ts';

/** Settings of a file, or the defaults without one. Throws UsageError when the file can't be read or is not JSON. */
export async function loadConfig(file: string | undefined): Promise<ReadSettings> {
  if (file === undefined) return readSettings();
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`can't read the config file ${JSON.stringify(file)}: ${(error as Error).message}`);
  }
  try {
    return readSettings(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (error) {
    throw new UsageError(`the config file ${JSON.stringify(file)} is not JSON: ${(error as Error).message}`);
  }
}
