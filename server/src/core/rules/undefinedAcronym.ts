/** Rule `jargon/undefined-acronym`: an acronym is used before anybody has said what it stands for. */

import { describeAudienceFirst, type Audience } from '../jargon/audience.ts';
import { expansionByCompany } from '../jargon/company.ts';
import { audienceFixes, expandFix, PLACEHOLDER, vocabularyFix } from '../jargon/fixes.ts';
import { factsOf, firstUnexplained, jargonOfFile, placeInFile, spokenOf, type Use } from '../jargon/ofFile.ts';
import { meaningsOf } from '../jargon/pack.ts';
import type { Expansion } from '../jargon/vocabulary.ts';
import { t } from '../locale/locale.ts';
import type { Span } from '../text/span.ts';
import { frequencyOf } from '../words/frequency.ts';
import type { FileRule, Fix, Found } from './rule.ts';

export const undefinedAcronym: FileRule<'jargon/undefined-acronym'> = {
  id: 'jargon/undefined-acronym',
  scope: 'file',
  severity: 'information',
  severityFor: { recruiter: 'warning', hiringManager: 'warning' },
  summary: 'An acronym is used that the audience may not know, and nothing says what it stands for.',
  *check(file, settings): Iterable<Found> {
    const jargon = jargonOfFile(file, settings);
    for (const uses of jargon.uses.values()) {
      const use = firstUnexplained(jargon, uses);
      if (use === undefined || isName(use)) continue;
      const { name, answer } = use;
      const placeholder = placeholderBefore(use);
      if (placeholder !== undefined) {
        const message = t('Fill in what "{0}" stands for.', name);
        yield { span: placeInFile(answer, placeholder), audience: answer.audience, message, fixes: [vocabularyFix(file, name)] };
        continue;
      }
      const { expansions, isSure } = weigh(use, jargon.vocabulary.expansionsOf(name));
      yield {
        span: placeInFile(answer, use.spoken),
        audience: answer.audience,
        message: messageFor(use, isSure ? expansions[0] : undefined),
        fixes: [
          ...expandFixes(expansions, isSure).map(([expansion, isPreferred]) => expandFix(file, use, expansion, isPreferred)),
          vocabularyFix(file, name),
          ...audienceFixes(file, answer, knowers(name)),
        ] satisfies Fix[],
      };
    }
  },
};

/** The placeholder that our own fix has put before the acronym, as long as it is there. */
function placeholderBefore({ answer, spoken }: Use): Span | undefined {
  const end = spoken.start - ' ('.length;
  const start = end - PLACEHOLDER.length;
  return start >= 0 && spokenOf(answer).startsWith(`${PLACEHOLDER} (`, start) ? { start, end } : undefined;
}

/**
 * The expansions, the likeliest first, and whether that one is meant and not just one of several. The user's own material is
 * believed; among meanings of the lists, the company of the answer's other acronyms decides.
 */
function weigh(
  { name, answer }: Use,
  expansions: readonly Expansion[],
): { readonly expansions: readonly Expansion[]; readonly isSure: boolean } {
  const [first, second] = expansions;
  if (first === undefined || second === undefined) return { expansions, isSure: first !== undefined };
  if (first.from !== 'pack') return { expansions, isSure: second.from === 'pack' };
  const beside = factsOf(answer).shortForms.map((short) => short.name);
  const likely = expansionByCompany(name, beside);
  const meant = expansions.find(({ expansion }) => expansion === likely);
  return meant === undefined
    ? { expansions, isSure: false }
    : { expansions: [meant, ...expansions.filter((one) => one !== meant)], isSure: true };
}

function messageFor({ name, answer }: Use, meant: Expansion | undefined): string {
  const audience = describeAudienceFirst(answer.audience);
  return meant === undefined
    ? t('{0} may not know what "{1}" stands for.', audience, name)
    : t('{0} may not know what "{1}" stands for ({2}).', audience, name, meant.expansion);
}

/** The most trusted expansions, else a placeholder. Only what the user's own material says, or what is surely meant, is preferred. */
function expandFixes(expansions: readonly Expansion[], isSure: boolean): readonly (readonly [string, boolean])[] {
  const [first] = expansions;
  if (first === undefined) return [[PLACEHOLDER, true]];
  const isPreferred = isSure || first.from !== 'pack';
  return expansions.slice(0, MOST_EXPANSIONS).map(({ expansion }, i) => [expansion, isPreferred && i === 0]);
}

const MOST_EXPANSIONS = 3;

function knowers(name: string): ReadonlySet<Audience> {
  return new Set(meaningsOf(name).flatMap(({ audiences }) => [...audiences]));
}

/** Whether an acronym that no list knows is the name of a model, a product or an employer, or stands in code or an address. */
function isName({ name, answer, spoken }: Use): boolean {
  const text = spokenOf(answer);
  const before = text.slice(Math.max(0, spoken.start - NAME_REACH), spoken.start);
  const after = text.slice(spoken.end, spoken.end + 3);
  if (/[\p{L}\p{N}][.@_/\\]$|[_@\\#$]$/u.test(before) || /^(?:[_@\\(=]|[./]\p{L})/u.test(after)) return true;
  // "Megatron-LM" is a name as a whole.
  // eslint-disable-next-line regexp/no-super-linear-move -- Bounded by NAME_REACH.
  if (/\p{Lu}[\p{L}\p{N}]+-$/u.test(before) && !/\p{Lu}{2,}s?-$/u.test(before)) return true;
  // "BS 5839" and "EN 1090" name a standard by its number.
  if (/^ \d{2,6}(?=[,.;:!?)\n]|$| (?:and|or|in|is|was|for|to|with|from|by|on|as)\b)/.test(text.slice(spoken.end, spoken.end + NAME_REACH)))
    return true;
  // "Delta Bank", "Austin, TX"
  if (ORGANIZATION.test(text.slice(spoken.end, spoken.end + NAME_REACH))) return true;
  if (/\p{Lu}\p{Ll}+, $/u.test(before) && STATES.has(name)) return true;
  if (meaningsOf(name).length > 0) return false;
  if (isShouted(name, text.slice(spoken.end, spoken.end + NAME_REACH), before)) return true;
  // "ABB Robotics", "J.P. Morgan"
  if (/^ \p{Lu}\p{Ll}/u.test(after)) return true;
  return /\d/.test(name) || EMPLOYER.test(before);
}

/** "I was HAPPY": a word that people say every day is an acronym only where somebody calls it a tool. */
function isShouted(name: string, after: string, before: string): boolean {
  return (
    name.length >= SHORTEST_SHOUT &&
    /^\p{Lu}+$/u.test(name) &&
    frequencyOf(name) === 'common' &&
    !TOOL.test(after) &&
    !/\b(?:called|named|using|use|used|stands for|is)\s(?:the\s)?$/i.test(before)
  );
}

const SHORTEST_SHOUT = 4;
const TOOL =
  /^s?\s(?:acronym|analysis|approach|assessment|checklist|criteria|framework|matrix|method|mnemonic|model|principles?|process|programme?|protocol|score|scale|standards?|system|technique|tool)\b/;
const ORGANIZATION =
  /^ (?:Inc|Ltd|GmbH|Group|Corp|Bank|Airlines|Airways|University|College|School|Hospital|Trust|Holdings|Records|Motors|Pharma|Foods|Energy|Insurance|Foundation|Institute|Arena|Stadium|Airport|Museum)\b/;
const EMPLOYER =
  /\b(?:at|joined|left|(?:work(?:ed|ing|s)?|job|role|career|intern(?:ed|ship)?|employed|placement|time|years?|months?) (?:at|for|with|by)|hired by|acquired by|bought by|moved to)\s(?:the\s)?$/i;
const STATES: ReadonlySet<string> = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX ' +
    'UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK NSW VIC QLD TAS ACT'
  ).split(' '),
);

const NAME_REACH = 24;
