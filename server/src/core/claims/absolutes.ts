/** The patterns of absolutes: a word of totality on a system or a result. */

import {
  hasNoComparator,
  isFlatDenial,
  isImpossibleTrouble,
  isNoEpisode,
  isNobodysPerfection,
  isNoIdiom,
  isNoRule,
  isOutcomeOfAlways,
  isResultOfThing,
} from './filters.ts';
import { FAIL, TROUBLE, WORK } from './lexicon.ts';
import { any, type Detector } from './patterns.ts';

export const ABSOLUTES: readonly Detector[] = [
  any(String.raw`\bno way (?:that )?(?:this|it|that|the \w+|anything|anyone) (?:can|could|will|would|ever)\b`),
  any(String.raw`\bperfect (?:\w+ )?record\b`),
  any(String.raw`\bnot (?:one|a single) (?:\w+ )?(?:complained|failed|broke|left|was lost|missed|crashed|got lost|dropped out|was late)\b`),
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
  any(
    String.raw`\b(?:no|not a single|not one) (?!one\b|idea|doubt|wonder|longer|matter)[a-z]+ (?:was |were |is |are |has |had |ever |been |got |gets |goes |went |left )*(?:complained|failed|broke|left behind|lost|missed|crashed|dropped(?: out)?|waited|late|delayed|harmed|hurt|injured|turned away|rejected|forgotten|wasted|skipped|double-booked)\b`,
    isNoEpisode,
  ),
  any(
    String.raw`\b(?:didn't|did not|haven't|have not|hasn't|has not|don't|doesn't|never) (?:ever )?(?:lose|lost|miss|missed|drop|dropped|fail|failed|delay|delayed|cancel|cancell?ed|turn away|turned away|damage|damaged) (?:even )?(?:a single|one single|even one) [a-z]+`,
    isNoEpisode,
  ),
  any(
    String.raw`\b(?:there is|there's|there was|leaves?|left) no way (?:to|for (?:\w+ ){1,3}to) (?:lose|cheat|fail|break|miss|get it wrong|go wrong|bypass|forget|skip|mix|confuse|overlook)\b`,
  ),
  any(
    String.raw`\b(?:every|all(?: of)?) (?:(?:my|our|the|their|its) )?[a-z]+ (?:arrives?|arrived|comes?|came|runs?|ran|finish(?:es|ed)?|ships?|shipped|starts?|started|leaves?|left|opens?|opened) (?:out )?(?:on time|in time|complete|undamaged)\b`,
    isNoEpisode,
  ),
  any(String.raw`\b(?:it|this|that|which) just works\b`),
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
  any(
    String.raw`\b(?:never|not)(?: once)?(?: been| be)? (?:late|wrong|over budget|behind schedule|out of (?:stock|date|sync)|down)\b`,
    isNoIdiom,
  ),
  any(
    String.raw`\b(?:it|this|that|which|(?:the|our|my|its|their) (?:[\w-]+ ){1,3})(?:has |have |had )?(?<said>(?:never|always) (?:once )?[a-z]+(?: (?:the|a|an|in|on|to|its|their|at|up|down|out))?(?: [a-z]+)?)\b`,
    isResultOfThing,
  ),
  any(
    String.raw`\b(?:don't|doesn't|do not|does not|didn't|won't) (?:ever |simply |just )?(?:go (?:down|wrong|offline)|fail|break|crash|leak|slip|miss (?:a |any )?(?:deadlines?|targets?|appointments?|beats?)|lose (?:a |any )?(?:data|customers?|clients?|messages?|patients?|orders?|files?|money|samples?|luggage|people|parcels?)|make (?:any )?(?:mistakes?|errors?)|get lost|run late|have (?:any )?(?:downtime|outages?|accidents?|complaints?|defects?|delays?))\b`,
    isFlatDenial,
  ),
  any(
    String.raw`\b(?:nothing|nobody|no one|no-one|none of (?:my|our|the|them|these)(?: \w+)?|not one of (?:my|our|the|them)(?: \w+)?) (?:is |are |was |were |has |have |had |gets? |got |goes |went |will |can |could |ever |be |been |even )*(?:complain(?:s|ed|ing)?|fail(?:s|ed)?|miss(?:es|ed)?|left behind|leaves?|lost|quits?|hurt|injured|late|waits?|waited|slips?|slipped|broken|breaks?|broke|forgotten|overlooked|unhappy|unanswered|dropped|stuck|wasted|escapes?|escaped|falls? (?:behind|through|over)|fell (?:behind|through)|drops? out|dropped out|gets? past|got past|resigned|wrong|slip through|slips through|slipped through)\b`,
    isNoEpisode,
  ),
  any(
    String.raw`\bconsistently (?:deliver(?:s|ed)?|exceed(?:s|ed)?|hits?|meets?|met|outperform(?:s|ed)?|produce[sd]?|achieve[sd]?|ranks?|ranked|beats?|performs? (?:well|better)|finish(?:es|ed)? (?:on time|early|first)|surpass(?:es|ed)?|accurate|on time|right|reliable|excellent|outstanding|above|top|high(?= (?:quality|marks|scores|ratings|grades))|correct|perfect|positive)\b`,
    hasNoComparator,
  ),
  any(
    String.raw`\b(?:100|(?:a |one )?hundred)[\s-]?(?:%|per ?cent)(?! (?:sure|certain|behind|committed|agree|honest|mine|of (?:the |my |our )?(?:vote|shares?|salary|pay|cotton|wool))\b)(?= (?:\w+ly )?(?:of|reliable|accura\w+|secure|safe|correct|available|availability|uptime|satisf\w+|success\w*|on time|retention|compliant|compliance|pass|attendance|coverage|right|effective|clean|recycl\w+|automated|free|guarantee[sd]?)\b)`,
  ),
  any(
    String.raw`\b(?:cannot|can't|can never|could never|could not|couldn't) (?:ever |possibly )?be (?:hacked|broken|beaten|fooled|tampered with|misused|lost|forged|wrong|stopped|cracked|bypassed|breached|misread|misunderstood|corrupted|duplicated|overloaded)\b`,
  ),
  any(
    String.raw`\b(?:no|zero) (?:\w+ )?(?:${TROUBLE}|waste|waiting|delays?|queues?|absences?|stress|friction|gaps|surprises|exceptions|rework|paperwork|bias|risk) (?:at all|whatsoever|of any kind|any more|anymore|ever)\b`,
  ),
  any(
    String.raw`\b(?:everyone|everybody|every (?:single )?(?!one\b)[a-z]+|all (?:of )?(?:the |our |my |their )?[a-z]+s)(?: (?:in|on|at|from|of) (?:the|our|my) \w+)? (?:is|are|was|were|feels?|felt|goes home|went home|leaves|left|comes out|ends up) (?:now |always |very |so |really |completely |fully |absolutely )*(?:happy|satisfied|thrilled|delighted|convinced|on board|pleased|engaged|motivated|aligned|safe and sound|covered|compliant|fully trained|up to speed|on time|solved|welcome|heard|supported)\b`,
    isNoEpisode,
  ),
  any(
    String.raw`\b(?:works?|worked|fits?|suits?|applies|adapts?|runs?|succeeds?) (?:perfectly |equally well |just as well )?(?:for|with|in|on|to) (?:everyone|everybody|every (?:single )?\w+|all (?:our |my |the )?\w+s|any \w+)\b`,
  ),
  any(
    String.raw`\b(?:works?|worked|runs?|ran|delivers?|performs?) (?:everywhere|anywhere|like clockwork|without (?:fail|a hitch|any problems?|any issues?))\b`,
  ),
  any(
    String.raw`\b(?:watertight|airtight|ironclad|unhackable|indestructible|faultless(?:ly)?|risk-free|zero-(?:error|defect|downtime|accident|waste)|accident-free|failure-free)\b(?! (?:container|bag|box|seal|door))`,
  ),
  any(
    String.raw`\b(?:is|are|was|were|runs|ran|'s) (?:always |simply |just |absolutely |completely )*(?<said>perfect)(?=\s*[.,;!]|\s+(?:and|every|in every|on every|all|each)\b)`,
    isNobodysPerfection,
  ),
  any(
    String.raw`\b(?:am|'m|is|are|was|were|been|'re) (?<said>always (?:on time|punctual|right|accurate|open|stocked|fully stocked|spotless|within budget|under budget|on budget|ahead of schedule|on schedule|balanced|first|successful|ready|green|full|in order|delivered|met|answered|resolved|paid))\b`,
  ),
];
