/** `check --watch`: the report, and from then on what changes by every change. */

import { LearnedPaces } from '../core/rehearsal/calibration.ts';
import { Comparison, readBaseline, staleRemark } from './baseline.ts';
import type { CheckedFile } from './checkedFile.ts';
import { Checker, type Wanted } from './checker.ts';
import type { CheckOptions } from './checkOptions.ts';
import { UsageError } from './failures.ts';
import { formatText } from './formats/text.ts';
import { readHistory } from './history.ts';
import { findInputs } from './inputs.ts';
import { internalError, shown } from './report.ts';
import { readSources } from './sources.ts';
import { complain } from './terminal.ts';
import { watch } from './watch.ts';

/** Runs until it is stopped, and returns the exit code. What is known of each file stays in memory, in this thread. */
export async function checkAndWatch(options: CheckOptions, wanted: Wanted): Promise<number> {
  const checker = new Checker(wanted, 'remembers');
  let isFirst = true;
  const check = async (): Promise<readonly CheckedFile[]> => {
    checker.forgetConfigs();
    checker.learned = new LearnedPaces(await readHistory(options.history), Date.now());
    checker.sources = (await readSources(options)).sources;
    const comparison = options.baseline === undefined ? undefined : new Comparison(await readBaseline(options.baseline), options.baseline);
    const files: CheckedFile[] = [];
    for (const name of await findInputs(options.inputs)) {
      const { path, result, problems } = await checker.check(name);
      problems.forEach(complain);
      if (result.kind === 'unconfigured') throw new UsageError(result.message);
      if (result.kind === 'unreadable') complain(`can't read ${JSON.stringify(path)}: ${result.reason}`);
      else if (result.kind === 'failed') complain(`can't check ${JSON.stringify(path)}: ${internalError(result.error)}`);
      else files.push(shown(comparison?.withoutKnown(result.file) ?? result.file, options.hints));
    }
    if (isFirst) comparison?.stale.forEach((stale) => complain(staleRemark(stale)));
    isFirst = false;
    return files;
  };
  const first = await check();
  process.stdout.write(formatText(first));
  const { config, baseline, history, transcripts, glossary, evidence } = options;
  // A config file may lie above everything that is checked.
  const others = [config, baseline, history, ...transcripts, glossary, evidence, ...checker.configFiles];
  await watch(
    {
      inputs: options.inputs,
      others: others.filter((file) => file !== undefined),
      check,
      full: options.full,
      print: (text) => process.stdout.write(text),
      printError: (text) => process.stderr.write(text),
      stopped: stopped(),
    },
    first,
  );
  return 0;
}

/** Resolves at Ctrl+C, or when the process is asked to end; the second time it ends at once. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
