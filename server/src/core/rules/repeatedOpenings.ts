/** Rule `speech/repeated-openings`: sentence after sentence begins with the same words. */

import { toSource } from '../answers/sourceMap.ts';
import type { AnswerRule, Found } from './rule.ts';
import { t } from '../locale/locale.ts';

export const repeatedOpenings: AnswerRule<'speech/repeated-openings'> = {
  id: 'speech/repeated-openings',
  scope: 'answer',
  severity: 'hint',
  summary: 'Sentence after sentence begins with the same words.',
  *check({ content, speech }): Iterable<Found> {
    const { text, map } = content.spoken;
    const openings = speech.sentences.map(({ firstWord, lastWord }) => {
      const words = speech.words.slice(firstWord, Math.min(lastWord, firstWord + 2));
      const said = words.map(({ start, end }) => text.slice(start, end).toLowerCase());
      return {
        first: said[0] ?? '',
        both: said.join(' '),
        span: { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 },
        one: words[0],
      };
    });
    for (let i = 0; i < openings.length;) {
      const { both } = openings[i]!;
      let next = i + 1;
      while (next < openings.length && both.includes(' ') && openings[next]!.both === both) next++;
      if (next - i >= IN_A_ROW) {
        const last = openings[next - 1]!;
        yield {
          span: toSource(map, last.span),
          message: t(
            '{0} sentences in a row begin with “{1}”. Begin one of them differently.',
            next - i,
            text.slice(last.span.start, last.span.end),
          ),
          related: openings.slice(i, next - 1).map(({ span }) => ({ span: toSource(map, span), message: t('The same opening.') })),
        };
        return;
      }
      i = next;
    }
    if (openings.length < FEWEST_SENTENCES) return;
    const counts = new Map<string, number>();
    for (const { first } of openings) counts.set(first, (counts.get(first) ?? 0) + 1);
    const [word, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    if (word === '' || count <= openings.length * (/^(?:i|we)$/.test(word) ? MOST_OF_OWN : MOST_OF_ALL)) return;
    const same = openings.filter(({ first }) => first === word);
    const place = same.at(-1)!.one!;
    yield {
      span: toSource(map, { start: place.start, end: place.end }),
      message: t('{0} of {1} sentences begin with “{2}”. Vary a few of them.', count, openings.length, text.slice(place.start, place.end)),
    };
  },
};

const IN_A_ROW = 3;
const FEWEST_SENTENCES = 5;
/** The share of sentences above which an opening is heard as a pattern. */
const MOST_OF_ALL = 0.5;
/** Who tells a story says “I” a lot. */
const MOST_OF_OWN = 0.7;
