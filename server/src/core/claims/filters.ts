/** Takes back what a pattern found where the words around it mean something else: idioms, habits, oneself, a comparison that is there. */

import type { Span } from '../text/span.ts';
import { clauseEnd, clauseStart } from './gates.ts';
import { FAIL, SELF } from './lexicon.ts';

const IDIOMS =
  /\bnever (?:mind|say never|miss(?:ed)? a (?:beat|chance|trick)|(?:lose|lost|losing) (?:sight|touch|track|hope|heart|interest|my|our|his|her|their|it|count|faith|patience|sleep)|fail(?:s|ed)? to (?:amaze|impress|surprise|make|amuse|delight|inspire|disappoint|annoy|entertain|please|astonish|move|remind|thrill|cheer|be)\b|fails? me\b|broke (?:a sweat|stride)|break (?:a sweat|character|promises?)|drop(?:s|ped)? the (?:ball|subject)|go(?:es)? (?:down well|wrong with)|run(?:s)? out of (?:ideas|things|questions|energy)|ran out of (?:ideas|things)|miss(?:ed|es)? (?:him|her|them|you|it|home)|hang out|missed (?:home|it))/i;

export function isNoIdiom(sentence: string, { start }: Span): boolean {
  return !IDIOMS.test(sentence.slice(start, start + 48));
}

/** "The cache always works" claims; "I always work with a list" tells a habit. */
export function isOutcomeOfAlways(sentence: string, span: Span): boolean {
  const clause = sentence.slice(clauseStart(sentence.slice(0, span.start)), span.start);
  const rest = sentence.slice(span.end, clauseEnd(sentence, span.end));
  if (/^\s+(?:on|with|out|from|closely|hard|towards?|as|in a|at|alongside)\b/i.test(rest) && !/^\s+on time/i.test(rest)) return false;
  const isPersonal = PERSONAL.test(clause.trimEnd());
  return (
    !isPersonal ||
    /\b(?:on time|under budget|deadlines?|targets?|goals?|expectations?|quotas?|early)\b/i.test(rest) ||
    /always (?:succeed|win|won)/i.test(sentence.slice(span.start, span.end))
  );
}

/** "It is impossible to break" promises; "it was impossible to get an appointment" complains. */
export function isImpossibleTrouble(sentence: string, span: Span): boolean {
  return (
    TROUBLE_AHEAD.test(sentence.slice(span.end)) ||
    /\b(?:errors?|mistakes?|failures?|fraud|data loss|bugs?|duplicates?|leaks?)\b[^.]*$/i.test(sentence.slice(0, span.start))
  );
}

export function isNotLocal(sentence: string): boolean {
  return !/\b(?:in|on|at|within|across) (?:our|my|the) (?:team|company|office|group|department|hospital|school|lab|firm|ward|shop)\b/i.test(
    sentence,
  );
}

/** A change that the speaker, the team or the thing made: not an adjective, not about oneself, not negated. */
export function isOwnChange(sentence: string, span: Span, match: RegExpExecArray): boolean {
  const before = sentence.slice(0, span.start);
  const text = match[0];
  if (
    /(?:\b(?:an?|my|our|their|its|his|her|your|with|for|of|more|and an?|very|so|at|on|such|any|no|some|greatly|much|newly|this)\s+|-)$/i.test(
      before,
    )
  )
    return false;
  if (/\b(?:the|he|she|you)\s+$/i.test(before) || /^saved (?:up |some |enough |my )*money\b/i.test(text)) return false;
  if (ABOUT_ONESELF.test(text)) return false;
  if (/^raised\s+(?:[\w']+\s){0,3}(?:concerns?|questions?|issues?|awareness|my|hand|flag|points?|topic|children)\b/i.test(text))
    return false;
  if (
    /^(?:reduced|increased|lowered)\s+(?:(?!by\b|from\b|in\b|for\b|when\b|and\b)[\w'-]+\s+){1,3}to\b/i.test(
      sentence.slice(span.start, span.start + 80),
    )
  )
    return false;
  return true;
}

/** "Every pupil makes progress" is a promise; "every pupil in the room was happy that day" tells of a day. */
export function isNoEpisode(sentence: string): boolean {
  return !/\b(?:that|this|the same|one) (?:day|morning|evening|night|afternoon|time)\b|\bin the (?:room|end|meeting)\b|\byesterday\b/i.test(
    sentence,
  );
}

/** "The result is perfect", but not "nobody is perfect". */
export function isNobodysPerfection(sentence: string, { start }: Span): boolean {
  return !/\b(?:nobody|nothing|no one|none|not|never|if|when)\b[^,;]*$/i.test(sentence.slice(0, start));
}

/** "Without exception" about a result, not about a rule that one keeps: "I read every letter, without exception". */
export function isNoRule(sentence: string, { start }: Span): boolean {
  const before = sentence.slice(0, start);
  return !/\b(?:i|we|you|must|has to|have to|rule|policy|except)\b/i.test(before);
}

/**
 * "Our releases never slip" and "it always compiles" claim; "it always depends" and "my manager always said" don't. The subject
 * is a thing, and the verb one of results: not of being, of feeling, or of what somebody does.
 */
export function isResultOfThing(sentence: string, { start, end }: Span, match: RegExpExecArray): boolean {
  const said = sentence.slice(start, end);
  const subject = match[0].slice(0, match[0].length - said.length);
  if (OF_SOMEBODY.test(subject) || /\b(?:i|we|you|he|she|they|somebody|nobody|never|always)\b/i.test(subject)) return false;
  // "A project that never ended", "the colleague who always": which one is meant, and no claim.
  if (/^(?:that|which)\b/i.test(subject) && !/^\s*$|[,;:.]\s*$|\band\s+$/.test(sentence.slice(0, start - subject.length))) return false;
  return !NO_RESULT.test(said) && isNoIdiom(sentence, { start, end });
}

/** People do things by habit: what they always do is no property of a thing. */
const OF_SOMEBODY =
  /\b(?:manager|boss|lead|chief|director|mother|mum|mom|father|dad|parents?|brother|sister|wife|husband|grand\w+|teacher|mentor|coach|professor|supervisor|colleagues?|friends?|people|children|kids|pupils|students|patients|clients|customers|man|woman|men|women|doctors?|nurses?|team|owner|ceo|cto|cfo|chef|captain|partner|question|part|thing|point|answer|idea|problem|trick|reason|plan|world|day|way|story|joke|rule|money|weather|truth|devil|work|job|challenge|hardest|best|worst)\b/i;

/** Verbs of being, feeling, needing and beginning: "it always takes time", "that has never been my way". */
const NO_RESULT =
  /^(?:never|always) (?:once )?(?:be|been|is|was|were|are|had|has|have|having|a|an|the|my|our|on|in|at|for|there|some|somebody|one|more|too|so|very|quite|really|about|depends?|depended|seems?|seemed|feels?|felt|sounds?|sounded|looks?|looked|takes?|took|means?|meant|helps?|helped|matters?|mattered|comes?|came|starts?|started|begins?|began|hurts?|surprise[sd]?|strikes?|struck|amaze[sd]?|makes?|made|reminds?|reminded|bothers?|bothered|interest(?:s|ed)|fascinate[sd]?|says?|said|asks?|asked|teach(?:es)?|taught|wants?|wanted|needs?|needed|happens?|happened|goes?|went|ends?|ended|leads?|led|remains?|stays? with|stayed|gives?|gave|occurred|crossed|left|tells?|told|worked out|stops?|stopped|appealed|bores?|bored|cost|costs|had)\b/i;

/** "It doesn't break" promises; "so that it doesn't break" and "if it doesn't" don't. */
export function isFlatDenial(sentence: string, { start, end }: Span): boolean {
  const before = sentence.slice(0, start);
  return (
    !/\b(?:so|so that|if|when|unless|until|sure|ensure|check|checks|hope|careful|order|way|where|who|why|what|because|as long as|i|you)\b[^,;]*$/i.test(
      before,
    ) && !/^\s+(?:on|when|if|unless|because|yet|much|often|easily|as|too|many|for)\b/i.test(sentence.slice(end))
  );
}

/** "Consistently higher than the rest" says what it is compared with. */
export function hasNoComparator(sentence: string): boolean {
  return !/\b(?:than|compared)\b/i.test(sentence);
}

/** "Sales are up" tells a result; "the results are up on the wall" and "I am up" don't. */
export function isLevelOf(sentence: string, { end }: Span): boolean {
  return !/^\s+(?:on the|in the|for (?:grabs|debate|discussion|review|sale|a)|to|at|there)\b/i.test(sentence.slice(end));
}

/** "Behaviour improved": something one would like to have improved, and not the speaker's own skill, nor the weather. */
export function isResultThatImproved(sentence: string, { start }: Span): boolean {
  return !/\b(?:my|his|her|weather|the (?:patient|man|woman|child|boy|girl)'?s?)\b[^,;.]*$|\b(?:the |an? |this |that )?(?:new|newly|much|be|being|to)\s+$/i.test(
    sentence.slice(0, start),
  );
}

/** "Complaints dropped", but not "the time I went up to him", nor "time flew". */
export function isMove(sentence: string, span: Span): boolean {
  const text = sentence.slice(span.start, span.end);
  if (/ grew$/i.test(text) && /^ \w+er\b/i.test(sentence.slice(span.end))) return false;
  return !/^(?:time|times|hours|numbers|results?|experience|process|pipeline|operations|business) (?:also |then |soon )?(?:went|fell|came|dropped|declined)/i.test(
    text,
  );
}

/** Whether the sentence tells of the past or of a thing that is there: "I helped …", "we moved …, cutting costs". */
export function hasOwnPast(sentence: string): boolean {
  return /\b(?:\w{2,}ed|built|wrote|made|led|ran|set|took|put|got|gave|did|was|were|had|brought|sold|taught|kept|met|cut|grew|went|spent|won|began|found|'ve|have|has)\b/i.test(
    sentence,
  );
}

/** A comparative that rates a thing or a result, has nothing it compares with, and isn't about the speaker's own comfort. */
export function isRatedThing(sentence: string, span: Span, match: RegExpExecArray): boolean {
  const rest = sentence.slice(span.end, clauseEnd(sentence, span.end));
  const before = sentence.slice(0, span.start);
  const clause = before.slice(clauseStart(before));
  if (COMPARED.test(sentence)) return false;
  if (FEELS.test(clause)) return false;
  if (MADE_SOMEBODY.test(match[0])) return false;
  if (/\b(?:it|that)(?:'s| is| was) (?:\w+ )?$/i.test(clause) && /^\s+(?:to|for \w+ to|if|when|said)\b/i.test(rest)) return false;
  if (
    /^(?:easier|simpler|better|clearer)$/i.test(sentence.slice(span.start, span.end)) &&
    /^\s+(?:said|to say|known|suited|equipped|off)\b/i.test(rest)
  )
    return false;
  if (
    /\bfor (?:me|myself)\b|^\s+with (?:practice|time|age|experience)\b/i.test(rest) ||
    /\b(?:sooner or|more or less|the (?:more|better|faster|sooner)\b)/i.test(sentence)
  )
    return false;
  if (/\bat (?:a )?$/.test(clause)) return false;
  return true;
}

/** What a comparative may be measured against, anywhere in its sentence. */
const COMPARED =
  /\bthan\b|\bcompared (?:to|with)\b|\bversus\b|\bvs\b|\brelative to\b|\binstead of\b|\bas opposed to\b|\bthe others?\b|\bof the two\b|\bover (?:the|our) (?:old|previous|existing|original|baseline|last)\b|\bfrom\b[^.]{1,40}\bto\b|\bbetter and better\b|\b(\w+er) and \1\b/i;

/** Things that people rank by their own lights: the biggest challenge, the best part. */
const OWN_RANKING =
  /\b(?:challenges?|parts?|problems?|lessons?|mistakes?|things?|issues?|questions?|risks?|steps?|concerns?|obstacles?|reasons?|priorit(?:y|ies)|strengths?|weakness(?:es)?|difference|way|ways|moments?|surprises?|regrets?|motivat\w+|practices?|friends?|interests?|advice|decisions?|fit|time|regards|efforts?|idea|value|takeaways?|worr(?:y|ies)|learning|option|choice|bet|tool for|match|possible|bottleneck|blocker|unit|lines?|level|management|end|priority|notch|candidate for|gap|pain|hurdle|source|example|memory|failure|achievement|accomplishment|contribution|project|kind|one)\b/i;

export function isRankedThing(sentence: string, span: Span): boolean {
  const text = sentence.slice(span.start, span.end);
  if (
    /\b(?:do|did|doing|done|tried|try|trying|at|all the) (?:my|our|their|the|its)? ?$/i.test(sentence.slice(0, span.start)) &&
    /^best\b/i.test(text)
  )
    return false;
  if (
    /\b(?:to (?:be|become|build|create|find|make|get|give|choose|pick|have)|being) (?:one of )?(?:the )?(?:\w+ )?$/i.test(
      sentence.slice(0, span.start),
    )
  )
    return false;
  // "I've been called the best" is somebody else's word, and "the one with the best manual" a wish.
  if (/\b(?:been|was|were|got) (?:called|named|voted|rated|ranked|told)\b[^,;]*$|\bthe one with $/i.test(sentence.slice(0, span.start)))
    return false;
  return !OWN_RANKING.test(text);
}

/** Importance with its reason or consequence is explained. */
export function hasNoConsequence(sentence: string): boolean {
  return !/\b(?:because|so that|since|otherwise|without|as (?:it|they|we|this|any|every|a|the|one|even)|if|so (?:we|i|the|it|they|that)|in order to|or (?:else|the|we|it)|meant|means|:)\b|: /i.test(
    sentence,
  );
}

export function isQuantity(sentence: string, span: Span): boolean {
  return (
    hasOwnPast(sentence) &&
    !/\b(?:from|to|by)\s+(?:about |around |roughly )?[$€£]?\d/i.test(sentence) &&
    !/ly (?:from|to|in|of|on|at|with|and|the)$/i.test(sentence.slice(span.start, span.end))
  );
}

const PERSONAL = new RegExp(String.raw`\b(?:i|we|you|people|he|she|they)(?:'ve|'d| have| had)?\s*$`, 'i');
const TROUBLE_AHEAD = new RegExp(
  String.raw`^\s+(?:for \w+ )?(?:to |for (?:\w+ ){1,3}to )?(?:${FAIL}|bypass|misuse|cheat|misread|get (?:it )?wrong|hack|forget|corrupt|lose)|^[^.]*\b(?:data loss|mistakes?|errors?|failures?|fraud)\b`,
  'i',
);
const ABOUT_ONESELF = new RegExp(
  String.raw`^\S+(?: up)?\s+(?:${SELF}\b|my (?!team|company|department|ward|class|clients?|manager|customers?|employer|group|store|region|project|code|product|results|throughput|response|error|turnaround|sales|numbers|conversion)|as a\b|upon\b|on\b|at\b|to (?:a|an|the)\b|personally)`,
  'i',
);
const FEELS = new RegExp(
  String.raw`\b(?:i|you)(?:'m|'ve| am| was| have| had| felt| feel| got| get| became| become| have become)?(?: \w+ly| now| also| much| even| a lot| far)?\s*$`,
  'i',
);
const MADE_SOMEBODY = new RegExp(String.raw`\b(?:made|makes?|making|got|gets|kept)\s+(?:me|you|him|her|myself)\b`, 'i');
