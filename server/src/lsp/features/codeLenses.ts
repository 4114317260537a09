/** textDocument/codeLens: what stands above each heading, from a list that other features can add to. */

import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver';
import { headingTimes, type HeadingTime } from '../../core/editing/headingTimes.ts';
import { t } from '../../core/locale/locale.ts';
import { REHEARSE_COMMAND } from '../../protocol/rehearsal.ts';
import type { Snapshot } from '../analyses.ts';
import { toLine, toRange } from '../convert.ts';
import type { Server } from '../request.ts';

/** What one heading shows, from left to right; undefined where it shows nothing. */
const LENSES: readonly ((heading: HeadingTime, snapshot: Snapshot, server: Server) => Command | undefined)[] = [time, rehearse];

export function codeLenses(snapshot: Snapshot, _: CodeLensParams, server: Server): CodeLens[] {
  return headingTimes(snapshot.analysis).flatMap((heading) => {
    const range = toRange(snapshot.lines, heading.heading);
    return LENSES.flatMap((lens) => {
      const command = lens(heading, snapshot, server);
      return command === undefined ? [] : [{ range, command }];
    });
  });
}

/** A lens without a command is text that can't be clicked. */
function time({ text }: HeadingTime, { settings }: Snapshot): Command | undefined {
  return settings.headingTime === 'codeLens' ? { title: text, command: '' } : undefined;
}

/** A heading that says nothing itself stands for all below it. */
function rehearse({ index, heading }: HeadingTime, { uri, settings, analysis, lines }: Snapshot, server: Server): Command | undefined {
  if (!settings.rehearsal.codeLens || !server.clientCommands.has(REHEARSE_COMMAND)) return undefined;
  const isAnswer = analysis.answers[index]!.analysis.speech.words.length > 0;
  const title = isAnswer ? t('Rehearse') : t('Rehearse section');
  return { title, command: REHEARSE_COMMAND, arguments: [uri, toLine(lines, heading.start), isAnswer ? 'answer' : 'section'] };
}
