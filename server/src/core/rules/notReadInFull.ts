/** Rule `file/not-read-in-full`: a part of the file would take seconds, so it was read by its lines alone or left unjudged. */

import { isTooLong } from '../answers/effort.ts';
import { inFile, LONGEST_FILE, MOST_ANSWERS } from '../answers/parseAnswers.ts';
import { t } from '../locale/locale.ts';
import type { Span } from '../text/span.ts';
import type { FileRule, Found } from './rule.ts';

export const notReadInFull: FileRule<'file/not-read-in-full'> = {
  id: 'file/not-read-in-full',
  scope: 'file',
  severity: 'information',
  summary: 'A part of the file is too long, or too full of markup, to be looked at in full.',
  *check({ file, answers }): Iterable<Found> {
    if (file.isTooLong) {
      const message = t('This file has more than {0} characters. It was not read: divide it.', LONGEST_FILE);
      yield { span: firstLine(file.text, { start: file.frontMatter.end, end: file.text.length }), message };
    }
    for (const span of file.rough.slice(0, MOST_REPORTED)) {
      const message = t(
        'From here on there are so many Markdown marks that only headings, code and comments were read: links, lists and emphasis are taken as text.',
      );
      yield { span: firstLine(file.text, span), message };
    }
    if (file.unreadFrom !== undefined) {
      const message = t('There are more than {0} answers in this file. From here on nothing was read: divide it.', MOST_ANSWERS);
      yield { span: firstLine(file.text, { start: file.unreadFrom, end: file.text.length }), message };
    }
    let isSpent = false;
    for (const { answer, analysis } of answers) {
      const isLong = isTooLong(answer.content);
      if (analysis.isJudged || (!isLong && isSpent)) continue;
      isSpent ||= !isLong;
      const message = isLong
        ? t('This answer takes more than an hour to say. Only its time is estimated, roughly.')
        : t('The answers up to here are so long together that from here on only times are estimated, roughly.');
      yield { span: firstLine(file.text, inFile(answer, answer.content.span)), message };
    }
  },
};

/** Parts that are named: whoever has read as many knows what the file is like. */
const MOST_REPORTED = 10;

/** The first line below the heading, where no rule about the heading reports anything; of a million characters, the first. */
function firstLine(text: string, { start, end }: Span): Span {
  const head = text.slice(start, Math.min(end, start + FAR));
  const below = /^#[^\r\n]*[\r\n]\s*/.exec(head)?.[0].length ?? 0;
  return { start: start + below, end: start + below + /^[^\r\n]{0,80}/.exec(head.slice(below))![0].length };
}

const FAR = 2_000;
