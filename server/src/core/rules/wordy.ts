/** Rule `jargon/wordy`: a phrase that takes more words than it needs when it is said. */

import type { WordyPhrase } from '../jargon/facts.ts';
import { factsOf, jargonOfFile, placeInFile, spokenOf, type AnsweredTo } from '../jargon/ofFile.ts';
import { either } from '../text/format.ts';
import { FoundByAnswer } from './foundByAnswer.ts';
import type { FileRule, Fix, Found, FoundInAnswer } from './rule.ts';
import { t } from '../locale/locale.ts';

export const wordy: FileRule<'jargon/wordy'> = {
  id: 'jargon/wordy',
  scope: 'file',
  severity: 'hint',
  summary: 'A phrase takes more words than it needs.',
  *check(file, settings): Iterable<FoundInAnswer> {
    const { answers, vocabulary } = jargonOfFile(file, settings);
    for (const answer of answers) {
      const { wordy } = factsOf(answer);
      if (wordy.length === 0) continue;
      const all = wordyPhrases.in(answer.analysed, [], () => wordy.map((phrase) => foundIn(answer, phrase)));
      const text = spokenOf(answer);
      const isOwn = wordy.map(({ span }) => vocabulary.hasOwn(text.slice(span.start, span.end)));
      yield isOwn.includes(true) ? { answer: all.answer, found: all.found.filter((_, i) => !isOwn[i]!) } : all;
    }
  },
};

const wordyPhrases = new FoundByAnswer();

function foundIn(answer: AnsweredTo, { span, plain }: WordyPhrase): Found {
  const text = spokenOf(answer);
  const written = text.slice(span.start, span.end);
  const isCapital = /^\p{Lu}/u.test(written);
  return {
    span: placeInFile(answer, span),
    message: plain[0] === '' ? t('"{0}" is wordy: it can go.', written) : t('"{0}" is wordy: say {1}.', written, quoted(plain)),
    fixes: plain.map((words, i): Fix => {
      if (words === '') return removeFix();
      const newText = isCapital ? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}` : words;
      // With one way to say it there is nothing to choose.
      const isSafe = plain.length === 1;
      return { title: t('Say "{0}"', newText), isPreferred: i === 0, isSafe, edits: [{ span: placeInFile(answer, span), newText }] };
    }),
  };

  /** Takes the phrase out with the comma and the blank behind it, and begins the sentence with the next word. */
  function removeFix(): Fix {
    const rest = /^,?\s?/.exec(text.slice(span.end, span.end + 2))![0].length;
    const next = text.slice(span.end + rest, span.end + rest + 1);
    const end = span.end + rest + (isCapital ? next.length : 0);
    return {
      title: t('Leave out "{0}"', written),
      edits: [{ span: placeInFile(answer, { start: span.start, end }), newText: isCapital ? next.toUpperCase() : '' }],
    };
  }
}

function quoted(plain: readonly string[]): string {
  return either(plain.filter((words) => words !== '').map((words) => t('"{0}"', words)));
}
