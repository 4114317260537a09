/** The patterns of each type of claim, over the straightened text of one sentence. */

import type { Span } from '../text/span.ts';
import {
  hasNoConsequence,
  hasOwnPast,
  isImpossibleTrouble,
  isLevelOf,
  isMove,
  isNoEpisode,
  isNoIdiom,
  isNoRule,
  isNotLocal,
  isOutcomeOfAlways,
  isOwnChange,
  isQuantity,
  isRankedThing,
  isRatedThing,
  isResultThatImproved,
} from './filters.ts';
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
  SIZED,
  TROUBLE,
  WORK,
} from './lexicon.ts';
import type { ClaimType } from './types.ts';

/** A pattern, and what must hold of a place it matched. A group `said` narrows the place to the words that claim. */
export interface Detector {
  readonly pattern: RegExp;
  /** What the sentence must hold anywhere, where that is much quicker to see. */
  readonly needs?: RegExp;
  readonly accepts?: (sentence: string, span: Span, match: RegExpExecArray) => boolean;
}

const rx = (source: string): RegExp => new RegExp(source, 'gi');
const any = (source: string, accepts?: Detector['accepts']): Detector => ({ pattern: rx(source), ...(accepts && { accepts }) });

/** Words between a verb and what it is about, at most so many. */
const few = (most: number): string => String.raw`(?:\s+(?!than\b)[\w'’-]+){0,${most}}?\s+`;

/** Words before which the place of a finding ends. */
const LINK =
  '(?:by|from|because|when|and|so|which|but|for|in|on|at|with|to|through|across|within|during|while|after|over|as|that|where|since)';

const MOVES = new RegExp(MOVED, 'i');

/** What one would like to have caused. */
const GOOD = String.raw`(?:\s+(?!and\b|but\b|because\b)[\w'-]+){0,4}?\s+(?:${OUTCOME}|${BETTER}|${SIZED}|contracts?|promotions?|success|growth|increase|decrease|drop|rise|decline|improvements?|gains?|win|wins|deals?|renewals?|awards?|changes?|launch|orders|customers|users|enrol?lments?|invitation|partnership|referrals?|insights?|standardi[sz]ation)\b`;

export const DETECTORS: Readonly<Record<Exclude<ClaimType, 'figure'>, readonly Detector[]>> = {
  absolute: [
    any(String.raw`\bno way (?:that )?(?:this|it|that|the \w+|anything|anyone) (?:can|could|will|would|ever)\b`),
    any(String.raw`\bperfect (?:\w+ )?record\b`),
    any(
      String.raw`\bnot (?:one|a single) (?:\w+ )?(?:complained|failed|broke|left|was lost|missed|crashed|got lost|dropped out|was late)\b`,
    ),
    any(
      String.raw`\b(?:scales?|scaled|works?|worked|adapts?|generali[sz]es?|runs?|fits?) (?:to|for|in|with|on) any (?:number|size|amount|language|load|device|input|domain|browser|customer|team|data|platform|situation|use case|environment|scale|company|child|student)\b`,
    ),
    any(String.raw`\bno (?!one\b|idea|wonder|doubt|longer|more\b)[a-z]+ (?:ever|never) (?:has to )?[a-z]+`),
    any(
      String.raw`\b(?:is|are|was|were|has been|have been) never (?<said>(?:once )?(?:down|late|wrong|empty|unavailable|overloaded|out of (?:stock|date|sync)|slow|offline|stale|an issue|a problem))\b`,
    ),
    any(String.raw`\b(?:can|could|will) never (?<said>be (?:\w+ed|broken|lost|stolen|wrong|overwritten|forgotten|hidden))\b`),
    any(String.raw`\b(?:there (?:is|are|was|were)|(?:has|have|had)) (?<said>never (?:been )?any ${TROUBLE})\b`),
    any(String.raw`\b(?<said>(?:no|zero) ${TROUBLE} (?:at all|whatsoever|ever|to this day))\b`),
    any(
      String.raw`\b(?:eliminate[sd]?|eradicate[sd]?|rule[sd] out|rules out) (?:all |any )?(?:human |manual |the risk of |possible )?(?:errors?|mistakes?|bugs?|risks?|failures?|fraud|duplicates?|downtime|waste|delays?|bias|hallucinations?|regressions?)\b`,
    ),
    any(
      String.raw`\b(?:every|each) (?:single )?(?:\w+ ){1,4}?(?:was|is|has been|became|turned out) (?:an? )?(?:huge |great |complete )?(?:success|successful|hit|win)\b`,
    ),
    any(String.raw`\b(?:you|nobody|no one|users?|anyone) (?:cannot|can't|can) (?:ever )?(?:break|bypass|hack|fool|cheat|misuse) it\b`),
    any(
      String.raw`\b(?:rejects|accepts|filters out|removes|flags|finds|spots|identifies|predicts|validates|sorts|delivers|reads|translates) (?:all|every|any)(?: of)?(?: the| its)? (?:\w+ )?\w+`,
    ),
    any(String.raw`\bensures? that (?:no|every|all|nothing|nobody|none)\b(?:\s+[\w'-]+){1,4}`),
    any(String.raw`\b(?:never|nor)(?: ever| once| actually| again)?(?: be| been)?\s+${FAIL}\b`, isNoIdiom),
    any(
      String.raw`\b(?:cannot|can't|can not|could not|couldn't|won't|will not)(?: ever| possibly)?\s+(?:fail|break|crash|go wrong|go down|miss|lose|be broken|be hacked|flood|leak|burn|jam|collide|collapse|overheat|overflow|tip over|fall over|catch fire|get lost|be (?:lost|stolen|copied|forged|bypassed|overwritten))\b`,
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
      String.raw`\b(?:everyone|everybody|every(?: single)? one of (?:them|us)) (?:was|is|were|has been) (?:\w+ly )?(?:thrilled|happy|satisfied|delighted|convinced|on board|pleased)\b|\b(?:everyone|everybody) (?:loved|loves) (?:it|this|that|the|my|our)\b`,
    ),
    any(String.raw`\b(?:beats?|outperforms?|outperformed)\s+(?:all|every|any)(?: of)?(?: the| our| its)?\s+\w+(?: \w+)?`),
    any(
      String.raw`\b(?:catches|handles|solves|detects|prevents|eliminates|resolves|satisfies|covers|processes|supports|recogni[sz]es|understands|answers|blocks|stops|fixes)\s+(?:every single|every|each and every|all|any)(?: of)?(?: the| our| its| their)?\s+\w+(?: \w+ly\b)?`,
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
    any(String.raw`\bonce and for all\b`),
    any(String.raw`(?<!\b(?:to|a|the|no|any|can't|cannot|don't|my|our|with|money-back)\s)\bguarantee\s+(?:that|the|correct\w*)\b`),
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
    any(
      String.raw`\b(?:catch(?:es)?|caught|handles?|handled|solves?|solved|covers?|covered|detects?|detected|prevents?|prevented|fixes|fixed|stops?|stopped|blocks?|blocked|finds?|found|automates?|automated|improves?|improved|supports?|survives?|survived|withstands?|withstood) (?:absolutely )?(?:everything|anything|everyone|everybody|all of (?:it|them))\b(?! (?:i|we|you|they|he|she|that|else|in (?:the|my) (?:house|bag|room))\b)`,
    ),
    any(
      String.raw`\b(?:solve|solves|close|closes|resolve|resolves|answer|answers|meet|meets|hit|hits|win|wins|pass|passes|beat|beats|fill|fills|finish|finishes|fix|fixes|complete|completes) (?<said>(?:every single|every|all (?:of )?(?:my|our|the|their)) [a-z]+(?: [a-z]+)?)\b`,
    ),
    any(
      String.raw`\b(?:every single|every|all (?:of )?(?:my|our|the|their|its))(?: [\w-]+){1,2} (?:(?:has|have|had) (?:come true|succeeded|passed|worked|paid off|improved|been (?:met|on time|right|correct|a success))|makes? (?:\w+ )?progress|succeeds?|passes|pays? off|paid off|improves|gets? better|came true|comes? true|(?:is|are|was|were) (?:always |\w+ly )?(?:on time|correct|right|accurate|met|a success|successful|secure|encrypted|satisfied|happy|solved|flawless|perfect))\b`,
      isNoEpisode,
    ),
    any(
      String.raw`\beverything (?:is|was|works|worked|runs|ran|stays|stayed|went|goes) (?:now |always |perfectly |completely |fully )*(?:consistent|perfect|perfectly|smoothly|on time|automated|up to date|reliable|secure|safe|covered|tested|documented|under control|to plan|according to plan|flawlessly|correct)\b`,
    ),
    any(
      String.raw`\b(?:gives?|gave|produces?|produced|delivers?|delivered|yields?|yielded|returns?|returned|gets?|got)(?: \w+){1,4} (?<said>every (?:single )?time|each and every time|in every case)\b(?! (?:i|we|you|they|he|she|somebody|someone|a|the)\b)`,
    ),
    any(
      String.raw`\b(?:scales?|scaled|grows?|runs?|lasts?|works?) (?:infinitely|endlessly|indefinitely|forever|without (?:any )?limits?)\b|\binfinitely (?:scalable|flexible|extensible|reusable|configurable)\b`,
    ),
    any(
      String.raw`\b(?:is|are|was|were|'s|'re|gets?|has been|have been) always (?:been )?(?!interested|supposed|expected|told|asked|tempted|fascinated|inspired|surprised|struck|motivated|amazed|pleased|excited|scared|worried|delighted|used)[a-z]+(?:ed|pt|lt|nt|de|ne|ght) (?:on time|in time|before (?:the )?\w+|within [\w ]{1,20}|correctly|right|immediately|safely|properly|perfectly)\b`,
    ),
    any(String.raw`(?:, |\b)(?<said>without (?:any |a single )?exceptions?|no exceptions)\b`, isNoRule),
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
    any(
      String.raw`\b(?:most|many) (?:\w+ )?(?:engineers|developers|doctors|nurses|teachers|managers|leaders|companies|professionals|recruiters|designers|practitioners|authors|employers) (?:would )?(?:agree|say|believe|recommend|know|will tell you)\b`,
    ),
    any(
      String.raw`\b(?:everyone|everybody|anyone|all (?:the )?(?:experts|specialists|colleagues)) (?:in|on|from|across) (?:the|our|this|my|any) \w+ (?:agrees?|knows?|says?|accepts?|will tell you)\b`,
      isNotLocal,
    ),
    any(
      String.raw`\b(?:best practices?|the (?:industry )?(?:gold )?standard)(?: (?:in|of|across) (?:the|our|this) \w+)? (?:is|are|says?|dictates?|demands?|tells? us|shows?)\b|\b(?:is|are|considered|it's) (?:an? |the )?(?:industry|established|accepted|recogni[sz]ed) (?:best practice|standard practice|wisdom)\b`,
    ),
    any(
      String.raw`\b(?:it(?:'s| is| has)|that(?:'s| is| has)|this (?:is|has)),? (?:been )?(?:proven|shown|demonstrated)(?! to (?:me|us)\b| by\b)(?: (?:again and again|time and again|over and over|many times|repeatedly|countless times))?`,
    ),
    any(
      String.raw`\b(?:studies|research|surveys|statistics|experts|data) (?:\w+ly |all )?(?:show|shows|prove|proves|confirm|confirms|back|backs|agree|agrees) (?:this|that|it|with)\b`,
    ),
    any(String.raw`\b(?:proven|shown|backed) by (?:science|research|studies|experts|the data|data)\b`),
  ],
  impact: [
    any(
      String.raw`\b(?:problem|issue|bottleneck|headache|backlog|shortage|mess|flakiness|confusion) (?:is|was|has been|had been|'s) (?:now |finally |completely |all )*(?:solved|gone|fixed|history|a thing of the past)\b`,
    ),
    any(
      String.raw`\b(?:closed|narrowed|bridged) (?:the|that|this|a) (?:\w+ ){0,2}gap\b|\braised the bar\b|\bmoved the needle\b|\bunlocked (?:\w+ ){0,3}(?:value|growth|potential|savings?|revenue|efficienc\w+|opportunit\w+)\b`,
    ),
    any(
      String.raw`\b(?:took|taken|brought|lifted|pushed|carried)(?: [\w'-]+){1,5} to (?<said>(?:the next|a (?:whole )?(?:new|different|higher)|another|new) (?:levels?|heights))\b`,
    ),
    any(
      String.raw`\bput (?:us|the (?:team|company|school|shop|store|firm|ward|brand)|our \w+) (?<said>(?:back )?(?:on top|on the map|ahead|in (?:front|the lead)|in first place))\b`,
    ),
    any(
      String.raw`\b(?:${OUTCOME}|wellbeing|well-being|conditions|standards?|skills?|relations?|relationships?)\s+(?:is|are|was|were|'s|'re)\s+(?:now |way |all |still |well |right )*(?<said>(?:up|down))(?=\s*[.,;!]|\s+(?:again|now|since|this|across|everywhere|as|and|year|for)\b)`,
      isLevelOf,
    ),
    any(
      String.raw`\b(?<![-])(?!(?:i|we|he|she|they|you|it|never|also|has|have|had|been|and|or|that|which|who|much|not|greatly|was|were|is|are|weather)\s)[a-z]{3,}\s+(?:has |have |had )?(?:also |then |really |${INTENSIFIER} )*(?<said>improved(?: ${INTENSIFIER})?)(?=\s*[.,;!]|\s+(?:too|after|since|as|over|across|when|once|because|and|in|again|with|${INTENSIFIER})\b)`,
      isResultThatImproved,
    ),
    any(String.raw`\b(?:turned)\s+(?:the|our|a|an|my|that|this|their)\s+(?:\w+\s){1,2}around\b`),
    any(
      String.raw`\bhelped (?:the |our |my |this |a )?(?:company|team|business|firm|startup|store|shop|school|department|client|clients|clinic|organi[sz]ation|customers|them|it)(?: to)? (?:grow|improve|succeed|scale|thrive|win|recover|expand|save)\b`,
    ),
    any(
      String.raw`\b(?:transformed|revolutioni[sz]ed|changed completely|completely changed|radically changed) (?:how|the way)\s+[\w'-]+(?:\s+[\w'-]+){0,3}`,
    ),
    any(
      String.raw`\b(?:managed to|was able to|were able to|able to) (?:speed up|cut|shorten|halve|slash|reduce|improve)\s+[\w'-]+(?:\s+(?!${LINK}\b)[\w'-]+){0,3}`,
    ),
    any(String.raw`\b(?:${INTENSIFIER} )?${CHANGED}(?: ${INTENSIFIER})?\s+[\w'-]+(?:\s+(?!${LINK}\b)[\w'-]+){0,3}`, isOwnChange),
    any(String.raw`\b(?:${INTENSIFIER} )?${CHANGED_SOMETHING}${few(5)}${OUTCOME}\b`, isOwnChange),
    {
      needs: MOVES,
      ...any(
        String.raw`\b(?:${OUTCOME})(?:\s+(?:of|in|for|on|at|with)(?:\s+[\w'-]+){1,3})?\s+(?:has |have |had |also |then |soon |${INTENSIFIER} )*${MOVED}(?: ${INTENSIFIER})?`,
        isMove,
      ),
    },
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
      String.raw`[,—–]\s*(?:thereby |thus |while |and so )?(?<said>(?:${INTENSIFIER} )?${CHANGING}\s+[\w'-]+(?:\s+(?!${LINK}\b)[\w'-]+){0,3})`,
      hasOwnPast,
    ),
    any(
      String.raw`\b(?:had|made|has had|have had|has made|have made)\s+(?:an? )?(?:very |really |truly )?(?:huge|big|major|significant|real|massive|strong|positive|lasting|enormous|great|measurable|tremendous|immediate|dramatic|visible|noticeable|clear|profound|substantial|meaningful)\s+(?:positive )?(?:impact|difference|effect|contribution|improvement|dent)\b`,
    ),
    any(
      String.raw`\b(?:was|were|became|turned out|proved|proved to be)\s+(?:an? )?(?:huge|big|great|massive|tremendous|real|complete|major|enormous|resounding|total|hugely|very|highly|extremely)\s+(?:success|hit|successful|win|effective|popular|profitable)\b`,
    ),
    any(
      String.raw`\b(?:delivered|achieved|produced|brought|got|saw|drove|generated|yielded|created|had|contributed to|led to|resulted in|brought about)\s+(?:an? )?(?:some )?(?:really |very |truly )?(?:significant|major|great|huge|strong|real|excellent|outstanding|impressive|amazing|dramatic|massive|substantial|considerable|tremendous|clear|noticeable|visible|big|incredible|remarkable|fantastic|exceptional|enormous|immediate|measurable|good|tangible)\s+(?:business )?(?:value|results?|outcomes?|improvements?|increases?|drops?|reductions?|decreases?|gains?|jumps?|rises?|growth|boosts?|savings?|roi|returns?|uplift|impact|success|progress|speedups?)\b`,
    ),
    any(
      String.raw`\b(?:exceeded|beat|surpassed|smashed|crushed|blew past)\s+(?:all |our |my |the |their |everyone's )*(?:expectations|targets?|goals?|quotas?|forecasts?|sales targets?|budget)\b`,
    ),
    any(
      String.raw`\b(?:saved|earned|made)\s+(?:us|them|the company|the team|the business|my team|our team|the client|the firm|the hospital|the school|everyone|people|customers|my employer)\s+(?:${INTENSIFIER} )?(?:a lot of|lots of|a ton of|tons of|plenty of|so much|much|countless|many|a fortune|considerable|significant|some)?\s*(?:time|money|hours|effort|work|costs?|a fortune|headaches?|a lot)\b`,
    ),
  ],
  comparative: [
    any(
      String.raw`\b(?:takes?|took|needs?|needed|costs?|requires?|required|uses?|used|wastes?|spends?|spent)\s+(?:us |them |people |everyone |me )?(?<said>(?:${INTENSIFIER} )?(?:less|fewer)\s+(?:[a-z]+ )?(?:time|effort|money|work|space|memory|energy|hours|steps|people|resources|paper|material|fuel|power))\b`,
      isRatedThing,
    ),
    any(
      String.raw`\b(?:results?|scores?|sales|grades|ratings?|numbers|quality|service|food|product|code|model|system|team|class|school|shop|ward|process|things|we|it|everything)\s+(?:just |only )?(?:got|gets?|became|kept getting|keeps getting|has got|have got|has become|grew)\s+(?:even )?(?<said>better and better|faster and faster|stronger and stronger)\b`,
    ),
    any(
      String.raw`\bthere(?:'s| is| are| was| were) (?:now |also )?(?<said>(?:${INTENSIFIER} )?(?:less|fewer|more) (?:\w+ )?(?:${OUTCOME}|friction|stress|conflict|rework|confusion|paperwork|fraud|bias))\b`,
      isRatedThing,
    ),
    any(
      String.raw`\b(?:is|was|are|were|became|got|get|gets)\s+an?\s+(?<said>(?:${INTENSIFIER} )?${BETTER}\s+(?!way|idea|fit|place|time|question|option|choice|solution|day|person|man|woman|life|story|example|one\b)[a-z]\w+)`,
      isRatedThing,
    ),
    any(
      String.raw`\b(?:has|have|had|causes?|caused|makes?|made|see|sees|saw|gets?|got|with|led to|leads to|means|meant|shows?|showed|produce[sd]?)\s+(?:\w+\s)?(?<said>(?:${INTENSIFIER} )?fewer\s+(?:\w+\s)?\w+s)\b`,
      isRatedThing,
    ),
    any(
      String.raw`\b(?:produce[sd]?|generate[sd]?|yield(?:s|ed)?|delivers?|delivered|returns?|returned)\s+(?<said>(?:${INTENSIFIER} )?${BETTER}\s+[a-z]\w+)`,
      isRatedThing,
    ),
    any(
      String.raw`\b(?:get|gets|got|receives?|received|reach(?:es|ed)?|arrives?|arrived|answers?|answered)\s+(?:[\w'-]+\s+){0,3}?(?<said>(?:${INTENSIFIER} )?(?:sooner|faster|quicker))\b`,
      isRatedThing,
    ),
    any(String.raw`\b(?:made|makes?|making|got|gets|kept|left|rendered)${few(6)}(?<said>(?:${INTENSIFIER} )?${BETTER})\b`, isRatedThing),
    any(
      String.raw`\b(?:is|are|was|were|became|become|becomes|got|gets|been|runs?|ran|works?|worked|performs?|performed|loads?|loaded|looks|feels?|scales?|scaled|converges?|converged|responds?|'s|'re)\s+(?:now |also |then |all |both |already )?(?<said>(?:${INTENSIFIER} )?${BETTER})\b`,
      isRatedThing,
    ),
    any(
      String.raw`\b(?:${OUTCOME})(?:\s+[\w'-]+){0,4}?\s+(?:is|are|was|were|became|got|gets|stayed|has been|have been)\s+(?:now |also )?(?<said>(?:${INTENSIFIER} )?(?:higher|lower|shorter|smaller|larger|better|greater))\b`,
    ),
    any(
      String.raw`\b(?:gave|gives|got|gets?|had|has|saw|sees?|see|produce[sd]?|delivers?|delivered|achieve[sd]?|led to|leads to|resulted in|results in|brought|brings|show(?:s|ed)|provide[sd]?|offer(?:s|ed)?|built|created|wrote|writes?|shipped|means?|meant|makes? for|made for|caused|ended up with|enable[sd]?|allow(?:s|ed)? for|yield(?:s|ed)?)(?:\s+(?:us|them|me|the \w+|our \w+|to|in|a|an|for|and|far|much|also|customers?|users?|\w{3,}s)){0,3}?\s+(?<said>(?:${INTENSIFIER} )?(?:${BETTER}|${SIZED})\s+(?:\w+\s){0,2}?(?:${OUTCOME}|quality|decisions?|service|releases?|models?|systems?|products?|code|answers?|data|care|interface|design|builds?|deployments?|training|inference|delivery|feedback|customers?|users?|defects?|people|understanding|representations?|predictions?|generali[sz]ation|iteration|collaboration|learning))\b`,
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
      String.raw`\b(?:is|are|was|were|'s|runs?|ran)\s+(?<said>(?:incredibly|insanely|blazingly|blazing|unbelievably|ridiculously|amazingly|extraordinarily|phenomenally|super) (?:fast|quick|reliable|accurate|robust|efficient|successful|popular|safe|cheap|stable|scalable|powerful|effective))\b`,
    ),
    any(
      String.raw`\b(?:have|has|had|got|built|made|run|runs|ran|serve[sd]?|sell|sells|sold|own|owns|is|are|was|were|wrote|offer|offers|offered)\s+(?:one of )?(?<said>the (?:\w+ )?[a-z]{2,}(?<!\b(?:inter|for|har|re|qu|requ|lat|t|w|gu|b|ch|n|v|l|p|cr|pri|prot|arr|cont|dig|fin|mod|hon|sugg|prot|conqu|inv|inqu|old|young|near|clos|furth|farth|earli))est\s+[a-z]+ (?:in|on|of|at) (?:the|our|this) \w+)`,
      isRankedThing,
    ),
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
      String.raw`\b(?:best[- ]in[- ]class|(?:the )?(?:market|industry|world|category) leader|world[- ]class|state[- ]of[- ]the[- ]art|cutting[- ]edge|industry[- ]leading|market[- ]leading|second to none|unparalleled|unmatched|unrivall?ed|unbeatable|top[- ]notch|best[- ]of[- ]breed|world-leading|unprecedented)\b`,
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
      String.raw`\b(?:led|leads|leading)\s+(?:directly )?to${GOOD}`,
      (sentence, { start }) => !new RegExp(String.raw`\b(?:i|we|he|she|they|who)\s+$|\broad $`, 'i').test(sentence.slice(0, start)),
    ),
    any(String.raw`\b(?:resulted|results|resulting) in${GOOD}`),
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
      String.raw`\b(?:countless|numerous|tons of|loads of|a ton of|a large number of|a huge (?:number|amount) of|a great deal of|vast amounts? of|huge amounts? of|massive amounts? of|lots and lots of|many many|a wide range of|a wealth of|an enormous amount of|a huge variety of|a lot of|lots of|dozens of|scores of)\s+(?:[\w-]+\s)?(?:users?|customers?|clients?|people|data|hours|projects?|teams?|tickets?|requests?|bugs?|errors?|money|revenue|traffic|patients?|students?|experience|features?|models?|deals?|sales|events?|products?|companies|stakeholders|systems?|incidents?|cases?|stores?|countries|time|tests?|calls|orders|leads)\b`,
      hasOwnPast,
    ),
    any(
      String.raw`\b(?:significantly|dramatically|substantially|massively|hugely|considerably|tremendously|drastically|greatly|exponentially|enormously|vastly)\s+\w+`,
      isQuantity,
    ),
  ],
};
