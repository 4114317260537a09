/** What the rehearsal page shows of an answer: sentences with their planned times, and stage directions where they stand. */

import type { Script as PageScript } from './page/messages.ts';
import { silenceThatEnds } from './voice/silence.ts';
import type { Item, Options } from './view/messages.ts';

type Script = Item['script'];

/** The script for the page, which is told apart from others by its id. */
export function pageScriptOf(script: Script, { thresholds, silenceSeconds }: Options, id: string): PageScript {
  const { title, language, sentences, estimate, target } = script;
  return {
    id,
    title,
    language,
    sentences: sentences.map(({ text, from, to }, index) => {
      const until = sentences[index + 1]?.from ?? estimate.seconds;
      return { text, seconds: to - from, pauseSeconds: Math.max(0, until - to), cues: cuesIn(script, index) };
    }),
    ...(target?.maxSeconds != null && { targetSeconds: target.maxSeconds }),
    silenceSeconds: silenceThatEnds(script, silenceSeconds),
    warnAt: thresholds.warning,
    overAt: thresholds.over,
  };
}

/** The stage directions of a sentence; those behind the last word of all belong to the last one. */
function cuesIn({ sentences, words, cues }: Script, index: number): { readonly at: number; readonly text: string }[] {
  const { text, firstWord, lastWord } = sentences[index]!;
  const isLast = index === sentences.length - 1;
  return cues
    .filter(({ beforeWord }) => beforeWord >= firstWord && (beforeWord < lastWord || isLast))
    .map((cue) => {
      const before = words.slice(firstWord, Math.min(cue.beforeWord, lastWord));
      const at = before.reduce((length, word) => length + word.text.length, 0);
      return { at: Math.min(at, text.length), text: cue.text };
    });
}
