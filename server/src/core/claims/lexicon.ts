/** The words that claims are made of, as alternatives for regular expressions. */

/** What results are told of, in many trades. */
export const OUTCOME =
  '(?:time|times|costs?|expenses|latency|latencies|errors?|error rates?|defects?|bugs?|incidents?|outages?|churn|turnover|attrition|revenue|sales|profits?|margins?|conversions?|conversion rates?|retention|engagement|satisfaction|morale|productivity|efficiency|performance|accuracy|precision|recall|quality|throughput|speed|delays?|waste|backlogs?|complaints?|downtime|uptime|budget|money|hours|usage|traffic|adoption|scores?|results?|outcomes?|attendance|readmissions?|waits?|waiting times?|wait times?|spend|spending|bills?|memory|load times?|loading times?|response times?|build times?|coverage|reliability|availability|stability|safety|security|risks?|workload|noise|process|processes|onboarding|turnaround|cycle times?|queues?|stock|inventory|returns|memberships?|donations?|grades|volume|rates?|output|experience|communication|collaboration|trust|visibility|transparency|awareness|participation|enrol?lment|infections?|falls|absences?|accidents?|injuries|mistakes|failures|tickets|overtime|pipeline|workflow|operations|business|numbers|growth|referrals?|leads|sign-?ups|subscriptions|applications|bookings|visits|velocity|builds?|lead times?|loads|page loads|support calls|calls|maintainability|scalability|developer experience|user experience|code quality|team spirit|culture|mood|atmosphere|discipline|behaviour|behavior|compliance|punctuality|literacy|footfall|yield|sickness|wellbeing|rankings?|ratings?)';

/** Adjectives and adverbs that rate a thing against another one. */
export const BETTER =
  '(?:better|faster|quicker|cheaper|safer|easier|simpler|stronger|smoother|cleaner|leaner|healthier|happier|clearer|sharper|smarter|calmer|tighter|slicker|quieter|friendlier|sturdier|more (?!than\\b|of\\b|or\\b|and\\b|about\\b|like\\b|to\\b|for\\b|in\\b|on\\b|at\\b|with\\b|time\\b|people\\b|senior\\b|interested|interesting|comfortable|confident|excited|important|importantly|complicated|complex|difficult|common|likely|involved|careful|relevant|fun\\b|curious|challenging|nuanced|subtle|general|recent|specific|familiar|aware\\b|concerned|patient\\b|than|junior|experienced|responsib|work\\b|questions|code\\b|often than|so\\b|information|training)[a-z][a-z-]{3,}|less (?!than\\b|of\\b|about\\b|like\\b|than|experienced|interested|important|obvious|common)[a-z][a-z-]{3,})';

/** Adjectives of size: they rate only when a result is told. */
export const SIZED = '(?:higher|lower|shorter|longer|fewer|less|smaller|larger|bigger|greater|more)';

/** "much", "a lot" before a comparative or a change. */
export const INTENSIFIER =
  '(?:much|far|even|way|a lot|so much|significantly|considerably|dramatically|substantially|noticeably|visibly|massively|vastly|drastically|greatly|hugely|remarkably|tremendously|markedly|clearly|really|a bit|slightly|a great deal)';

/** Change verbs in the past that tell a result whatever their object is. */
export const CHANGED =
  '(?:reduced|improved|increased|decreased|boosted|accelerated|sped up|speeded up|shortened|slashed|lowered|enhanced|streamlined|strengthened|revolutioni[sz]ed|bettered)';

/** Change verbs in the past that tell a result only with a result as their object. */
export const CHANGED_SOMETHING =
  '(?:cut|cut down on|freed up|saved|grew|raised|drove|drove up|drove down|brought down|brought up|pushed up|pushed down|scaled|expanded|lifted|eliminated|optimi[sz]ed|transformed|simplified|minimi[sz]ed|maximi[sz]ed|multiplied|stabili[sz]ed|turned around|trimmed|halted|reversed|increased|improved|reduced)';

/** The same as infinitives, behind "helped", "managed to". */
export const CHANGE =
  '(?:reduce|improve|increase|decrease|boost|accelerate|speed up|shorten|slash|lower|enhance|streamline|strengthen|cut|save|grow|raise|scale|expand|optimi[sz]e|transform|minimi[sz]e)';

/** The same as participles, behind a comma. */
export const CHANGING =
  '(?:reducing|improving|increasing|decreasing|boosting|accelerating|speeding up|shortening|slashing|lowering|enhancing|streamlining|strengthening|cutting|saving|raising)';

/** Verbs of results that move by themselves: "complaints dropped". */
export const MOVED =
  '(?:dropped|fell|rose|climbed|soared|plummeted|shrank|declined|jumped|surged|skyrocketed|exploded|went (?:way )?(?:up|down)|came down|shot up|increased|decreased|improved|grew|doubled|tripled|took off|recovered|sped up|went through the roof|doubled|evaporated|disappeared|vanished|picked up)';

/** What goes wrong, as verbs: all forms. */
export const FAIL =
  '(?:fail(?:s|ed|ing)?|break(?:s|ing)?|broke|broken|crash(?:es|ed|ing)?|los(?:e|es|ing)|lost|miss(?:es|ed|ing)?|go(?:es)? (?:down|wrong|offline)|went (?:down|wrong|offline)|(?:go|goes|went) over (?:budget|time)|(?:run|runs|ran) late|gone (?:down|wrong|offline)|tim(?:e|es|ed) out|drop(?:s|ped)?|leak(?:s|ed)?|stall(?:s|ed)?|hang(?:s)?|hung|block(?:s|ed)?|corrupt(?:s|ed)?|exceed(?:s|ed)?|run(?:s)? out|ran out|overflow(?:s|ed)?|deadlock(?:s|ed)?|slip(?:s|ped)?|repeat(?:s|ed)?|complain(?:s|ed)?|return(?:s|ed)? (?:an? )?(?:error|wrong|bad|stale|invalid)|produc(?:e|es|ed) (?:an? )?(?:error|wrong|bad|invalid)|hallucinat(?:e|es|ed)|degrade[sd]?|drift(?:s|ed)?|(?:is|are|was|were|be|been) (?:late|down|wrong|hacked|breached|unavailable|exceeded|out of stock|overbooked)|(?:has|have|had) (?:an? |any |a single |one )?(?:outage|incident|problem|issue|complaint|accident|defect|bug|error|failure|downtime|delay|breach|injury)s?|see(?:s|n)? an? (?:error|outage|failure)|happen(?:s|ed)? again|come(?:s)? back|came back|(?:reach(?:es|ed)?|hits?|gets? (?:to|into)|got (?:to|into)|makes? it (?:to|into)|made it (?:to|into)) (?:our |the )?(?:users?|customers?|production|patients?|clients?|guests?)|collid(?:e|es|ed)|floods?|flooded|jam(?:s|med)?|freez(?:e|es)|froze|overheat(?:s|ed)?|spill(?:s|ed)?|tip(?:s|ped)? over|fall(?:s)? over|fell over|misfire[sd]?|derail(?:s|ed)?|contaminat(?:e|es|ed)|spoil(?:s|ed)?|oversell(?:s)?|oversold|undersell(?:s)?|mix(?:es|ed)? up|double-book(?:s|ed)?|let (?:anyone|us|them|customers|users|a customer|the team) down|disappoint(?:s|ed)?)';

/** What goes right, as verbs. */
export const WORK =
  '(?:works?|worked|scales?|scaled|succeeds?|succeeded|passe[sd]|pass|holds? up|held up|arrives?|arrived|delivers?|delivered|returns?|returned|responds?|responded|finish(?:es|ed)?|recovers?|recovered|meets?|met|hits?|hit|win|wins|won|converges?|converged|produces?|produced|gets? it right|got it right|comes? out right|catche?s|caught)';

/** Nouns of what goes wrong. */
export const TROUBLE =
  '(?:downtime|outages?|data loss|incidents?|regressions?|errors?|failures?|defects?|bugs?|accidents?|complaints?|injuries|breaches|crashes|interruptions?|disruptions?|mistakes?|infections?|hallucinations?|false positives?|false negatives?|losses|churn|turnover|issues|problems|casualties|escalations?|missed deadlines)';

/** Those who speak of themselves. */
export const SELF = "(?:i|me|myself|i'm|i've|i am)";
