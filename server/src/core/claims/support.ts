/** Finds what supports a claim: sources, figures with their baseline, before and after, episodes, scope; and what that does to a finding. */

import { primed } from '../text/primed.ts';
import type { Span } from '../text/span.ts';
import { figuresOf, tellsOutcome, type Figure } from './figures.ts';
import { straight } from './gates.ts';
import { SUPPORT_TRIGGERS } from './data/triggers.ts';
import { Triggers, type CanMatch } from './triggers.ts';
import type { ClaimType } from './types.ts';

export type Strength = 'strong' | 'medium' | 'weak';

/** The forms of support, with what each is worth. */
export const SUPPORT_FORMS = {
  link: 'strong',
  footnote: 'strong',
  citation: 'strong',
  'named source': 'strong',
  quotation: 'strong',
  artefact: 'strong',
  placeholder: 'strong',
  'measured figure': 'strong',
  passage: 'strong',
  figure: 'medium',
  coverage: 'medium',
  'before and after': 'medium',
  episode: 'medium',
  example: 'medium',
  mechanism: 'weak',
  experience: 'weak',
  scope: 'weak',
  group: 'weak',
} as const satisfies Record<string, Strength>;
export type SupportForm = keyof typeof SUPPORT_FORMS;

export interface Support {
  readonly form: SupportForm;
  readonly strength: Strength;
  /** UTF-16 offsets in the text that was looked at. */
  readonly span: Span;
  /** Whether it stands in a neighbouring sentence or in the list item above. */
  readonly isNear: boolean;
}

/** The support that one sentence gives by its own words; spans are offsets in it. */
export function supportIn(sentence: string, figures: readonly Figure[] = figuresOf(sentence)): readonly Support[] {
  const plain = straight(sentence);
  const found: Support[] = [];
  const canMatch = (triggers ??= new Triggers<string>(SUPPORT_TRIGGERS)).in(plain);
  // Neither pairs nor indices are taken apart here: engines take many times as long to optimise that.
  for (const formed of SUPPORT_PATTERNS) {
    const span = firstPlace(formed[0], formed[1], plain, canMatch);
    if (span !== undefined) found.push(supportOf(formed[0], span));
  }
  const outcome = figures.find(tellsOutcome);
  const period = figures.find(({ kind }) => kind === 'period' || kind === 'year');
  if (outcome !== undefined)
    found.push(supportOf(period !== undefined || primed(MEASURED).test(plain) ? 'measured figure' : 'figure', outcome.span));
  const coverage = period ?? figures.find(({ kind }) => kind === 'count');
  if (coverage !== undefined) found.push(supportOf('coverage', coverage.span));
  return found;
}

function supportOf(form: SupportForm, span: Span): Support {
  return { form, strength: SUPPORT_FORMS[form], span, isNear: false };
}

function firstPlace(form: SupportForm, patterns: readonly RegExp[], plain: string, canMatch: CanMatch<string>): Span | undefined {
  for (let i = 0; i < patterns.length; i++) {
    const match = canMatch(form, i) ? primed(patterns[i]!).exec(plain) : null;
    if (match !== null) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

let triggers: Triggers<string> | undefined;

export type Effect = 'none' | 'lowers' | 'cancels';

/** What the support found does to a claim of a type: nothing, one severity down, or no finding at all. */
export function effectOn(type: ClaimType, support: readonly Support[]): Effect {
  let effect: Effect = 'none';
  for (const one of support) {
    const given = effectOfOne(type, one);
    if (given === 'cancels') return 'cancels';
    if (given === 'lowers') effect = 'lowers';
  }
  return effect;
}

const SOURCES: ReadonlySet<SupportForm> = new Set([
  'link',
  'footnote',
  'citation',
  'named source',
  'quotation',
  'artefact',
  'placeholder',
  'passage',
]);

function effectOfOne(type: ClaimType, { form, isNear }: Support): Effect {
  if (SOURCES.has(form)) return form === 'placeholder' && isNear ? 'none' : 'cancels';
  switch (type) {
    case 'vague-authority':
      return 'none';
    case 'absolute':
      if (isNear) return form === 'example' ? 'lowers' : 'none';
      return form === 'coverage' || form === 'scope' || form === 'experience' ? 'cancels' : 'none';
    case 'superlative':
      if (isNear) return form === 'measured figure' ? 'cancels' : 'none';
      return form === 'measured figure' || form === 'figure' || form === 'scope' || form === 'group' || form === 'experience'
        ? 'cancels'
        : 'none';
    case 'impact':
    case 'comparative':
      if (form === 'measured figure' || form === 'figure' || (form === 'before and after' && !isNear)) return 'cancels';
      if (form === 'before and after') return 'lowers';
      return form === 'episode' || form === 'example' ? (isNear && form === 'episode' ? 'none' : 'lowers') : 'none';
    case 'causal':
      if (form === 'measured figure' || form === 'figure' || form === 'before and after' || (form === 'mechanism' && !isNear))
        return 'cancels';
      return form === 'example' ? 'lowers' : 'none';
    case 'figure':
      return form === 'measured figure' || form === 'before and after' || ((form === 'scope' || form === 'experience') && !isNear)
        ? 'cancels'
        : 'none';
    case 'vague-quantity':
      return form === 'measured figure' || form === 'figure' || form === 'before and after' ? 'cancels' : 'none';
    case 'importance':
      return form === 'mechanism' || (form === 'experience' && !isNear) ? 'cancels' : 'none';
  }
}

const NAME = String.raw`(?:[A-Z][\w.&'-]*[\w]|[A-Z]{2,})`;
/** Words that begin sentences and are no names. */
const NO_NAME = String.raw`(?!(?:The|This|That|These|Those|It|We|They|He|She|I|You|My|Our|And|But|So|Then|When|What|Which|Who|Many|Most|Some|All|Recent|Several|Studies|Research|Experts|Everyone|People|Data|Surveys?|Statistics|Science|Scientists|In|At|On|As|If)\b)`;
const DOCUMENT =
  'paper|report|benchmark|leaderboard|dashboard|audit|survey|review|post-?mortem|runbook|design doc|white ?paper|case study|test set|dataset|index|ranking|award|prize|repo|repository|changelog|handbook|study|trial|magazine|guideline';

/** The first pattern of a form that matches gives the place. */
export const SUPPORT_PATTERNS: readonly (readonly [SupportForm, readonly RegExp[]])[] = [
  ['placeholder', [/⟨[^⟩]{0,60}⟩/]],
  [
    'named source',
    [
      new RegExp(String.raw`\b[Aa]ccording to (?:the |our |my |a )?(?:\w+ ){0,2}?${NO_NAME}${NAME}`),
      /\b[Aa]ccording to (?:our|my|the) (?!experts?|stud|research|scien|analysts|reports?\b|literature|statistics|surveys?\b)(?:\w+ ){0,3}\w+/,
      new RegExp(
        String.raw`(?:^|[\s("])${NO_NAME}${NAME}(?: (?:et al\.?|and ${NAME}|${NAME}))?(?:'s)?(?: (?:\w+ )?(?:team|group|study|paper|report|survey|researchers))? (?:has |have |had )?(?:found|showed|shows|reported|reports|measured|published|argues|argued|concluded|estimates|estimated|says|said|wrote|writes|demonstrated|confirmed)\b`,
      ),
      new RegExp(
        String.raw`\b(?:study|studies|paper|papers|report|survey|benchmark|article|book|analysis|research|work|trial|review|experts?|researchers|scientists|data|figures|numbers|evidence)s? (?:by|from|at|of|in) (?:the )?${NO_NAME}${NAME}`,
        '',
      ),
      new RegExp(String.raw`\b${NO_NAME}${NAME}(?:'s|s') (?:\w+ ){0,2}?(?:${DOCUMENT})\b`),
      new RegExp(String.raw`\b${NO_NAME}${NAME} (?:et al\b|and (?:his |her |their )?(?:colleagues|co-?authors|team)\b)`),
      /\bas (?:the|our|my|their) (?:\w+ ){0,2}?(?:report|survey|audit|dashboard|figures|review|minutes|logs?|log book|books|data) (?:shows?|showed|says?|said|confirms?|confirmed)\b/i,
      /\b(?:by|on|from|in|according to) (?:our|my|their|its|the (?:\w+ )?\w+'s?) own (?:\w+ )?(?:counts?|counters?|figures|measurements?|logs?|books|scans?|records?|statistics|data|numbers|sheets?)\b/i,
      /\bin an? (?:19|20)\d\d (?:\w+ )?(?:study|paper|report|survey|review|trial|meta-analysis)\b/i,
    ],
  ],
  [
    'quotation',
    [/\b(?:said|told (?:me|us)|wrote|put it|asked|called (?:it|me|us))\b[^"]{0,30}"[^"]{15,}"/, /"[^"]{15,}"[^"]{0,10}\b(?:said|wrote)\b/],
  ],
  [
    'artefact',
    [
      /\b(?:PR|RFC|ADR|ISO|CVE|JIRA|ticket|issue|pull request|patent|arXiv|DOI)[\s:-]*#?\d[\w.-]*/i,
      new RegExp(String.raw`\b${NO_NAME}${NAME}(?: ${NAME}){0,2} (?:${DOCUMENT})s?\b`),
      /\b(?:MMLU|ImageNet|GLUE|SuperGLUE|SQuAD|HumanEval|GSM8K|COCO|SWE-bench|TPC-[A-Z]+|SPEC(?:int|fp)?|MLPerf|LibriSpeech|WMT\d*|Kinetics-\d+|VBench|Video-MME|ARC-AGI|HellaSwag|BLEU|NPS|OKR)\b/,
      /\b(?:in|by|on|from|with|per) (?:our|the|an?|my|that) (?:\w+ )?(?:A\/B test|a\/b test|controlled (?:trial|experiment)|randomi[sz]ed (?:trial|experiment)|post-?mortem|annual report|quarterly (?:report|review)|engagement survey|employee survey|customer survey|user survey|exit interviews?|external audit|load tests?|benchmarks?|dashboards?|monitoring|ablations?|blind test|user study|usability test)\b/i,
    ],
  ],
  [
    'before and after',
    [
      /(?<!\b(?:mov(?:ed?|ing)|migrat(?:ed?|ing|ion)|switch(?:ed|ing)?|transition(?:ed|ing)?|port(?:ed|ing)|convert(?:ed|ing)|chang(?:ed?|ing)|came|come|travell?ed|upgraded?)(?: [\w'-]+){0,3} )\bfrom (?!now\b|then\b|scratch\b|the (?:start|beginning|bottom|ground|very)\b|day\b|end to\b|start to\b|time to time\b|my\b|home\b|person\b|team to\b|place\b)[^,.;]{1,45}? (?:down |up )?to (?!the (?:end|top)\b)[\w⟨$€£]/i,
      /\b(?:to|under|below) (?:only |just |about |around |roughly |less than |under |nearly )?[$€£]?\d/i,
      /\b(?:used to (?:take|be|have|cost|need|get|spend|lose|wait|last)|previously (?:took|was|were|had)|it had taken|had been taking)\b/i,
      /\b(?:doubled|tripled|quadrupled|halved|in half|by half|twice (?:as|the)|half (?:as|the)|a (?:third|quarter|fifth|tenth)|(?:two|three) (?:thirds|quarters|times)|tenfold)\b/i,
      /\b(?:went|gone|moved|came|fell|dropped|rose|grew) from\b/i,
      /\b(?:before (?:that|this|the)|until then|at first|initially)\b[^.]{3,60}\b(?:after(?:wards)?|now|then|later|by the end)\b/i,
    ],
  ],
  [
    'episode',
    [
      /\b(?:last|this|that|one) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|quarter|night|morning|weekend|christmas|black friday)\b/i,
      /\b(?:in|on|since|by|until) (?:january|february|march|april|may|june|july|august|september|october|november|december|(?:early |late |mid-?)?(?:19|20)\d\d|q[1-4]|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i,
      /\b(?:at (?:\d|two|three|four|five|six) (?:a\.?m|p\.?m|o'clock)|black friday|the day (?:before|after)|two (?:weeks|days|months) (?:before|after|later|in))\b/i,
    ],
  ],
  [
    'example',
    [/^\W*(?:for example|for instance|take|one example|to give (?:you )?an example)\b/i, /\b(?:for example|for instance|such as when)\b/i],
  ],
  ['mechanism', [/\b(?:because(?! of)|since|by \w+ing|so that|as it|as they|in that|due to the fact|otherwise)\b/i]],
  [
    'experience',
    [
      /\b(?:in my (?:own )?experience|as far as (?:i|we) (?:know|could see|saw)|from what (?:i|we) (?:saw|have seen|'ve seen)|that (?:i|we) (?:know|knew) of|i(?:'ve| have) (?:used|worked|seen|met|had|managed|known|ever|taught|led|built)|i ever (?:saw|had|used)|of my career|to my knowledge)\b/i,
    ],
  ],
  [
    'scope',
    [
      /\b(?:in|on|during|for|across|within|under|at) (?:all )?(?:our|my|the|that|those|this|these) (?:\w+ ){0,2}?(?:tests?|testing|data|pilots?|trials?|experiments?|evaluations?|benchmarks?|setup|settings?|sample|test set|validation set|period|load|cohort|rehearsals?|drills?|workload|use case|simulations?)\b/i,
      /\b(?:so far|(?<!\bup )to date|until now|up to now|as yet|at the time|since launch|since then|since (?:the )?(?:launch|release|go-live|migration|rollout)|on my watch|during my time)\b/i,
      /\b(?:in most cases|for the most part|with one exception|except (?:for|when|once|in)|apart from|as long as|provided (?:that )?|only when|only if|unless)\b/i,
    ],
  ],
  [
    'group',
    [
      /\b(?:in|on|of|across|within|at|among) (?:all )?(?:our|my|the|that|this|their) (?:\w+ ){0,2}?(?:region|department|team|class|ward|group|school|store|branch|year group|office|project|company|firm|shift|hospital|course|district|plant|bootcamp|programme?|batch|kitchen)\b/i,
    ],
  ],
];

/** What makes a figure more than a number: what it is measured against, when, or how. */
const MEASURED =
  /\bfrom\b[^.]{1,45}\bto\b|\bthan\b|\bcompared\b|\bversus\b|\bvs\b|\brelative to\b|\bmeasured\b|\ba\/b\b|\bper (?:day|week|month|year|quarter|hour|user|request|person|unit|sprint|store|shift)\b|\ba (?:day|week|month|year|quarter|shift)\b|\b(?:last|this|next|that|each|every|the (?:first|second|third|fourth)) (?:year|quarter|month|week|season|term|semester|sprint|half|summer|winter|spring|autumn)\b|\bq[1-4]\b|\bp(?:50|90|95|99)\b|\bmedian\b|\bon average\b|\baverage\b|\byear[- ](?:over|on)[- ]year\b|\bbaseline\b|\bbenchmark|\bover (?:the )?(?:course|previous|old)\b|\bof (?:the |our |all |my )?(?:\w+ )?(?:users|customers|clients|patients|students|requests|cases|calls|orders|respondents|staff|tickets|answers|samples|\d[\d,]*)\b|\bout of\b|\bsurvey|\baudit|\bdashboard|\breport(?:ed)?\b|\b(?:within|in|over|after|during) (?:a|one|the first) (?:year|month|quarter|week|day|season|term)\b/i;
