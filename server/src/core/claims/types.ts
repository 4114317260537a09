/** Finds what a sentence claims: comparatives, impact, absolutes, superlatives, causes, importance, vague authorities and quantities, figures. */

import type { Span } from '../text/span.ts';
import { figuresOf, tellsOutcome, type Figure } from './figures.ts';
import { clauseEnd, clauseStart, gateAt, isTakenBack, sentenceGate, straight } from './gates.ts';
import {
  BETTER,
  CHANGE,
  CHANGED,
  CHANGED_SOMETHING,
  CHANGING,
  FAIL,
  INTENSIFIER,
  MOVED,
  OUTCOME,
  SELF,
  SIZED,
  TROUBLE,
  WORK,
} from './lexicon.ts';

/** From the strongest to the weakest: what an interviewer would ask about first. */
export const CLAIM_TYPES = [
  'absolute',
  'vague-authority',
  'impact',
  'comparative',
  'superlative',
  'causal',
  'figure',
  'importance',
  'vague-quantity',
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** One thing a sentence claims. */
export interface Claim {
  readonly type: ClaimType;
  /** The words that claim it; UTF-16 offsets in the sentence. */
  readonly span: Span;
}

/** What a sentence claims, at most once a type, the strongest type first. Support is not looked for here. */
export function claimsIn(sentence: string, figures: readonly Figure[] = figuresOf(sentence)): readonly Claim[] {
  if (sentenceGate(sentence) !== undefined) return [];
  const plain = straight(sentence);
  const claims: Claim[] = [];
  for (const type of CLAIM_TYPES) {
    const span = type === 'figure' ? figureClaim(plain, figures) : find(type, plain);
    if (span !== undefined) claims.push({ type, span });
  }
  return claims;
}

function find(type: Exclude<ClaimType, 'figure'>, sentence: string): Span | undefined {
  for (const { pattern, accepts } of DETECTORS[type]) {
    for (const match of sentence.matchAll(pattern)) {
      const said = match.groups?.['said'];
      // A named group narrows the place to the words that make the claim.
      const start = match.index + (said === undefined ? 0 : match[0].lastIndexOf(said));
      const span = { start, end: start + (said ?? match[0]).length };
      if (isOpen(type, sentence, span) && (accepts?.(sentence, span, match) ?? true)) return span;
    }
  }
  return undefined;
}

/** Whether no gate is closed at the claim. An absolute about the future ("will never fail") is no plan but a promise. */
function isOpen(type: ClaimType, sentence: string, { start }: Span): boolean {
  const gate = gateAt(sentence, start);
  if (type === 'vague-authority') return gate !== 'opinion' && gate !== 'hypothetical';
  if (type === 'absolute')
    return !isTakenBack(sentence, start) && (gate === undefined || gate === 'negated' || isPromise(sentence, start, gate));
  return gate === undefined;
}

function isPromise(sentence: string, start: number, gate: string): boolean {
  if (gate !== 'plan' && gate !== 'policy') return false;
  const clause = sentence.slice(clauseStart(sentence.slice(0, start)), start);
  return (
    !/\b(?:should|must|may|might|ought|i|we|want|need|try|goal|aim|hope|to)\b/i.test(clause) &&
    /\b(?:will|can)\b|'ll\b|^\W*(?:\w+\W+){0,3}$/i.test(clause)
  );
}

interface Detector {
  readonly pattern: RegExp;
  readonly accepts?: (sentence: string, span: Span, match: RegExpExecArray) => boolean;
}

const rx = (source: string): RegExp => new RegExp(source, 'gi');
const any = (source: string, accepts?: Detector['accepts']): Detector => ({ pattern: rx(source), ...(accepts && { accepts }) });

/** Words between a verb and what it is about, at most so many. */
const few = (most: number): string => String.raw`(?:\s+(?!than\b)[\w'’-]+){0,${most}}?\s+`;

const DETECTORS: Readonly<Record<Exclude<ClaimType, 'figure'>, readonly Detector[]>> = {
  absolute: [
    any(String.raw`\b(?:never|nor)(?: ever| once| actually| again)?(?: be| been)?\s+${FAIL}\b`, isNoIdiom),
    any(
      String.raw`\b(?:cannot|can't|can not|could not|couldn't|won't|will not)(?: ever| possibly)?\s+(?:fail|break|crash|go wrong|go down|miss|lose|be broken|be hacked)\b`,
      isNoIdiom,
    ),
    any(String.raw`\b(?:has|have|had)(?:n't| not) (?:once )?${FAIL}(?: a single \w+| once)\b`),
    any(String.raw`\balways\s+${WORK}\b`, isOutcomeOfAlways),
    any(
      String.raw`\b(?:is|are|was|were|'s|'re|stays?|stayed|runs?|ran|comes?|came)\s+always\s+(?:on time|up|available|correct|right|accurate|consistent|valid|reliable|in stock|complete|in sync|up to date|fast|perfect|satisfied|clean|safe|fresh)\b`,
    ),
    any(
      String.raw`\b(?:catch(?:es)?|caught|handle[sd]?|cover(?:s|ed)?|solve[sd]?|fix(?:es|ed)?|detect(?:s|ed)?|prevent(?:s|ed)?|eliminate[sd]?|removed?|removes|met|meets?|hit|hits|satisf(?:y|ies|ied)|pass(?:es|ed)?|resolve[sd]?|finds?|found|beats?|works? (?:for|in|on)|worked (?:for|in|on)|delivered|deliver|won|exceed(?:s|ed)?)\s+(?:on )?(?:every single|every|each and every|all|any)(?: of)?(?: the| our| my| its| their| possible| known)?\s+(?:\w+\s)?(?:requests?|inputs?|cases?|edge cases?|bugs?|errors?|issues?|problems?|deadlines?|projects?|targets?|goals?|releases?|customers?|users?|clients?|patients?|students?|expectations?|requirements?|tests?|attacks?|devices?|browsers?|situations?|defects?|incidents?|questions?|needs|competitors?|benchmarks?|mistakes?|failures?|frauds?|time)\b`,
    ),
    any(
      String.raw`\b(?:every single|every|all)(?: of)?(?: the| our| my| its| their)?\s+(?:\w+\s)?(?:requests?|customers?|users?|clients?|patients?|students?|deadlines?|releases?|deploy(?:ment)?s?|stakeholders?|teams?|employees|colleagues|parents|guests|stores?|orders?|shipments?|problems?|issues?|bugs?|defects?|engineers?)\s+(?:(?:is|are|was|were|has been|have been)\s+(?:\w+ly\s)?(?:happy|satisfied|thrilled|delighted|on time|met|solved|fixed|resolved|correct|gone|successful|handled|caught|on board|perfect)|loved?|loves|succeed(?:s|ed)?|work(?:s|ed)? (?:perfectly|flawlessly)|passe[sd]|arrives? on time|arrived on time|adopted|agrees?|agreed|benefit(?:s|ed)?|scored|passed)\b`,
    ),
    any(
      String.raw`\b(?:with|had|has|have|and|was|were|at|in|saw|see|sees|causes?|caused|made|makes?|zero)\s+(?<said>(?:zero|absolutely no)\s+(?:\w+\s)?${TROUBLE})\b`,
    ),
    any(String.raw`^\W*zero\s+(?:\w+\s)?${TROUBLE}\b`),
    any(
      String.raw`\bwithout\s+(?:a single|any|one single)\s+(?:\w+\s)?(?:downtime|outages?|data loss|incidents?|regressions?|errors?|failures?|defects?|bugs?|accidents?|complaints?|injury|injuries|breach|breaches|interruptions?|mistakes?|issues?|problems?|complaint)\b`,
    ),
    any(
      String.raw`\bwith no\s+(?:\w+\s)?(?:downtime|outages?|data loss|incidents?|regressions?|errors?|failures?|defects?|bugs?|accidents|complaints|interruptions?|mistakes|disruptions?|issues)\b`,
    ),
    any(
      String.raw`\b(?:there (?:is|are|was|were)|(?:has|have|had|had had)|there (?:has|have) been)\s+(?<said>(?:no|zero)\s+(?:\w+\s)?(?:downtime|outages?|data loss|incidents|regressions|errors|failures|defects|bugs|accidents|breaches|false positives|false negatives))\b`,
    ),
    any(String.raw`\b(?:guarantees|guaranteed)\b`, (sentence, { start }) => !/\bto be $|\bnot $/i.test(sentence.slice(0, start))),
    any(
      String.raw`\b(?:is|are|was|were|makes?|made|becomes?|became)\s+(?:\w+\s){0,5}?(?<said>(?:simply |virtually )?impossible)\b`,
      isImpossibleTrouble,
    ),
    any(
      String.raw`\b(?:nothing (?:ever |can |could )*(?:goes|go|went|gets|get|breaks?|broke|fails?|failed|slips?|slipped)\b|nobody (?:ever )?(?:complain(?:s|ed)|noticed|left|quit|missed)|no one (?:ever )?(?:complain(?:s|ed)|left|quit)|(?:never|not) a single (?:\w+ )?(?:bug|error|incident|complaint|failure|outage|customer|user|request|patient|crash|accident|defect)\w*|no (?:customer|user|client|patient|request|message|order|data|record|test|build|student|guest|event) (?:was |is |has |were |will be |ever )*(?:ever |been )?(?:lost|dropped|missed|failed|fails|complained|left|affected|harmed|hurt))`,
    ),
    any(
      String.raw`\b(?:completely|fully|totally|entirely|permanently)\s+(?:eliminate[sd]?|solve[sd]?|remove[sd]?|prevent(?:s|ed)?|fix(?:es|ed)?|secure|safe|reliable|accurate|bug-free|error-free|eradicated|automated away)\b`,
    ),
    any(
      String.raw`\b(?:(?:100|hundred)\s?(?:%|percent)\s+(?:\w+ly\s)?(?:reliable|accurate|secure|safe|correct|available|uptime|satisfaction|satisfied|success|accuracy|of the time|successful|bug-free|on time|retention)|bulletproof|foolproof|flawless(?:ly)?|works? perfectly|worked perfectly|ran perfectly|runs perfectly|seamlessly|bug-free|error-free|unbreakable|fail-safe|infallible|without fail|perfect (?:accuracy|record|score|uptime|attendance))\b`,
    ),
    any(
      String.raw`\b(?:works?|worked|fails?|succeeds?|delivers?|delivered|runs?|ran|passes|on time|up|online|correct|right|perfectly|smoothly)\s+(?<said>every (?:single )?time|each time|all the time|in every case|in all cases|under any (?:load|condition|circumstances?)s?|under all (?:conditions|circumstances)|no matter what)`,
    ),
  ],
  'vague-authority': [
    any(
      String.raw`(?<!\b(?:our|my|the|these|those|their|its|this|two|three|internal|own|user|customer|exit|follow-up)\s)\b(?:studies|research|(?:many |most |some |several |all |leading |industry )?(?:experts|scientists|researchers|analysts|psychologists|economists|specialists)|statistics|surveys|science|(?:recent|many|several|numerous|some|countless) (?:studies|papers|surveys|reports|articles)|data|evidence)\s+(?:have |has |all |clearly |consistently |also |often |now |generally |repeatedly |long |in this area |on this )*(?:show[sn]?|showed|says?|said|suggests?|suggested|agree|prove[sdn]?|indicates?|indicated|believes?|believed|recommends?|recommended|confirms?|confirmed|demonstrates?|demonstrated|tells? us|points? to|finds?|found|warns?)\b`,
    ),
    any(
      String.raw`\bit(?:'s| is| has been| was) (?:a )?(?:well[- ]known|widely (?:known|accepted|recogni[sz]ed|believed|agreed|acknowledged)|commonly (?:known|accepted|believed|held)|generally (?:known|accepted|agreed|believed)|(?:scientifically |clinically )?proven|well established|well documented|common knowledge|universally (?:known|accepted)|no secret|(?:been )?(?:shown|demonstrated|proven))(?: fact)?\b`,
      isNotLocal,
    ),
    any(
      String.raw`\b(?:as )?(?:everyone|everybody|we all|anyone in the (?:field|industry)|every \w+) knows?\b(?! (?:each|me|what (?:i|they|to)|how|who|where|their|my|our))`,
      isNotLocal,
    ),
    any(
      String.raw`\baccording to (?:many |most |some |recent |various |leading |several |the )?(?:experts|studies|research|researchers|scientists|analysts|sources|statistics|surveys|reports|literature)\b`,
    ),
    any(
      String.raw`\b(?:there(?:'s| is) (?:plenty of|a lot of|ample|overwhelming|strong|clear|good|broad) (?:research|evidence|data|agreement|consensus)|(?:the )?(?:scientific |general |broad )?consensus is|the literature (?:shows|says|suggests|agrees)|the industry (?:agrees|knows|consensus)|(?:many|most|some) people (?:say|agree|believe|argue)|it is said that|critics say|industry (?:standards?|best practices?) (?:say|dictate|show)s?)\b`,
    ),
    any(String.raw`\b(?:proven|shown|backed) by (?:science|research|studies|experts|the data|data)\b`),
  ],
  impact: [
    any(
      String.raw`\b(?:${INTENSIFIER} )?${CHANGED}(?: ${INTENSIFIER})?\s+[\w'-]+(?:\s+(?!by\b|from\b|because\b|when\b|and\b|so\b|which\b|but\b)[\w'-]+){0,3}`,
      isOwnChange,
    ),
    any(String.raw`\b(?:${INTENSIFIER} )?${CHANGED_SOMETHING}${few(5)}${OUTCOME}\b`, isOwnChange),
    any(
      String.raw`\b(?:${OUTCOME})(?:\s+(?:of|in|for|on|at|with)(?:\s+[\w'-]+){1,3})?\s+(?:has |have |had |also |then |soon |${INTENSIFIER} )*${MOVED}(?: ${INTENSIFIER})?`,
      isMove,
    ),
    any(
      String.raw`\b(?:${OUTCOME})\s+(?:was|were|got|has been|have been)\s+(?:\w+ly )?(?:reduced|improved|increased|decreased|lowered|cut|shortened|boosted|halved|slashed|eliminated|enhanced|streamlined)\b`,
    ),
    any(
      String.raw`\b(?:helped|managed|was able|were able|allowed|enabled|let|succeeded in)(?:\s+(?!not\b)[\w'-]+){0,4}?\s+(?:to )?${CHANGE}${few(4)}${OUTCOME}\b`,
    ),
    any(
      String.raw`\b(?:helped|managed to|was able to|were able to|enabled (?:us|them|the \w+) to|allowed (?:us|them|the \w+) to)(?:\s+(?:me|us|them|the|our|a|company|team|business|customers?|clients?)){0,3}\s+(?:to )?(?:reduce|improve|increase|boost|accelerate|shorten|slash|streamline|lower|enhance)\b(?:\s+[\w'-]+){0,3}`,
      hasOwnPast,
    ),
    any(
      String.raw`[,—–]\s*(?:thereby |thus |while |and so )?(?<said>(?:${INTENSIFIER} )?${CHANGING}(?:\s+(?!by\b|from\b)[\w'-]+){1,4})`,
      hasOwnPast,
    ),
    any(
      String.raw`\b(?:had|made|has had|have had|has made|have made)\s+(?:an? )?(?:very |really |truly )?(?:huge|big|major|significant|real|massive|strong|positive|lasting|enormous|great|measurable|tremendous|immediate|dramatic|visible|noticeable|clear|profound|substantial|meaningful)\s+(?:positive )?(?:impact|difference|effect|contribution|improvement|dent)\b`,
    ),
    any(
      String.raw`\b(?:was|were|became|turned out|proved|proved to be)\s+(?:an? )?(?:huge|big|great|massive|tremendous|real|complete|major|enormous|resounding|total|hugely|very|highly|extremely)\s+(?:success|hit|successful|win|effective|popular|profitable)\b`,
    ),
    any(
      String.raw`\b(?:delivered|achieved|produced|brought|got|saw|drove|generated|yielded|created|had)\s+(?:an? )?(?:some )?(?:really |very |truly )?(?:significant|great|huge|strong|real|excellent|outstanding|impressive|amazing|dramatic|massive|substantial|considerable|tremendous|clear|noticeable|visible|big|incredible|remarkable|fantastic|exceptional|enormous|immediate|measurable|good|tangible)\s+(?:business )?(?:value|results?|outcomes?|improvements?|increases?|drops?|reductions?|decreases?|gains?|jumps?|rises?|growth|boosts?|savings?|roi|returns?|uplift|impact|success|progress|speedups?)\b`,
    ),
    any(
      String.raw`\b(?:exceeded|beat|surpassed|smashed|crushed|blew past)\s+(?:all |our |my |the |their |everyone's )*(?:expectations|targets?|goals?|quotas?|forecasts?|sales targets?|budget)\b`,
    ),
    any(
      String.raw`\b(?:saved|earned|made)\s+(?:us|them|the company|the team|the business|my team|our team|the client|the firm|the hospital|the school|everyone|people|customers|my employer)\s+(?:${INTENSIFIER} )?(?:a lot of|lots of|a ton of|tons of|plenty of|so much|much|countless|many|a fortune|considerable|significant|some)?\s*(?:time|money|hours|effort|work|costs?|a fortune|headaches?|a lot)\b`,
    ),
  ],
  comparative: [
    any(String.raw`\b(?:made|makes?|making|got|gets|kept|left|rendered)${few(6)}(?<said>(?:${INTENSIFIER} )?${BETTER})\b`, isRatedThing),
    any(
      String.raw`\b(?:is|are|was|were|became|become|becomes|got|gets|been|runs?|ran|works?|worked|performs?|performed|loads?|loaded|looks|feels?|scales?|scaled|converges?|converged|responds?|'s|'re)\s+(?:now |also |then |all |both |already )?(?<said>(?:${INTENSIFIER} )?${BETTER})\b`,
      isRatedThing,
    ),
    any(
      String.raw`\b(?:${OUTCOME})(?:\s+[\w'-]+){0,4}?\s+(?:is|are|was|were|became|got|gets|stayed|has been|have been)\s+(?:now |also )?(?<said>(?:${INTENSIFIER} )?(?:higher|lower|shorter|smaller|larger|better|greater))\b`,
    ),
    any(
      String.raw`\b(?:gave|gives|got|gets?|had|has|saw|sees?|see|produce[sd]?|delivers?|delivered|achieve[sd]?|led to|leads to|resulted in|results in|brought|brings|show(?:s|ed)|provide[sd]?|offer(?:s|ed)?|built|created|wrote|writes?|shipped|means?|meant|makes? for|made for|caused|ended up with|enable[sd]?|allow(?:s|ed)? for|yield(?:s|ed)?)(?:\s+(?:us|them|me|the \w+|our \w+|to|in|a|an|for|and|far|much|also|customers?|users?)){0,3}?\s+(?<said>(?:${INTENSIFIER} )?(?:${BETTER}|${SIZED})\s+(?:\w+\s){0,2}?(?:${OUTCOME}|quality|decisions?|service|releases?|models?|systems?|products?|code|answers?|data|care|interface|design|builds?|deployments?|training|inference|delivery|feedback|customers?|users?|defects?|people|understanding|representations?|predictions?|generali[sz]ation|iteration|collaboration|learning))\b`,
      isRatedThing,
    ),
    any(
      String.raw`\b(?:ship(?:s|ped)?|deploy(?:s|ed)?|release[sd]?|iterate[sd]?|deliver(?:s|ed)?|move[sd]?|respond(?:s|ed)?|onboard(?:s|ed)?|close[sd]?|resolve[sd]?|process(?:es|ed)?|handle[sd]?|train(?:s|ed)?|converge[sd]?|load(?:s|ed)?|finish(?:es|ed)?|run|runs|ran|works?|worked|performs?|performed|learns?|learn(?:ed|t)|adapts?|adapted|generali[sz]e[sd]?|sells?|sold|scale[sd]?|communicated?s?|sleep|slept|recover(?:s|ed)?|understands?|understood)(?:\s+(?!than\b)[\w'-]+){0,4}?\s+(?<said>(?:${INTENSIFIER} )?(?:faster|quicker|better|sooner|more (?:quickly|efficiently|effectively|reliably|accurately|often|frequently|easily|smoothly|consistently|confidently|safely|openly)))\b`,
      isRatedThing,
    ),
    any(
      String.raw`\b(?:outperform(?:s|ed)?|outclass(?:es|ed)?)\b(?!\s+(?:the|our|its|their|a|an|all)?\s*(?:\w+\s)?(?:baseline|previous|old))`,
    ),
    any(String.raw`\b(?:is|are|was|were|makes?|made|far|clearly|much)\s+(?<said>superior)\b`),
  ],
  superlative: [
    any(
      String.raw`\b(?:the|our|my|its|their|one of the|'s)\s+(?:very |single |world's |industry's |company's |market's )?(?<said>(?:best|fastest|largest|biggest|smallest|strongest|safest|cheapest|highest|lowest|smartest|easiest|simplest|quickest|cleanest|finest|greatest|top|leading|number one|no\. 1)(?:[- ](?:selling|performing|rated|paid))?(?: and \w+est)?\s+[a-z][\w-]+(?:\s(?:in|on|of|at) (?:the )?[\w-]+)?)`,
      isRankedThing,
    ),
    any(
      String.raw`\b(?:the|our|its|one of the|their)\s+(?<said>(?:single )?most (?!of\b|people\b|part\b|recent\b|important\b|critical\b|challenging\b|difficult\b|interesting\b|valuable thing\b|rewarding\b|exciting\b|common\b|likely\b|memorable\b|relevant\b|proud\b|useful thing\b|senior\b|stressful\b|fun\b|basic\b|urgent\b|essential\b|meaningful\b)[a-z]+(?:ed|ive|ful|able|ible|ent|ant|al|ous|ing|ate|ust|ar|ure|fe|ar|igent|ient|st)?\s+[a-z][\w-]+)`,
      isRankedThing,
    ),
    any(
      String.raw`\b(?:is|was|are|were|became|becomes)\s+(?:by far |easily |clearly |simply )?(?<said>the (?:best|fastest|largest|biggest|strongest|safest|cheapest|smartest|cleanest))(?=[\s]*[.,;!]|\s+(?:in|on|of|at|by|ever|anywhere|around|available)\b)`,
      isRankedThing,
    ),
    any(
      String.raw`\b(?:best[- ]in[- ]class|world[- ]class|state[- ]of[- ]the[- ]art|cutting[- ]edge|industry[- ]leading|market[- ]leading|second to none|unparalleled|unmatched|unrivall?ed|unbeatable|top[- ]notch|best[- ]of[- ]breed|world-leading|unprecedented)\b`,
      isRankedThing,
    ),
    any(
      String.raw`\b(?:is|was|were|are|being|became)\s+(?<said>the (?:first|only)(?: (?:and only|ever))? (?:person|people|team|company|engineer|one|system|product|tool|group|model|solution|platform|hospital|school|firm|bank|nurse|teacher|student|employee|candidate|startup|service|library|framework)\b)`,
      isRankedThing,
    ),
    any(
      String.raw`\b(?:top performer|top seller|number one (?:in|on|for)|ranked first|better than any(?:one|body|thing)?|more than any(?:one|body)?(?: other)?)\b`,
      isRankedThing,
    ),
  ],
  causal: [
    any(
      String.raw`\b(?:led|leads|leading)\s+(?:directly )?to\s+(?!(?:believe|think|the (?:room|door))\b)[\w'-]+(?:\s+(?!and\b|but\b|because\b)[\w'-]+){0,3}`,
      (sentence, { start }) => !new RegExp(String.raw`\b(?:i|we|he|she|they|who)\s+$|\broad $`, 'i').test(sentence.slice(0, start)),
    ),
    any(String.raw`\b(?:resulted|results|resulting) in\s+[\w'-]+(?:\s+(?!and\b|but\b|because\b)[\w'-]+){0,3}`),
    any(
      String.raw`\b(?:thanks to|due to|as a (?:direct )?(?:result|consequence)(?: of)?|because of) (?:this|that|these|my|our|the (?:new|change|changes|training|program|programme|migration|redesign|refactoring))\b(?=[^.]*\b(?:${OUTCOME}|${MOVED}|${CHANGED}|succeeded|won|success|passed|hit|met|signed|stayed|renewed|promoted)\b)`,
    ),
    any(
      String.raw`\bas a (?:direct )?(?:result|consequence),(?=[^.]*\b(?:${OUTCOME}|${MOVED}|${CHANGED}|succeeded|won|success|passed|hit|met|signed|stayed|renewed|stopped|launched)\b)`,
    ),
    any(
      String.raw`\b(?:caused|triggered|sparked|drove|fuelled|fueled)\s+(?:an? |the |our |this )*(?:\w+\s)?(?:${OUTCOME}|increase|drop|decline|rise|growth|improvement|change|shift)\b`,
    ),
    any(
      String.raw`\b(?:this|that|it|which)\s+(?:is (?:exactly )?why|is what made|is the reason(?: why)?)\s+(?:we|the|our|they|customers|users|sales)\b(?=[^.]*\b(?:${MOVED}|${CHANGED}|won|succeeded|grew|stayed|loved)\b)`,
    ),
  ],
  importance: [
    any(
      String.raw`\b(?:is|are|was|were|'s|becomes?|became|remains?|proved|being|played)\s+(?:an? |the |also |so |really |very |absolutely |extremely |equally |truly |just )*(?<said>(?:mission[- ]|business[- ]|safety[- ])?(?:critical|crucial|essential|vital|indispensable|instrumental|pivotal|paramount|invaluable|game[- ]chang(?:ing|er)|key)(?: (?:part|role|factor|piece|component|element|member|contributor|skill|to|for|in)\b)?)`,
      hasNoConsequence,
    ),
    any(
      String.raw`\b(?:played|plays) (?:an? )(?:\w+ )?(?<said>(?:key|critical|crucial|vital|important|essential|pivotal|major) (?:part|role))\b`,
      hasNoConsequence,
    ),
    any(String.raw`\b(?:extremely|incredibly|absolutely|hugely|vitally|critically|most) important\b`, hasNoConsequence),
  ],
  'vague-quantity': [
    any(
      String.raw`\b(?:countless|numerous|tons of|loads of|a ton of|a large number of|a huge (?:number|amount) of|a great deal of|vast amounts? of|huge amounts? of|massive amounts? of|lots and lots of|many many|a wide range of|a wealth of|an enormous amount of|a huge variety of|a lot of|lots of|dozens of|scores of)\s+(?:[\w-]+\s)?(?:users?|customers?|clients?|people|data|hours|projects?|teams?|tickets?|requests?|bugs?|errors?|money|revenue|traffic|patients?|students?|experience|features?|models?|deals?|sales|events?|products?|companies|stakeholders|systems?|incidents?|cases?|stores?|countries|time|tests?|calls|orders)\b`,
      hasOwnPast,
    ),
    any(
      String.raw`\b(?:significantly|dramatically|substantially|massively|hugely|considerably|tremendously|drastically|greatly|exponentially|enormously|vastly)\s+\w+`,
      isQuantity,
    ),
  ],
};

const IDIOMS =
  /\bnever (?:mind|say never|miss(?:ed)? a (?:beat|chance|trick)|(?:lose|lost|losing) (?:sight|touch|track|hope|heart|interest|my|our|his|her|their|it|count|faith|patience|sleep)|fail(?:s|ed)? to\b|fails? me\b|broke (?:a sweat|stride)|break (?:a sweat|character|promises?)|drop(?:s|ped)? the (?:ball|subject)|go(?:es)? (?:down well|wrong with)|run(?:s)? out of (?:ideas|things|questions|energy)|ran out of (?:ideas|things)|miss(?:ed|es)? (?:him|her|them|you|it|home)|hang out|missed (?:home|it))/i;

function isNoIdiom(sentence: string, { start }: Span): boolean {
  return !IDIOMS.test(sentence.slice(start, start + 48));
}

/** "The cache always works" claims; "I always work with a list" tells a habit. */
function isOutcomeOfAlways(sentence: string, span: Span): boolean {
  const clause = sentence.slice(clauseStart(sentence.slice(0, span.start)), span.start);
  const rest = sentence.slice(span.end, clauseEnd(sentence, span.end));
  if (/^\s+(?:on|with|out|from|closely|hard|towards?|as|in a|at|alongside)\b/i.test(rest) && !/^\s+on time/i.test(rest)) return false;
  const isPersonal = new RegExp(String.raw`\b(?:i|we|you|people|he|she|they)(?:'ve|'d| have| had)?\s*$`, 'i').test(clause.trimEnd());
  return (
    !isPersonal ||
    /\b(?:on time|under budget|deadlines?|targets?|goals?|expectations?|quotas?|early)\b/i.test(rest) ||
    /always (?:succeed|win|won)/i.test(sentence.slice(span.start, span.end))
  );
}

/** "It is impossible to break" promises; "it was impossible to get an appointment" complains. */
function isImpossibleTrouble(sentence: string, span: Span): boolean {
  return (
    new RegExp(
      String.raw`^\s+(?:for \w+ )?(?:to |for (?:\w+ ){1,3}to )?(?:${FAIL}|bypass|misuse|cheat|misread|get (?:it )?wrong|hack|forget|corrupt|lose)|^[^.]*\b(?:data loss|mistakes?|errors?|failures?|fraud)\b`,
      'i',
    ).test(sentence.slice(span.end)) ||
    /\b(?:errors?|mistakes?|failures?|fraud|data loss|bugs?|duplicates?|leaks?)\b[^.]*$/i.test(sentence.slice(0, span.start))
  );
}

function isNotLocal(sentence: string): boolean {
  return !/\b(?:in|on|at|within|across) (?:our|my|the) (?:team|company|office|group|department|hospital|school|lab|firm|ward|shop)\b/i.test(
    sentence,
  );
}

/** A change that the speaker, the team or the thing made: not an adjective, not about oneself, not negated. */
function isOwnChange(sentence: string, span: Span, match: RegExpExecArray): boolean {
  const before = sentence.slice(0, span.start);
  const text = match[0];
  if (
    /(?:\b(?:an?|my|our|their|its|his|her|your|with|for|of|more|and an?|very|so|at|on|such|any|no|some|greatly|much|newly|this)\s+|-)$/i.test(
      before,
    )
  )
    return false;
  if (/(?<!\w)the\s+$/i.test(before)) return false;
  if (
    new RegExp(
      String.raw`^\S+(?: up)?\s+(?:${SELF}\b|my (?!team|company|department|ward|class|clients?|manager|customers?|employer|group|store|region|project|code|product|results|throughput|response|error|turnaround|sales|numbers|conversion)|as a\b|upon\b|on\b|at\b|to (?:a|an|the)\b|personally)`,
      'i',
    ).test(text)
  )
    return false;
  if (/^raised\s+(?:[\w']+\s){0,3}(?:concerns?|questions?|issues?|awareness|my|hand|flag|points?|topic|children)\b/i.test(text))
    return false;
  if (/^reduced\s+(?:it|this|that|the (?:problem|question|task|scope|search space|noise|set))\s*(?:to\b|$)/i.test(text)) return false;
  return true;
}

/** "Complaints dropped", but not "the time I went up to him", nor "time flew". */
function isMove(sentence: string, span: Span): boolean {
  const text = sentence.slice(span.start, span.end);
  return !/^(?:time|times|hours|numbers|results?|experience|process|pipeline|operations|business) (?:also |then |soon )?(?:went|fell|came|dropped|declined)/i.test(
    text,
  );
}

/** Whether the sentence tells of the past or of a thing that is there: "I helped …", "we moved …, cutting costs". */
function hasOwnPast(sentence: string): boolean {
  return /\b(?:\w{2,}ed|built|wrote|made|led|ran|set|took|put|got|gave|did|was|were|had|brought|sold|taught|kept|met|cut|grew|went|spent|won|began|found|'ve|have|has)\b/i.test(
    sentence,
  );
}

/** A comparative that rates a thing or a result, has nothing it compares with, and isn't about the speaker's own comfort. */
function isRatedThing(sentence: string, span: Span, match: RegExpExecArray): boolean {
  const rest = sentence.slice(span.end, clauseEnd(sentence, span.end));
  const before = sentence.slice(0, span.start);
  const clause = before.slice(clauseStart(before));
  if (COMPARED.test(sentence)) return false;
  if (
    new RegExp(
      String.raw`\b(?:i|you)(?:'m|'ve| am| was| have| had| felt| feel| got| get| became| become| have become)?(?: \w+ly| now| also| much| even| a lot| far)?\s*$`,
      'i',
    ).test(clause)
  )
    return false;
  if (new RegExp(String.raw`\b(?:made|makes?|making|got|gets|kept)\s+(?:me|you|him|her|myself)\b`, 'i').test(match[0])) return false;
  if (/\b(?:it|that)(?:'s| is| was) (?:\w+ )?$/i.test(clause) && /^\s+(?:to|for \w+ to|if|when|said)\b/i.test(rest)) return false;
  if (
    /^(?:easier|simpler|better|clearer)$/i.test(sentence.slice(span.start, span.end)) &&
    /^\s+(?:said|to say|known|suited|equipped|off)\b/i.test(rest)
  )
    return false;
  if (/\bfor (?:me|myself)\b/i.test(rest) || /\b(?:sooner or|more or less|the (?:more|better|faster|sooner)\b)/i.test(sentence))
    return false;
  if (/\bat (?:a )?$/.test(clause)) return false;
  return true;
}

/** What a comparative may be measured against, anywhere in its sentence. */
const COMPARED =
  /\bthan\b|\bcompared (?:to|with)\b|\bversus\b|\bvs\b|\brelative to\b|\binstead of\b|\bas opposed to\b|\bover (?:the|our) (?:old|previous|existing|original|baseline|last)\b|\bfrom\b[^.]{1,40}\bto\b|\bbetter and better\b|\b(\w+er) and \1\b/i;

/** Things that people rank by their own lights: the biggest challenge, the best part. */
const OWN_RANKING =
  /\b(?:challenges?|parts?|problems?|lessons?|mistakes?|things?|issues?|questions?|risks?|steps?|concerns?|obstacles?|reasons?|priorit(?:y|ies)|strengths?|weakness(?:es)?|difference|way|ways|moments?|surprises?|regrets?|motivat\w+|practices?|friends?|interests?|advice|decisions?|fit|time|regards|efforts?|idea|value|takeaways?|worr(?:y|ies)|learning|option|choice|bet|tool for|match|possible|bottleneck|blocker|unit|lines?|level|management|end|priority|notch|candidate for|gap|pain|hurdle|source|example|memory|failure|achievement|accomplishment|contribution|project|kind|one)\b/i;

function isRankedThing(sentence: string, span: Span): boolean {
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
  return !OWN_RANKING.test(text);
}

/** Importance with its reason or consequence is explained. */
function hasNoConsequence(sentence: string): boolean {
  return !/\b(?:because|so that|since|otherwise|without|as (?:it|they|we|this|any|every|a|the|one|even)|if|so (?:we|i|the|it|they|that)|in order to|or (?:else|the|we|it)|meant|means|:)\b|: /i.test(
    sentence,
  );
}

function isQuantity(sentence: string, span: Span): boolean {
  return (
    hasOwnPast(sentence) &&
    !/\b(?:from|to|by)\s+(?:about |around |roughly )?[$€£]?\d/i.test(sentence) &&
    !/ly (?:from|to|in|of|on|at|with|and|the)$/i.test(sentence.slice(span.start, span.end))
  );
}

/** A figure that asks where it is from: a share, a multiple or a change, but not a date or a size. */
function figureClaim(sentence: string, figures: readonly Figure[]): Span | undefined {
  const changes = new RegExp(String.raw`\b(?:${CHANGED}|${CHANGED_SOMETHING}|${CHANGING}|${CHANGE}|${MOVED})\b`, 'i').test(sentence);
  for (const figure of figures) {
    if (!tellsOutcome(figure) || gateAt(sentence, figure.span.start) !== undefined) continue;
    const isShare = figure.kind === 'percent' || figure.kind === 'multiple';
    if (isShare ? !/\bhalf (?:of (?:my|the)|an?|way)\b/i.test(sentence.slice(figure.span.start, figure.span.end + 8)) : changes)
      return figure.span;
  }
  return undefined;
}
