/** The claim rules: what is found, what is left alone, what supports a claim, and that the fixes mend it. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/findings.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { markdown } from '../support/markdownArbitrary.ts';
import { mark, unmark } from '../support/marked.ts';
import { words } from '../support/words.ts';

function findings(text: string, settings: unknown = {}): readonly Finding[] {
  return analyse(text, { settings: readSettings(settings).settings, isListed: true }).findings;
}

function claims(text: string, settings: unknown = {}): readonly Finding[] {
  return findings(text, settings).filter(({ rule }) => rule.startsWith('claim/'));
}

/** An answer in which what the rule reports is marked with «…»; `severity` is that of what is marked. */
function check(rule: string, marked: string, severity?: string): void {
  const { text } = unmark(marked);
  const before = '# Q\n\n';
  const found = claims(`${before}${text}\n`).filter((finding) => finding.rule === rule);
  const spans = found.map(({ span }) => ({ start: span.start - before.length, end: span.end - before.length }));
  expect(mark(text, spans)).toBe(marked);
  if (severity !== undefined) expect(found.map((finding) => finding.severity)).toEqual([severity]);
}

describe('claim/absolute', () => {
  const rule = 'claim/absolute';
  test.each([
    'The exporter «never fails».',
    'It costs two milliseconds a call, but the exporter «never fails», which is critical for us.',
    'I «never miss» a deadline.',
    'We have «never lost» a customer.',
    'The review «catches every bug» before the release.',
    'We moved the shop with «zero downtime».',
    'Retrying «always works».',
    'The type system «guarantees» correctness.',
    'The lock makes duplicates «impossible».',
    'The move went through «without a single incident».',
    'It will «never break» under load.',
    'The dosing chart «prevents every mistake».',
    'We «completely eliminated» typing errors.',
    'I «always deliver» on time.',
    'Our process is «bulletproof».',
    'The alarm «never fails» to catch a leak.',
    'The dam «cannot flood».',
    'The filter «catches everything».',
    'The rota «scales infinitely».',
    'All parcels are «always delivered» on time.',
    '«All my plans have worked».',
    '«Every apprentice passes».',
    'Our lessons «never slip».',
    '«Nobody gets left behind».',
    "The lift «doesn't break».",
    'I «consistently meet» my targets.',
    'It gives the right dose «every time».',
    'Our trains are «a hundred per cent» reliable.',
    'The lock «cannot be bypassed».',
    'The branch has «no complaints at all».',
    '«Not a single parcel was lost».',
    "We «didn't lose a single customer».",
    '«There is no way to cheat».',
    '«All our deliveries arrive on time».',
    'I wrote a rota, and «it just works».',
  ])('reports %s', (marked) => check(rule, marked, 'warning'));

  test.each([
    'I always ask what the patient is afraid of.',
    'My mother never fails to amaze me.',
    'It always takes a while.',
    'My manager always said so.',
    'It has never been my way.',
    'I check twice, so that it never breaks.',
    "If it doesn't break, I leave it alone.",
    'Nobody is waiting for our letters.',
    'Everyone in the room agreed.',
    'There is no way to the roof.',
    'Not a single cloud was there.',
    'All our trains leave from the north side.',
    'I read every letter, without exception.',
    'He catches everything that I forget.',
    'My marks are consistently higher than the average.',
    'I am a hundred per cent sure.',
    'Nobody is perfect.',
    'Never mind the details.',
    'I have always been interested in bridges.',
    'It almost never fails.',
    'It is not always easy.',
    'In our tests it never failed.',
    'It has never failed in eighteen months.',
    'I think it never fails.',
    'Does it never fail?',
    'If it never fails, we keep it.',
    'We should never break the build.',
    'I never lost sight of the goal.',
    'I never worked abroad before.',
    'To guarantee valid output, we used a grammar.',
    'He complained that we never listened.',
    'The exporter [never fails](https://example.org/report).',
    'The exporter never fails.[^1]\n\n[^1]: The report of May.',
    'The exporter never fails. <!-- source: report of May -->',
  ])('leaves alone %s', (text) => check(rule, text));
});

describe('claim/comparative-no-baseline', () => {
  const rule = 'claim/comparative-no-baseline';
  test.each([
    'This made the detectors «better at spotting» cracks.',
    'The new pipeline is «much faster» and safer.',
    'After the rewrite our releases became «more stable».',
    'That gave us «better results» on long texts.',
    'The new form made checkout «simpler» for customers.',
    'Pupils who fold paper understand fractions «better».',
    'We shipped «faster».',
    'Our model «outperforms» everything else.',
    'Booking a room takes «less time» now.',
    'Our grades got «better and better».',
  ])('reports %s', (marked) => check(rule, marked, 'warning'));

  test.each([
    'The new pipeline is faster than the old one.',
    'The new pipeline is faster: builds went from ten minutes to two.',
    'It became more stable. Crashes fell by 40 percent.',
    'I felt better after that.',
    'I got better and better.',
    'Booking takes less time than before the move.',
    'The nurses tell us it feels safer.',
    'That made me more careful.',
    'I want to get better at delegating.',
    'A better way would be to ask first.',
    'I believe the team is stronger now.',
    'I wish the build were faster.',
    'I learned to listen more and talk less.',
    'Later I moved to a larger team.',
    'Sooner or later somebody asks.',
    'It is easier to ask than to guess.',
  ])('leaves alone %s', (text) => check(rule, text));
});

describe('claim/impact-no-figure', () => {
  const rule = 'claim/impact-no-figure';
  test.each([
    'I «improved the onboarding process» for new nurses.',
    'We «cut costs» in three warehouses.',
    'The change «had a huge impact» on morale.',
    '«Complaints dropped» after that.',
    'It «was a great success».',
    'That «saved the company a lot of money».',
    'We moved to weekly releases, «reducing errors» in production.',
    'The «backlog is gone».',
    'The clubs «closed the gap» between the year groups.',
    'I took the bakery to «a whole new level».',
    'Sales are «up».',
    'Pupil behaviour «improved» after that.',
    'The new rota «unlocked savings».',
  ])('reports %s', (marked) => check(rule, marked, 'warning'));

  test.each([
    'I reduced the waiting time from 40 to 25 minutes.',
    'We cut costs by a third.',
    'We cut costs. The bill went from 900 to 600 euros a month.',
    'The goal was to reduce waiting times.',
    'My manager said we had improved a lot.',
    'I improved my French in Lyon.',
    'I raised a concern with my manager.',
    'We increased the batch size to 512.',
    'I reduced the data to the columns that matter.',
    'I grew up in a small town.',
    'I lowered my voice.',
    'My French improved.',
    'The results are up on the wall.',
    'I took the pram to the next floor.',
    'We did not improve the numbers.',
    'I would have reduced costs first.',
  ])('leaves alone %s', (text) => check(rule, text));

  test('a dated episode takes it down to information', () => check(rule, 'Last March we «cut costs» in the warehouse.', 'information'));
});

describe('claim/vague-authority', () => {
  const rule = 'claim/vague-authority';
  test.each([
    '«Studies show» that pairs work well.',
    '«Research has shown» that sleep matters.',
    '«It is well known» that retries help.',
    '«Everyone knows» that meetings waste time.',
    'As «everybody in the trade knows», wet wood shrinks.',
    '«Best practice is» to rotate the keys.',
    '«Research on sleep shows» that naps help.',
    '«A study found» that pairs work well.',
    '«We all know» that meetings waste time.',
    '«It is a well-known fact» that wet wood shrinks.',
    'Folding «is proven» to help.',
    'We follow «industry best practices».',
    'This is the way to go, «according to experts».',
  ])('reports %s', (marked) => check(rule, marked, 'warning'));

  test.each([
    'A study by Deci and Ryan shows that autonomy matters.',
    'According to Gallup, few people feel engaged.',
    'Our survey showed that people wanted fewer meetings.',
    'It is well known in our team that I ask a lot.',
    'Everyone knows what they have to do.',
    'Everyone in our office agrees that it is cold.',
    'Everybody agreed on the date.',
    'I read a study by Deci and Ryan.',
    'Our own tests have proven it.',
    'Studies show that pairs work well.[^1]\n\n[^1]: Cockburn and Williams.',
  ])('leaves alone %s', (text) => check(rule, text));
});

describe('claims that are reported quietly', () => {
  test.each([
    ['claim/superlative', 'We built the «fastest search» engine on the market.', 'information'],
    ['claim/superlative', 'You are «the market leader».', 'information'],
    ['claim/causal', 'The training «led to a new contract» with the city.', 'information'],
    ['claim/importance', 'Timing is «critical».', 'hint'],
    ['claim/vague-quantity', 'I have served «countless customers».', 'hint'],
    ['claim/figure-no-source', 'About «40 percent» of projects fail.', 'hint'],
  ])('%s reports %s', (rule, marked, severity) => check(rule, marked, severity));

  test.each([
    ['claim/superlative', 'The hardest part was telling the customer.'],
    ['claim/superlative', 'I do my best to answer quickly.'],
    ['claim/superlative', 'It is the fastest engine I have used.'],
    ['claim/superlative', 'I was the best seller in my region.'],
    ['claim/causal', 'The corridor leads to the canteen.'],
    ['claim/causal', 'I led to the door whoever asked.'],
    ['claim/causal', 'The training led to fewer falls, from nine to four a month.'],
    ['claim/importance', 'Timing is critical because the glue sets in a minute.'],
    ['claim/importance', 'I handed over the key.'],
    ['claim/vague-quantity', 'I have served about 300 customers, lots of customers twice.'],
    ['claim/vague-quantity', 'It took a while.'],
    ['claim/figure-no-source', 'Sales rose from 20 to 30 units a week.'],
    ['claim/figure-no-source', 'I led a team of five for three years.'],
  ])('%s leaves alone %s', (rule, text) => check(rule, text));
});

describe('modest sentences', () => {
  test.each([
    "I'm excited about this opportunity.",
    'I’m really interested in soft robots.',
    'I believe my experience can contribute to your team.',
    'I would like to know how you balance the two.',
    'My background in nursing fits well with your clinic.',
    'What matters most is the scope of the work.',
    'We chose it because it avoids a loop that often upsets training.',
  ])('%s', (text) => expect(claims(`# Q\n\n${text}\n`)).toEqual([]));
});

describe('where support stands', () => {
  const rule = 'claim/impact-no-figure';
  test('counts in the sentence before', () => check(rule, 'It took 40 minutes, then 25 minutes. We reduced the waiting time.'));
  test('does not count in another paragraph', () => check(rule, 'It went from 40 to 25 minutes.\n\nWe «reduced the waiting time».'));
  test('counts when it goes on about the same', () => check(rule, 'We reduced the waiting time. It takes 25 minutes.'));
  test('does not count when it is about something else', () =>
    check(rule, 'I had a team of seven nurses and 40 beds. We «reduced the waiting time».'));
  test('nor does a link on something else', () =>
    check(rule, 'Our [rota](https://example.org) has four colours. We «reduced the waiting time».'));
  test('counts by its own count', () => check('claim/superlative', 'It was the most read piece on our site, by our own counter.'));
  test('counts in the list item above', () => check(rule, '- Waiting went from 40 to 25 minutes.\n  - We reduced the waiting time.\n'));
  test('does not count in the list item beside', () =>
    check(rule, '- Waiting went from 40 to 25 minutes.\n- We «reduced the waiting time».\n'));
});

describe('one sentence, one finding', () => {
  test('the strongest is reported, the others are related', () => {
    const found = claims('# Q\n\nThe exporter never fails, which is critical, and it made the team faster.\n');
    expect(found.map(({ rule }) => rule)).toEqual(['claim/absolute']);
    expect(found[0]!.related.map(({ message }) => message)).toEqual(['Compared with what?', 'Why is that?']);
    expect(found[0]!.data).toMatchObject({ kind: 'claim', type: 'absolute', types: ['absolute', 'comparative', 'importance'] });
  });
  test('a rule that is off leaves the place to the next', () => {
    const found = claims('# Q\n\nThe exporter never fails, which is critical.\n', { rules: { 'claim/absolute': 'off' } });
    expect(found.map(({ rule }) => rule)).toEqual(['claim/importance']);
  });
  test('of many warnings in a hundred words three stay warnings', () => {
    const text = '# Q\n\nIt never fails. We cut costs. Complaints dropped. The cache got faster. Studies show it.\n';
    expect(claims(text).map(({ severity }) => severity)).toEqual(['warning', 'warning', 'information', 'information', 'warning']);
  });
  test('far apart they all stay', () => {
    const text = `# Q\n\nIt never fails. ${words(120)}. It never breaks. ${words(120)}. It never crashes. ${words(120)}.\n`;
    expect(claims(text).map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
  });
  test('other languages are left alone', () => {
    expect(claims('---\nlang: de\n---\n# Q\n\nThe exporter never fails.\n')).toEqual([]);
  });
});

const CLAIMS = [
  'The exporter never fails.',
  'The review catches every bug.',
  'We moved the shop with zero downtime, and the guests stayed.',
  'This made the detectors better at spotting cracks.',
  'The new pipeline is much faster.',
  'We cut costs in the warehouse, which the owner liked.',
  'The change had a huge impact on morale.',
  'Complaints dropped after that.',
  'Studies show that pairs work well.',
  'We built the fastest search engine on the market.',
  'The training led to a new contract.',
  'Timing is critical.',
  'I have served countless customers.',
  'I increased sales by 20 percent.',
  '**The lock** makes duplicates *impossible*.',
  'Our process is bulletproof.',
];

describe('fixes', () => {
  test.each(CLAIMS)('mend %s, and bring nothing new', (sentence) => {
    const before = `# Q\n\nI came early. ${sentence} Then we went home.\n`;
    const [finding] = claims(before);
    expect(finding, sentence).toBeDefined();
    expect(finding!.fixes.length).toBeGreaterThan(0);
    expect(finding!.fixes.filter(({ isPreferred }) => isPreferred === true).length).toBeLessThanOrEqual(1);
    const known = new Set(findings(before).map(({ rule }) => rule));
    for (const fix of finding!.fixes) {
      const after = applyEdits(before, fix.edits);
      const rules = findings(after).map(({ rule }) => rule);
      expect(rules, `${fix.title}: ${after}`).not.toContain(finding!.rule);
      expect(
        rules.filter((rule) => !known.has(rule)),
        `${fix.title}: ${after}`,
      ).toEqual([]);
    }
  });

  test.each([
    ['Add a before and after', 'We cut costs here, which helped.', 'We cut costs here, from ⟨before⟩ to ⟨after⟩, which helped.'],
    ['Soften it: “rarely”', 'The exporter never fails.', 'The exporter rarely fails.'],
    ['Limit it to your tests', 'The exporter never fails.', 'In our tests, the exporter never fails.'],
    ['Limit it to your tests', 'PostgreSQL never fails.', 'In our tests, PostgreSQL never fails.'],
    ['Mark it as your experience', 'The exporter *never* fails.', 'In my experience, the exporter *never* fails.'],
    ['Add who says so', 'Studies show that it helps.', 'Studies show that it helps, according to ⟨source⟩.'],
  ])('%s: %s', (title, before, after) => {
    const text = `# Q\n\n${before}\n`;
    const fix = claims(text)[0]!.fixes.find((one) => one.title === title)!;
    expect(applyEdits(text, fix.edits)).toBe(`# Q\n\n${after}\n`);
  });
});

test('after a fix, only what was said beside the finding before is left', () => {
  const text = '# Q\n\nThe exporter never fails, which is critical.\n';
  const [finding] = claims(text);
  expect(finding!.related.map(({ message }) => message)).toEqual(['Why is that?']);
  const left = finding!.fixes.map(
    ({ title, edits }) =>
      `${title}: ${claims(applyEdits(text, edits))
        .map(({ rule }) => rule)
        .join()}`,
  );
  expect(left).toEqual([
    'Add over how long it held: ',
    'Soften it: “rarely”: claim/importance',
    'Limit it to your tests: claim/importance',
    'Mark it as your experience: ',
  ]);
});

test('any text: nothing throws, every span is inside', () => {
  const piece = fc.oneof(markdown, fc.constantFrom(...CLAIMS), fc.string({ unit: 'grapheme', maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = `# Tell me about a time\n\n${pieces.join(' ')}`;
      for (const { span, related, fixes } of findings(text)) {
        for (const one of [span, ...related.map((other) => other.span), ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))]) {
          expect(0 <= one.start && one.start <= one.end && one.end <= text.length).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});
