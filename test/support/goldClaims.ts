/** Holds the claim rules against the gold answers, sentence by sentence, and other checkers beside them. */

import { analyse } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/findings.ts';
import { RULE_OF_TYPE } from '../../server/src/core/claims/claimRules.ts';
import type { ClaimType } from '../../server/src/core/claims/types.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { goldOf, type GoldAnswer, type GoldSentence } from './gold.ts';
import { peersOf, type Peer } from './peers.ts';
import { describeTally, perHundred, share, tally } from './scores.ts';

const SEVERITIES = ['warning', 'information', 'hint'] as const;

interface Judged {
  readonly answer: GoldAnswer;
  readonly sentence: GoldSentence;
  /** What the claim rules say of the sentence. */
  readonly finding: Finding | undefined;
}

export async function reportClaims(args: readonly string[], root: string): Promise<void> {
  const answers = goldOf(args, root);
  const judged = answers.flatMap((answer) => judge(answer));
  if (args.includes('--errors')) printErrors(judged);
  const words = sum(answers.map((answer) => answer.words));
  console.log(
    `Claims in ${answers.length} gold answers, ${judged.length} sentences, ${words} words (${args.includes('--held') ? 'held' : 'dev'})`,
  );
  for (const [type, rule] of Object.entries(RULE_OF_TYPE) as [ClaimType, string][]) {
    const counts = tally();
    for (const { sentence, finding } of judged) {
      const found = finding?.rule === rule;
      const labelled = sentence.claim === type && sentence.severity !== undefined;
      counts.found += Number(found);
      counts.labelled += Number(labelled);
      counts.right += Number(found && labelled);
    }
    console.log(`  ${rule.padEnd(32)} ${describeTally(counts)}`);
  }
  console.log(`  ${'any claim, by sentence'.padEnd(32)} ${describeTally(flagged(judged, ({ finding }) => finding !== undefined, isOpen))}`);
  console.log(`  ${'warnings'.padEnd(32)} ${describeTally(flagged(judged, isWarned, isWarning))}`);
  const isSupported = ({ sentence }: Judged): boolean => sentence.claim !== undefined && sentence.severity === undefined;
  const supported = judged.filter(isSupported);
  console.log(`  supported claims flagged ${share(supported.filter(({ finding }) => finding !== undefined).length, supported.length)}`);
  console.log(`  supported claims warned of ${share(supported.filter(isWarned).length, supported.length)}`);
  const flags = SEVERITIES.map((severity) => {
    const count = judged.filter(({ finding }) => finding?.severity === severity).length;
    const gold = judged.filter(({ sentence }) => sentence.severity === severity).length;
    return `${severity} ${perHundred(count, words)} (labelled ${perHundred(gold, words)})`;
  });
  console.log(`  flags per 100 words: ${flags.join(', ')}`);
  const clean = answers.filter(({ sentences }) => sentences.every(({ severity }) => severity !== 'warning'));
  const warned = judged.filter((one) => clean.includes(one.answer) && isWarned(one)).length;
  const cleanWords = sum(clean.map((answer) => answer.words));
  console.log(`  warnings per 100 words in the ${clean.length} answers without one: ${perHundred(warned, cleanWords)} (${warned})`);
  console.log('\nOther checkers, by sentence: claims, weasel words and hedges against any labelled claim, and against warnings');
  for (const peer of await peersOf('claims', args, root)) await reportPeer(peer, judged, words);
}

async function reportPeer({ name, find }: Peer, judged: readonly Judged[], words: number): Promise<void> {
  const found = new Set<Judged>();
  let flags = 0;
  for (const one of judged) {
    const spans = await find(one.sentence.text);
    flags += spans.length;
    if (spans.length > 0) found.add(one);
  }
  const hits = (one: Judged): boolean => found.has(one);
  console.log(`  ${name.padEnd(20)} any claim: ${describeTally(flagged(judged, hits, isOpen))}`);
  console.log(
    `  ${''.padEnd(20)} warnings:  ${describeTally(flagged(judged, hits, isWarning))} flags per 100 words: ${perHundred(flags, words)}`,
  );
}

/** The findings of the product itself, each beside the sentence it is in. */
function judge(answer: GoldAnswer): readonly Judged[] {
  const { findings } = analyse(answer.text, { settings: readSettings({}).settings, isListed: true });
  return answer.sentences.map((sentence) => ({
    answer,
    sentence,
    finding: findings.find(
      ({ rule, span }) => rule.startsWith('claim/') && sentence.span.start <= span.start && span.start < sentence.span.end,
    ),
  }));
}

function isWarning({ sentence }: Judged): boolean {
  return sentence.severity === 'warning';
}

function isOpen({ sentence }: Judged): boolean {
  return sentence.severity !== undefined;
}

function isWarned({ finding }: Judged): boolean {
  return finding?.severity === 'warning';
}

function flagged(
  judged: readonly Judged[],
  isFound: (one: Judged) => boolean,
  isLabelled: (one: Judged) => boolean,
): ReturnType<typeof tally> {
  const counts = tally();
  for (const one of judged) {
    counts.found += Number(isFound(one));
    counts.labelled += Number(isLabelled(one));
    counts.right += Number(isFound(one) && isLabelled(one));
  }
  return counts;
}

/** What was missed (-), what is too much (+), and what is louder or quieter than it should be (~). Not for the half kept out. */
function printErrors(judged: readonly Judged[]): void {
  for (const { answer, sentence, finding } of judged) {
    if (answer.half === 'held' || finding?.severity === sentence.severity) continue;
    const sign = finding === undefined ? '-' : sentence.severity === undefined ? '+' : '~';
    const gold = `${sentence.claim ?? 'none'}:${sentence.severity ?? '-'}`;
    const own = finding === undefined ? '' : ` we: ${finding.rule}:${finding.severity}`;
    console.log(`${sign} ${answer.name.slice(0, 2)} ${gold}${own}  ${sentence.text}`);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
