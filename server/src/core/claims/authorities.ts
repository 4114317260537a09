/** The patterns of vague authorities: studies, experts and everybody, and nobody named. */

import { isNotLocal } from './filters.ts';
import { any, type Detector } from './patterns.ts';

export const AUTHORITIES: readonly Detector[] = [
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
  any(
    String.raw`(?<!\b(?:our|my|the|these|those|their|its|this|two|three|own|user|customer)\s)\b(?:studies|research|experts|scientists|researchers|surveys|evidence|specialists|psychologists|analysts|doctors|economists)(?: (?:on|in|into|of|about|from|across|around|all over|for) [\w'-]+(?: [\w'-]+){0,4}?)? (?:\w+ly |all |also |often |now |keep |kept )?(?:show|shows|showed|have shown|has shown|agree|agrees|says?|prove|proves|proved|has proven|have proven|suggests?|confirms?|recommends?|found|finds|has found|have found|tells? us|(?:is|are) (?:very |quite |pretty )?(?:clear|settled|unanimous|overwhelming)|telling us|showing|backs? this)\b`,
  ),
  any(
    String.raw`\b(?:study after study|all (?:the|of the) (?:research|studies|evidence|experts|data)|any expert|every (?:expert|study|textbook|professional)|(?:most|many|all|leading|top) (?:\w+ )?experts?)\b(?= (?:\w+ ){0,2}(?:shows?|says?|agrees?|proves?|confirms?|recommends?|tells?|finds?|points?|will tell))`,
  ),
  any(
    String.raw`\b(?:an?|one|another|some) (?:recent |new |large |big |famous |well-known |american |british |harvard )?(?:study|survey|article|scientific paper) (?:once |recently |has |i read )?(?:shows?|shown|showed|found|says?|said|proves?|proved|proven|suggests?|suggested|claims?|claimed)\b`,
  ),
  any(
    String.raw`\bi (?:once |recently |have |'ve )?(?:read|heard) (?:somewhere|once|in (?:an?|some) (?:\w+ )?(?:article|study|book|magazine|blog))\b`,
  ),
  any(
    String.raw`\b(?:as )?(?:we all|everyone|everybody|people|most people|anybody|anyone|nobody|no one) (?:in the (?:field|industry|trade|business) )?(?:will tell you|agrees?(?! (?:to|with me|on the (?:date|time))\b)|disputes?|doubts|denies|would deny|disagrees|knows? (?:that|by now)|says? (?:that|it|so|this|the))\b`,
    isNotLocal,
  ),
  any(
    String.raw`\b(?:it(?:'s| is)|as is|that(?:'s| is)) (?:a |an |by now |of course |already )?(?:(?:well[- ]|widely |generally |commonly |universally )?(?:known|established|accepted|recogni[sz]ed|understood|agreed|documented)|proven|known|established|common|accepted|undisputed) (?:fact|truth|knowledge|wisdom|in the (?:field|industry|trade|literature)|that|among|by (?:experts|everyone|science))\b(?! (?:me|we|i)\b)`,
    isNotLocal,
  ),
  any(
    String.raw`\b(?:is|are|was|were|'s|has been|have been|been) (?:scientifically |clinically |statistically |empirically |long )?proven\b(?! (?:wrong|right|by (?:our|my|the))\b)|\b(?:scientifically|clinically|empirically|statistically) (?:proven|shown|validated)\b|\bproven (?:fact|method|approach|formula|recipe|technique|strategy|strategies|to (?:work|be|help|reduce|improve|increase))\b`,
  ),
  any(
    String.raw`\b(?:industry|established|recogni[sz]ed|international|modern|global|sector) best[- ]practices?\b|\bbest[- ]practices? (?:in|of|across) (?:the|our) (?:industry|field|sector|trade|profession)\b|\b(?:it(?:'s| is)|which is|that(?:'s| is)|considered) (?:the |simply |just |now )?(?:best practice|industry standard|state of the art in the industry)\b`,
  ),
  any(
    String.raw`\b(?:modern|current|contemporary) (?:science|medicine|psychology|neuroscience|management|pedagogy|research|[a-z]+ology) (?:says|teaches|shows|tells us|agrees)\b`,
  ),
  any(
    String.raw`\b(?:shown|supported|confirmed|demonstrated|backed up|established) by (?:countless |many |several |recent |scientific |all |a lot of )?(?:science|research|studies|experts|surveys)\b(?! (?:at|from|of|by) [a-z])`,
  ),
];
