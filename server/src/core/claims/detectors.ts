/** The patterns of each type of claim, over the straightened text of one sentence. */

import { ABSOLUTES } from './absolutes.ts';
import { AUTHORITIES } from './authorities.ts';
import {
  hasNoConsequence,
  hasOwnPast,
  isLevelOf,
  isMove,
  isOwnChange,
  isQuantity,
  isRankedThing,
  isRatedThing,
  isResultThatImproved,
} from './filters.ts';
import { BETTER, CHANGE, CHANGED, CHANGED_SOMETHING, CHANGING, INTENSIFIER, MOVED, OUTCOME, SIZED } from './lexicon.ts';
import { any, few, type Detector } from './patterns.ts';
import type { ClaimType } from './types.ts';

/** Words before which the place of a finding ends. */
const LINK =
  '(?:by|from|because|when|and|so|which|but|for|in|on|at|with|to|through|across|within|during|while|after|over|as|that|where|since)';

/** What one would like to have caused. */
const GOOD = String.raw`(?:\s+(?!and\b|but\b|because\b)[\w'-]+){0,4}?\s+(?:${OUTCOME}|${BETTER}|${SIZED}|contracts?|promotions?|success|growth|increase|decrease|drop|rise|decline|improvements?|gains?|win|wins|deals?|renewals?|awards?|changes?|launch|orders|customers|users|enrol?lments?|invitation|partnership|referrals?|insights?|standardi[sz]ation)\b`;

export const DETECTORS: Readonly<Record<Exclude<ClaimType, 'figure'>, readonly Detector[]>> = {
  absolute: ABSOLUTES,
  'vague-authority': AUTHORITIES,
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
      String.raw`\b(?:thanks to|due to|as a (?:direct )?(?:result|consequence)(?: of)?|because of) (?:this|that|these|my|our|the (?:new|change|changes|training|program|programme|migration|redesign|refactoring))\b(?=[^.]*\b(?:${OUTCOME}|${MOVED}|${CHANGED}|succeeded|won|success|passed|hit|met|signed|stayed|renewed|promoted|stopped|vanished|disappeared|went away)\b)`,
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
