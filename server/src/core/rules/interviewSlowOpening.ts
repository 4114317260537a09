/** Rule `interview/slow-opening`: it takes long until the answer gets to the point. */

import { toSource } from '../answers/sourceMap.ts';
import { stemOf } from '../claims/evidence.ts';
import { straight } from '../claims/gates.ts';
import { questionOf, type Question } from '../interview/question.ts';
import { IRREGULAR } from '../interview/star.ts';
import { t } from '../locale/locale.ts';
import { formatSeconds } from '../text/format.ts';
import type { AnswerRule, Found } from './rule.ts';

export const interviewSlowOpening: AnswerRule<'interview/slow-opening'> = {
  id: 'interview/slow-opening',
  scope: 'answer',
  severity: 'hint',
  summary: 'It takes more than eight seconds until the answer gets to the point.',
  *check({ content, speech, language }): Iterable<Found> {
    if (language !== 'en') return;
    const question = questionOf(content.title);
    if (question === undefined || question.kind === 'other') return;
    const { text, map } = content.spoken;
    const point = speech.sentences.find(({ start, end }) => getsToThePoint(text.slice(start, end), question));
    // An answer that never does has a bigger problem, which other rules name.
    if (point === undefined || point.from <= LONGEST_OPENING_SECONDS) return;
    const before = speech.sentences.findLast(({ end }) => end <= point.start);
    if (before === undefined) return;
    yield {
      span: toSource(map, { start: speech.sentences[0]!.start, end: before.end }),
      message: t(
        '{0} pass before the point, “{1}”. Start with it, and let the rest follow.',
        formatSeconds(point.from),
        opening(text.slice(point.start, point.end)),
      ),
    };
  },
};

/** Long enough for a sentence of setting; after that, listeners wonder where it goes. */
const LONGEST_OPENING_SECONDS = 8;

/** A sentence is to the point when it tells of oneself, gives a reason, names a time and place, or comes back to the question. */
function getsToThePoint(sentence: string, { kind, keyWords }: Question): boolean {
  const plain = straight(sentence);
  if (PLEASANTRY.test(plain)) return false;
  if (
    kind === 'why' &&
    /\b(?:because|since|the (?:main |first |short )?reasons?|i (?:want|chose|like|love|picked|admire|care|enjoy|need|looked|came)|attract|drawn|draws|excit)/i.test(
      plain,
    )
  )
    return true;
  if (/\b(?:i|we|my|our)\b/i.test(plain) && TOLD.test(plain)) return true;
  const stems = new Set([...plain.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'+#-]*/gu)].map(([word]) => stemOf(word)));
  return keyWords.some(({ stem }) => stems.has(stem));
}

const TOLD = new RegExp(String.raw`\b(?:\w{2,}ed|was|were|had|broke|fell|lost|left|${IRREGULAR})\b`, 'i');

const PLEASANTRY =
  /^\W*(?:(?:that's|that is|what|thank|thanks|great|good|sure|well,? (?:that's|i would say)|let me (?:think|see))\b[^.]{0,30}(?:question|asking|see|think|start)|(?:so|well|ok|okay)\W*$)/i;

function opening(sentence: string): string {
  const words = sentence.split(/\s+/);
  return words.length > SHOWN_WORDS ? `${words.slice(0, SHOWN_WORDS).join(' ')} …` : sentence;
}

const SHOWN_WORDS = 7;
