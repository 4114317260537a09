/** Tells quickly which types of claim a sentence can hold at all, so that the hundred patterns need not be tried on every one. */

import type { ClaimType } from './types.ts';

/**
 * For each type, words or pieces of words of which every pattern of the type needs one. Most sentences have none of most
 * types. A guard may let through what no pattern matches, and must never keep out what one does.
 */
export const GUARDS: Readonly<Record<Exclude<ClaimType, 'figure'>, RegExp>> = {
  absolute:
    /\b(?:never|nor|always|every|each|all|any|no|not|none|nobody|nothing|zero|without|once|infinite|consistent|perfect|complete|total|full|entire|permanent|can|could|won|will|don|does|do|did|guarant|imposs|ensure|eliminat|eradicat|rule|has|have|had|works|worked|runs|ran|delivers|performs|scale|grow|last|flaw|bullet|fool|seamless|bug|error|unbreak|fail|infall|watertight|airtight|ironclad|unhack|indestruct|fault|risk|accident|absolutely|removes|completely)|hundred|100|catch|caught|\beverything|\banything/i,
  'vague-authority':
    /stud(?:y|ies)|research|expert|scien|analyst|psycholog|economist|specialist|doctor|statistic|survey|data|evidence|known|know|common|accepted|recogni|agree|prove|established|documented|secret|shown|demonstrated|literature|consensus|industry|people|say|best[- ]practice|standard|engineers|developers|nurses|teachers|managers|leaders|companies|professional|recruiters|designers|practitioners|authors|employers|article|paper|read|heard|doubts|denies|deny|disput|undisputed|ology|medicine|management|pedagogy|believe|recommend|will tell/i,
  impact:
    /reduc|improv|increas|decreas|boost|accelerat|sped|speed|short|slash|lower|enhanc|streamlin|strengthen|revolution|better|cut|freed|saved?\b|saving|grew|grow|rais|drove|brought|push|scale|expand|lift|eliminat|optimi|transform|simplif|minimi|maximi|multipl|stabili|turned|trimmed|halted|revers|dropped|fell|rose|climbed|soared|plummet|shrank|declin|jumped|surged|skyrocket|exploded|went|came|shot|doubl|tripl|took|recover|evaporat|disappear|vanish|picked|help|impact|difference|effect|contribution|dent\b|success|hit\b|win\b|popular|profitable|value|result|outcome|gain|jump|rise|roi\b|return|uplift|progress|exceed|beat|surpass|smash|crush|blew|earned|made|solved|gone|fixed|history|thing of|gap|bar\b|needle|unlocked|level|heights|put|\bup\b|\bdown\b|changed|halve|lifted|taken|carried|ticket|drop|reduction|boosts/i,
  comparative: /er\b|more|less|better|fewer|superior|outperform|outclass/i,
  superlative:
    /est\b|most|leader|leading|top|number one|no\. 1|state[- ]of|cutting[- ]edge|class|second to|unparall|unmatch|unriv|unbeat|best|unprecedent|first|only|more than|better than|incredibl|insane|blazing|unbeliev|ridicul|amazing|extraordinar|phenomenal|super/i,
  causal: /\b(?:le[ad]d?|lead|result|thanks|due|because|consequence|caused|triggered|sparked|drove|fuel|why|reason|made)/i,
  importance: /critical|crucial|essential|vital|indispensab|instrumental|pivotal|paramount|invaluable|game|key|important|major/i,
  'vague-quantity': /ly\b|countless|numerous|\b(?:tons?|loads|number|deal|amounts?|lots?|many|range|wealth|variety|dozens|scores)\b/i,
};
