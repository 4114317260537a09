/** Finds the surface cues of a sentence: figures, tenses, comparisons, people and attitudes, in one pass over its words. */

/** How often each cue occurs in a sentence. */
export type Cues = Readonly<Record<Cue, number>>;

/**
 * What a sentence shows on its surface.
 * - `percent`, `money`, `unit`: a number with a measure; `bigNumber`: hundred and above; `number`: any other; `year`: 1900 to 2099.
 * - `past`, `perfect`, `progressive` (of others: "they are leaving"): verbs; `change`: verbs such as rise or cut in the past; `vote`: acts on record (passed, signed, voted).
 * - `comparative` needs a "than" or "as … as"; `superlative`, `extreme` (ever, first time), `quantifier` (half, most, twice).
 * - `name`: capitalised words inside the sentence; `statistic`: rate, average, cost; `time`: last year, since; `source`: according to.
 * - the rest speak against a claim: `question`, `opinion`, `modal`, `future`, `wish`, `address`, `hypothetical`, `evaluation`.
 */
export type Cue = (typeof CUES)[number];

export const CUES = [
  'percent',
  'money',
  'unit',
  'bigNumber',
  'number',
  'year',
  'past',
  'perfect',
  'progressive',
  'change',
  'vote',
  'comparative',
  'superlative',
  'extreme',
  'quantifier',
  'name',
  'statistic',
  'time',
  'source',
  'thirdPerson',
  'firstPerson',
  'secondPerson',
  'question',
  'opinion',
  'modal',
  'future',
  'wish',
  'address',
  'hypothetical',
  'evaluation',
  'negation',
  'words',
] as const;

/** Counts the cues of one sentence. Linear in its length. */
export function cuesOf(sentence: string): Cues {
  const counts = Object.fromEntries(CUES.map((cue) => [cue, 0])) as Record<Cue, number>;
  const tokens = sentence.match(TOKEN) ?? [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (/\d/.test(token)) {
      counts[figureCue(token, tokens[i + 1], tokens[i + 2])]++;
      continue;
    }
    const word = token.toLowerCase();
    if (NUMBER_WORDS.has(word)) {
      counts[figureCue(token, tokens[i + 1], tokens[i + 2])]++;
      continue;
    }
    counts.words++;
    const cues = LEXICON.get(word);
    if (cues !== undefined) for (const cue of cues) counts[cue]++;
    else if (word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word)) counts.past++;
    if (i > 0 && /^[A-Z]/.test(token) && !NOT_NAMES.has(word)) counts.name++;
  }
  for (const [cue, pattern] of PHRASES) if (pattern.test(sentence)) counts[cue]++;
  return counts;
}

const TOKEN = /[$€£]?\d[\d.,]*\d%?|[$€£]?\d%?|[A-Za-z]+(?:['’][a-z]+)?|%/g;

/** Which kind of figure a number is, by its own signs and the word behind it. */
function figureCue(token: string, next = '', second = ''): Cue {
  const after = next.toLowerCase();
  if (token.endsWith('%') || after === '%' || after === 'percent' || after === 'per') return 'percent';
  if (/^[$€£]/.test(token) || /^(?:dollars?|euros?|pounds?|cents?|bucks)$/.test(after)) return 'money';
  if (/^(?:19|20)\d\d$/.test(token)) return 'year';
  if (MAGNITUDES.has(after) || MAGNITUDES.has(token.toLowerCase()) || /\d[\d,]{2,}/.test(token)) return 'bigNumber';
  // A number before a plural counts something: "14 statutes", "three new plants".
  if (isPlural(after) || (/^[a-z-]+$/.test(after) && !FUNCTION_WORDS.has(after) && isPlural(second.toLowerCase()))) return 'unit';
  return 'number';
}

const MAGNITUDES = words('hundred hundreds thousand thousands million millions billion billions trillion trillions k m bn');
const NUMBER_WORDS = words(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion',
);
const FUNCTION_WORDS = words(
  'of and or but to in on at for from with by is was are were has have had that this these those the a an my our your his',
);
/** Plurals without an s, and words with one that are none. */
const PLURALS = words('people men women children feet percent');
const SINGULARS = words('is was has his this its us as yes less plus always perhaps besides towards across does thus');

function isPlural(word: string): boolean {
  return PLURALS.has(word) || (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !SINGULARS.has(word));
}

/** Words that end like a past tense and are none, mostly. */
const NOT_PAST = words(
  'need indeed speed exceed succeed proceed hundred sacred wicked naked rugged interested committed united supposed gifted',
);
/** Words with a capital that name nobody. */
const NOT_NAMES = words("i i’m i’ve i’d i’ll i'm i've i'd i'll mr mrs ms dr sir jim god well now and but so the");

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

const WORDS: Readonly<Partial<Record<Cue, string>>> = {
  percent: 'percent percentage',
  money: 'dollar dollars',
  past: 'was were had did went came got took gave made said told found built left lost won ran spent paid kept held brought began knew saw wrote became led sent met thought drew fought stood taught fell felt heard sold spoke broke chose drove ate flew forgot froze hid laid lay lent meant rode rang rose sat shook shot shut slept spread stole struck swore swept threw understood woke wore bought caught dealt bore beat ' +
    "didn't wasn't weren't hadn't couldn't didn’t wasn’t weren’t hadn’t couldn’t",
  change:
    'increased decreased reduced cut doubled tripled halved quadrupled grew rose fell dropped declined raised lowered expanded shrank saved created added eliminated lost gained improved slashed boosted climbed',
  vote: 'voted vetoed signed passed opposed supported enacted proposed appointed introduced approved abolished banned launched closed opened published sold bought hired fired',
  superlative:
    'biggest largest highest lowest fastest worst fewest greatest longest smallest richest poorest strongest weakest oldest youngest cheapest safest',
  extreme: 'ever record unprecedented history',
  quantifier:
    'half twice double triple third thirds fourth fifth quarter quarters majority most average nearly approximately roughly almost total fewer dozens combined',
  statistic:
    'rate rates average cost costs price prices number numbers budget deficit debt income incomes spending tax taxes jobs unemployment inflation wages premiums crime poverty growth revenue sales share percent level levels',
  time: 'since ago yesterday monthly annually yearly decade decades century',
  thirdPerson: "he she they his her their it its he's she's they're they've he’s she’s they’re they’ve",
  firstPerson: 'we our us',
  secondPerson: 'you your yours',
  opinion: 'think believe feel hope guess suppose opinion disagree agree',
  modal: 'should must ought need needs could would may might can cannot',
  future: 'will shall gonna',
  wish: 'want wants like love let please',
  address: 'thank thanks ladies gentlemen jim sir tonight moderator audience',
  hypothetical: 'if unless whether imagine supposing',
  evaluation: 'important critical great good bad wrong right terrible wonderful tremendous proud strong fair best better sad tough sure',
  negation: 'not never no nothing nobody',
};

const LEXICON: ReadonlyMap<string, readonly Cue[]> = lexicon();

function lexicon(): ReadonlyMap<string, readonly Cue[]> {
  const map = new Map<string, Cue[]>();
  for (const [cue, list] of Object.entries(WORDS) as [Cue, string][]) {
    for (const word of list.split(' ')) map.set(word, [...(map.get(word) ?? []), cue]);
  }
  for (const cues of map.values()) if (cues.includes('change') || cues.includes('vote')) cues.push('past');
  return map;
}

const PHRASES: readonly (readonly [Cue, RegExp])[] = [
  ['percent', /\bper ?cent\b|\bpercentage points?\b/i],
  ['unit', /\b\d+ (?:out )?of (?:the |every )?\d+\b|\b(?:one|two|three|four)[- ](?:half|third|quarter|fifth|tenth)s?\b/i],
  // A plural, or "they": "our plants are leaving".
  ['progressive', /(?:s|\b(?:they|people|he|she))(?: are| is|['’]re|['’]s) (?:still |now |already )?(?!going|during|nothing)[a-z]{3,}ing\b/i],
  [
    'perfect',
    /\b(?:has|have|had|hasn['’]t|haven['’]t|'ve|’ve|'s|’s) (?:been |already |never |now |actually |just )?(?:\w+ed|been|had|done|made|seen|gone|taken|given|lost|gotten|got|put|cut|spent|built|become)\b/i,
  ],
  ['comparative', /\b(?:more|less|fewer|\w{2,}er) (?:\w+ ){0,5}?than\b|\bas \w+ as\b|\bcompared (?:to|with)\b/i],
  ['superlative', /\bthe (?:most|least) \w+|\b(?:one|some) of the (?:\w+est|most)\b/i],
  ['extreme', /\b(?:first|only) (?:time|\w+ (?:in|to|ever))\b/i],
  [
    'extreme',
    /\b(?:the )?first (?:[\w-]+ ){1,2}(?:ever|that|who|to)\b|\bin the (?:whole |entire )?(?:world|country|nation)\b|\bused to (?:have|be)\b/i,
  ],
  [
    'source',
    /\b(?:he|she|they)(?:['’]d)?(?: (?:himself|herself|just|even|also|now|once))? (?:says?|said|claims?|claimed|promised|admitted)\b|\bheard (?:him|her|them|the \w+) say\b/i,
  ],
  ['time', /\b(?:last|past|previous) (?:\w+ )?(?:years?|months?|weeks?|decades?|quarter|night)\b|\bin (?:the )?(?:19|20)\d\d\b/i],
  ['source', /\baccording to\b|\b(?:studies|study|report|poll|survey|data|figures?|numbers) (?:show|says?|found|suggests?)\b/i],
  ['question', /\?["'”’)]?\s*$|^(?:what|why|how|who|where|when|do|does|did|is|are|isn['’]t|can|could|would|will|should)\b[^.]*\?/i],
  [
    'opinion',
    /\b(?:i (?:think|believe|feel|hope|know|guess|suggest|wonder|don['’]t (?:think|know|believe))|in my (?:view|opinion|judgment)|to me|frankly|it seems)\b/i,
  ],
  ['future', /(?:['’]ll|\bgoing to|\bplans? to|\bintend to|\bwon['’]t)\b/i],
  [
    'wish',
    /\b(?:i(?:['’]d| would) like|let(?:['’]s| me| us)|i want|we want|looking forward|i['’]m (?:glad|happy|proud|sure|sorry|excited))\b/i,
  ],
  ['address', /\b(?:mr|mrs|ms)\.? president\b[.,]?\s*$|^(?:well|look|now|listen|okay|yes|no|sure|right|thank you)\b/i],
  ['modal', /\b(?:has|have|had|need|needs|got) to\b|\bought to\b/i],
];
