/** Counts ways of speaking that are fine now and then and tiring in numbers: fillers, hedges, the passive. */

import type { Span } from '../text/span.ts';

/** Where fillers stand; UTF-16 offsets in the text. */
export function fillersIn(text: string): readonly Span[] {
  return places(text, FILLER);
}

/** Where hedges stand. */
export function hedgesIn(text: string): readonly Span[] {
  return places(text, HEDGE);
}

/** The first passive of a sentence, if it has one. */
export function passiveIn(sentence: string): Span | undefined {
  for (const match of sentence.matchAll(PASSIVE)) {
    // "What is blocked" asks about a state.
    if (/\b(?:what|who|which|how|whether|if)\s+$/i.test(sentence.slice(0, match.index))) continue;
    const participle = match[1]!.toLowerCase();
    if (
      STATES.has(participle) ||
      /^\s+(?:to (?:be|do|have|see|work|learn|join)|in (?:\w+ing|robotics))\b/i.test(sentence.slice(match.index + match[0].length))
    )
      continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function places(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index + match[0].indexOf(match[1] ?? match[0]);
    return { start, end: start + (match[1] ?? match[0]).length };
  });
}

/** "Like" and "right" are fillers only between commas or at the ends of a sentence. */
const FILLER =
  /\b(?:u+m+|u+h+|er+m?|basically|actually|literally|you know(?! (?:what|how|why|that|when|where|who|the|a|it|your|my|me|if|more))|i mean|so yeah|to be honest|needless to say|at the end of the day|as a matter of fact|you see|obviously)\b|[,;]\s+(like|right|well|so|okay|anyway|just),|\b(?:was|were|is|and) (like,)|, (right)\?/gi;

const HEDGE =
  /\b(?:kind of|sort of|i (?:think|guess|suppose|feel like|would say|believe)|maybe|perhaps|probably|possibly|somewhat|a (?:little )?bit|more or less|in a way|to some (?:extent|degree)|i'm not (?:sure|an expert)|i’m not (?:sure|an expert)|hopefully|arguably|fairly|rather(?! than)|quite|might(?! (?:have )?be(?:en)? a)|i tried to|it seems|seemed to|presumably|apparently|or something|or so|and stuff|things like that)\b/gi;

const IRREGULAR =
  'built|written|made|done|given|taken|seen|shown|known|found|held|kept|left|lost|paid|put|read|run|said|sent|set|sold|told|thought|brought|bought|taught|caught|chosen|driven|drawn|grown|thrown|broken|spoken|stolen|hidden|forgotten|led|met|cut|hit|hurt|shut|split|spent|understood|begun|hired';
const PASSIVE = new RegExp(
  String.raw`\b(?:am|is|are|was|were|be|been|being|got|gets)\s+(?:not\s+|also\s+|then\s+|never\s+|\w+ly\s+)?(\w{3,}ed|${IRREGULAR})\b`,
  'gi',
);

/** Participles that tell how somebody is, not what was done to them. */
const STATES: ReadonlySet<string> = new Set(
  'interested excited tired worried concerned involved based located used supposed married convinced committed motivated surprised scared pleased satisfied dedicated experienced qualified prepared focused determined frustrated confused relieved ashamed amazed thrilled fascinated passionate impressed exhausted stressed embarrassed engaged aligned organized organised retired skilled talented gifted limited complicated detailed related disappointed overwhelmed delighted inclined blessed done left gone need indeed hundred bored annoyed nervous inspired crowded allowed required'.split(
    ' ',
  ),
);
