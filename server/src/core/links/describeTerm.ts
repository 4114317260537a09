/** Says in Markdown what is known of a term: its meaning, and the best passage on it, for hovers. */

import type { TermEntry } from '../glossary/knowledge.ts';
import { plural, t } from '../locale/locale.ts';
import { listed } from '../text/format.ts';
import { escapeMarkdown } from '../text/escapeMarkdown.ts';
import { fileName } from '../text/uri.ts';
import { formatTime } from '../transcripts/times.ts';
import type { TranscriptIndex } from './index.ts';
import { describePassage, passagesOf, type LinkedPassage } from './links.ts';
import { mediaUrlAt } from './mediaUrl.ts';

/** The hover of a term; undefined for a word of which nothing is known and nobody would expect it. */
export function describeTerm(term: string, index: TranscriptIndex, knowledge: TermEntry): string | undefined {
  const passages = passagesOf(term, index, knowledge);
  const lines = [
    `**${escapeMarkdown(term)}**${knowledge.aliases.length > 0 ? ` (${listed(knowledge.aliases.slice(0, 4).map(escapeMarkdown))})` : ''}`,
  ];
  if (knowledge.meaning !== undefined) lines.push('', escapeMarkdown(knowledge.meaning));
  const [best] = passages;
  if (best === undefined) {
    if (index.size > 0) lines.push('', plural(index.size, 'No passage found in {0} transcript.', 'No passage found in {0} transcripts.'));
    else if (knowledge.meaning === undefined) return undefined;
    return lines.join('\n');
  }
  lines.push('', ...passageLines(describePassage(best)));
  if (passages.length > 1)
    lines.push(
      '',
      plural(
        passages.length - 1,
        '{0} other passage: go to definition or find references.',
        '{0} other passages: go to definition or find references.',
      ),
    );
  return lines.join('\n');
}

/** A passage with a neighbour on each side, and where it is from. */
function passageLines(passage: LinkedPassage): readonly string[] {
  const { before, text, after, seconds, speaker, title, uri, tier, heardAs, mediaUrl } = passage;
  const said = [before, `**${escapeMarkdown(text)}**`, after].map((part, i) => (i === 1 ? part : escapeMarkdown(part))).filter(Boolean);
  const time = seconds === undefined ? undefined : formatTime(seconds);
  const link = time === undefined || mediaUrl === undefined ? undefined : mediaUrlAt(mediaUrl, seconds!);
  const how =
    heardAs !== undefined
      ? t('heard as “{0}”', escapeMarkdown(heardAs))
      : tier === 'alias'
        ? t('by another name')
        : tier === 'near'
          ? t('its words near each other')
          : tier === 'partial'
            ? t('a part of it')
            : undefined;
  const details = [
    how,
    time === undefined ? undefined : link === undefined ? escapeMarkdown(time) : `[${time}](${link})`,
    speaker === undefined ? undefined : escapeMarkdown(speaker),
    escapeMarkdown(title ?? fileName(uri)),
  ];
  return [`> ${said.join(' ')}`, '', details.filter((one) => one !== undefined).join(' · ')];
}
