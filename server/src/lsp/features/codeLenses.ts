/** textDocument/codeLens: what stands above each heading, from a list that other features can add to. */

import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver-protocol';
import { headingTimes, type HeadingTime } from '../../core/editing/headingTimes.ts';
import type { Snapshot } from '../analyses.ts';
import { toRange } from '../convert.ts';

/** What one heading shows, from left to right; undefined where it shows nothing. */
const LENSES: readonly ((heading: HeadingTime, snapshot: Snapshot) => Command | undefined)[] = [time];

export function codeLenses(snapshot: Snapshot, _: CodeLensParams): CodeLens[] {
  return headingTimes(snapshot.analysis).flatMap((heading) => {
    const range = toRange(snapshot.lines, heading.heading);
    return LENSES.flatMap((lens) => {
      const command = lens(heading, snapshot);
      return command === undefined ? [] : [{ range, command }];
    });
  });
}

/** A lens without a command is text that can't be clicked. */
function time({ text }: HeadingTime, { settings }: Snapshot): Command | undefined {
  return settings.headingTime === 'codeLens' ? { title: text, command: '' } : undefined;
}
