/** Says in Markdown what an answer's time is made of, for hovers. */

import type { AnalysedAnswer, Analysis } from './analysis.ts';
import { inFile } from './answers/parseAnswers.ts';
import { questionOf } from './interview/question.ts';
import { starOf, type Star } from './interview/star.ts';
import { formatNumber, phrase, plural, t } from './locale/locale.ts';
import { describeCalibration } from './rehearsal/calibration.ts';
import type { DayOf } from './rehearsal/days.ts';
import type { Pace } from './speech/speech.ts';
import { unusualReadings } from './readings.ts';
import { estimateTogether, formatTarget, partsOf } from './targets/measure.ts';
import { formatSeconds, listed } from './text/format.ts';
import { escapeMarkdown } from './text/escapeMarkdown.ts';
import { touches, type Span } from './text/span.ts';
import { sum } from './text/sum.ts';

export interface HoverText {
  /** UTF-16 offsets in the file. */
  readonly span: Span;
  readonly markdown: string;
}

/** One line of an outline: an answer and its time in few words. */
export interface Summary {
  readonly title: string;
  /** "27 s of 30 s", "27 s", or empty where nothing is said. */
  readonly detail: string;
}

/** What the user's clock says, in milliseconds since 1970, and which day it is there. */
export interface Moment {
  readonly now: number;
  readonly dayOf: DayOf;
}

/** What to show for a heading at a UTF-16 offset, if there is one. With a moment it says how long ago the pace was learned. */
export function describeHeadingAt(analysis: Analysis, offset: number, moment?: Moment): HoverText | undefined {
  const index = analysis.answers.findIndex(({ answer }) => touches(inFile(answer, answer.content.headingSpan), offset));
  if (index < 0) return undefined;
  const { answer } = analysis.answers[index]!;
  return { span: inFile(answer, answer.content.headingSpan), markdown: breakdown(analysis, index, moment) };
}

/** The outline's line for an answer; a heading above others shows what they take together. */
export function summarise(analysis: Analysis, index: number): Summary {
  const answer = analysis.answers[index]!;
  const parts = answer.answer.content.spoken.text === '' ? partsOf(analysis, index) : [answer];
  const seconds = sum(parts, ({ analysis: { speech } }) => speech.estimate.seconds);
  const measured = analysis.measured.get(answer);
  const time = formatSeconds(measured?.estimate.seconds ?? seconds);
  const title = answer.answer.content.title;
  if (measured !== undefined) return { title, detail: t('{0} of {1}', time, formatTarget(measured.target)) };
  return { title, detail: seconds > 0 ? time : '' };
}

function breakdown(analysis: Analysis, index: number, moment: Moment | undefined): string {
  const own = analysis.answers[index]!;
  const below = descendants(analysis, index);
  const measured = analysis.measured.get(own);
  const lines: string[] = [];
  if (own.analysis.speech.words.length > 0) lines.push(...ownLines(own, moment));
  else if (below.length === 0) lines.push(t('Nothing to say yet.'));
  if (below.length > 0) {
    const all = own.analysis.speech.words.length > 0 ? [own, ...below] : below;
    const seconds = sum(all, ({ analysis: { speech } }) => speech.estimate.seconds);
    const together = estimateTogether(all, seconds);
    lines.push(
      '',
      plural(
        below.length,
        'With the {0} heading below: About {1}, likely {2} to {3}.',
        'With the {0} headings below: About {1}, likely {2} to {3}.',
        formatSeconds(together.seconds),
        formatSeconds(together.low),
        formatSeconds(together.high),
      ),
    );
  }
  if (measured !== undefined) {
    const difference = measured.estimate.seconds - measured.target.maxSeconds;
    const short = measured.target.minSeconds - measured.estimate.seconds;
    const verdict =
      difference >= 0.5 ? t('{0} over', formatSeconds(difference)) : short >= 0.5 ? t('{0} under', formatSeconds(short)) : t('met');
    const target = formatTarget(measured.target);
    lines.push(
      '',
      measured.isOwn ? t('Target: {0}: {1}.', target, verdict) : t('Target: {0} (the default of this file): {1}.', target, verdict),
    );
  }
  if (own.analysis.speech.words.length > 0) lines.push(...starLines(own));
  // What the time is made of comes last: a hover shows its first lines.
  if (own.analysis.speech.words.length > 0) lines.push(...readingLines(own), ...sentenceLines(own));
  return lines.join('\n');
}

function ownLines({ analysis: { speech, pace } }: AnalysedAnswer, moment: Moment | undefined): readonly string[] {
  const { words, syllables, articulationSeconds, pauseSeconds, stageSeconds } = speech.breakdown;
  const { seconds, low, high } = speech.estimate;
  const perMinute = Math.round((words / Math.max(seconds - stageSeconds, 0.1)) * 60);
  const rows: readonly (readonly [string, string])[] = [
    [t('Words'), formatNumber(words)],
    [t('Syllables'), formatNumber(syllables)],
    [t('Speaking'), formatSeconds(articulationSeconds)],
    [t('Pauses'), t('{0} ({1} %)', formatSeconds(pauseSeconds), Math.round((pauseSeconds / Math.max(seconds, 0.1)) * 100))],
    ...(stageSeconds > 0 ? [[t('Planned pauses'), formatSeconds(stageSeconds)] as const] : []),
    [t('Pace'), t('{0}, {1} words a minute here', describePace(pace, moment), perMinute)],
  ];
  return [
    t('**About {0} to say**, likely {1} to {2}', formatSeconds(seconds), formatSeconds(low), formatSeconds(high)),
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
  ];
}

/** Situation, task, action and result of the answer to a behavioural question, each with its first words or as missing. */
function starLines({ answer: { content }, analysis: { speech, language } }: AnalysedAnswer): readonly string[] {
  if (language !== 'en' || questionOf(content.title)?.kind !== 'behavioural') return [];
  const { text } = content.spoken;
  const star = starOf({ text, sentences: speech.sentences });
  const rows = STAR_PARTS.map(([part, name]) => {
    const span = star[part];
    return `- ${t('{0}: {1}', t(name), span === undefined ? t('*not found*') : quote(text.slice(span.start, span.end)))}`;
  });
  return ['', t('The story:'), '', ...rows];
}

const STAR_PARTS: readonly (readonly [keyof Star, string])[] = [
  ['situation', phrase('Situation')],
  ['task', phrase('Task')],
  ['action', phrase('Action')],
  ['result', phrase('Result')],
];

/** The sentences with their seconds, in order; of a long answer the longest ones. */
function sentenceLines({ answer, analysis: { speech } }: AnalysedAnswer): readonly string[] {
  if (speech.sentences.length < 2) return [];
  const longest = [...speech.sentences].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, SHOWN_SENTENCES);
  const shown = speech.sentences.filter((sentence) => longest.includes(sentence));
  const rows = shown.map(
    ({ start, end, from, to }) => `- ${t('{0}: {1}', formatSeconds(to - from), quote(answer.content.spoken.text.slice(start, end)))}`,
  );
  const hidden = speech.sentences.length - shown.length;
  return ['', t('Sentences:'), '', ...rows, ...(hidden > 0 ? ['', plural(hidden, 'and {0} shorter one.', 'and {0} shorter ones.')] : [])];
}

function readingLines(own: AnalysedAnswer): readonly string[] {
  const readings = unusualReadings(own);
  if (readings.length === 0) return [];
  const shown = readings
    .slice(0, SHOWN_READINGS)
    .map(({ written, said }) => t('{0} → “{1}”', escapeMarkdown(written), escapeMarkdown(said)));
  const more = readings.length - SHOWN_READINGS;
  return ['', more > 0 ? t('Read as: {0}, and {1} more.', listed(shown), more) : t('Read as: {0}.', listed(shown))];
}

const SHOWN_SENTENCES = 12;
const SHOWN_READINGS = 12;
const QUOTED_LENGTH = 70;

function quote(sentence: string): string {
  // eslint-disable-next-line regexp/no-super-linear-move -- Bounded by QUOTED_LENGTH.
  const short = sentence.length > QUOTED_LENGTH ? `${sentence.slice(0, QUOTED_LENGTH).replace(/\s+\S*$/, '')} …` : sentence;
  return escapeMarkdown(short);
}

function describePace({ source }: Pace, moment: Moment | undefined): string {
  if (source.kind === 'setting') {
    const named = PACE_NAMES[source.name];
    return named === undefined ? source.name : t(named);
  }
  const { count: runs, latest = null } = source;
  const described = moment && describeCalibration({ count: runs, latest }, moment.now, moment.dayOf);
  return t('yours, {0}', described ?? plural(runs, 'from {0} rehearsal', 'from {0} rehearsals'));
}

/** The paces that have a name in the settings. */
const PACE_NAMES: Readonly<Record<string, string>> = { slow: phrase('slow'), normal: phrase('normal'), fast: phrase('fast') };

function descendants(analysis: Analysis, index: number): readonly AnalysedAnswer[] {
  return analysis.answers[index]!.answer.children.flatMap((child) => [analysis.answers[child]!, ...descendants(analysis, child)]);
}
