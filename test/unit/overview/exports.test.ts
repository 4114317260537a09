/** Timeline, cue cards and handout: what they show, and that no text of a file becomes markup. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/core/analysis.ts';
import { setLocale, type Messages } from '../../../server/src/core/locale/locale.ts';
import { cueCards } from '../../../server/src/core/overview/cueCards.ts';
import { handout } from '../../../server/src/core/overview/handout.ts';
import { escapeMarkup, isSafeLink } from '../../../server/src/core/overview/markup.ts';
import { outlineOf } from '../../../server/src/core/overview/outline.ts';
import { timelineSvg } from '../../../server/src/core/overview/timelineSvg.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/core/settings.ts';
import { markdown } from '../../support/markdownArbitrary.ts';
import { words } from '../../support/words.ts';

afterEach(() => setLocale(undefined));

function all(text: string, title = 'answers', rehearsed: ReadonlyMap<number, number> = new Map()) {
  const analysis = analyse(text, { settings: DEFAULT_SETTINGS, isListed: true });
  const outline = outlineOf(analysis, DEFAULT_SETTINGS);
  const textStart = analysis.file.frontMatter.end;
  return {
    svg: timelineSvg(outline, { title, rehearsed }),
    cards: cueCards(outline, { title, language: 'en' }),
    page: handout(text, outline, { title, language: 'en', textStart }),
  };
}

const FILE = `# Us

## Why us (10 s)

${words(60)}, see [the talk](https://example.org/talk?a=1&b=2 "The talk") and [again](https://example.org/talk?a=1&b=2).

## Not written (30 s)

## Story (60 s)

### Start

We lost data.

### End

- We found it. [note][n] and a footnote[^1]

[n]: transcripts/a.vtt#t=1:05
[^1]: A *paper* of ours.
`;

describe('the timeline', () => {
  const { svg } = all(FILE, 'answers', new Map([[1, 33]]));

  test('has a row for every heading, with its time in words', () => {
    for (const label of ['Why us', 'Not written', 'Story', 'Start', 'End']) expect(svg).toContain(`>${label}</text>`);
    expect(svg).toMatch(/>\d+ s of 10 s, over<\/text>/);
    expect(svg).toContain('>not written, target 30 s</text>');
  });
  test('describes itself to a screen reader', () => {
    expect(svg).toMatch(/<desc id="desc">3 answers, about .*Why us: \d+ s of 10 s, over/);
    expect(svg).toContain('role="img"');
  });
  test('shows rehearsals where there are some', () => {
    expect(svg).toContain('Rehearsed: 33 s');
    expect(svg).toContain('last rehearsal');
    expect(all(FILE).svg).not.toContain('last rehearsal');
  });
  test('draws nothing twice in the strip', () => {
    const strip = /<g>(<rect class="(?:over|under|met|none)" x="24"[\s\S]*?)<\/g>/.exec(svg)![1]!;
    expect(strip.match(/<rect/g)).toHaveLength(3);
  });
  test.each(['en', 'de', 'es', 'zh-cn'])('has a legend whose labels have room, in %s', (tag) => {
    if (tag !== 'en') setLocale({ tag, messages: JSON.parse(readFileSync(`l10n/bundle.l10n.${tag}.json`, 'utf8')) as Messages });
    const drawn = all(FILE, 'answers', new Map([[1, 33]])).svg;
    const labels = [...drawn.matchAll(/<g transform="translate\(([\d.]+) [\d.]+\)">.*?<text x="24"[^>]*>([^<]*)<\/text><\/g>/g)];
    expect(labels).toHaveLength(7);
    const ends = labels.map(
      ([, x, label]) => Number(x) + 24 + [...label!].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 11 : 6), 0),
    );
    // The next sign begins 8 px or more behind a label, and the last label ends within the picture.
    labels.slice(1).forEach(([, x], i) => expect(Number(x), labels[i]![2]).toBeGreaterThanOrEqual(ends[i]! + 8));
    expect(ends.at(-1)).toBeLessThan(1000 - 24);
  });
  test('is well-formed, of any file', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(unbalanced(all(text).svg)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
  test('of an empty file', () => expect(unbalanced(all('').svg)).toEqual([]));
});

describe('cue cards', () => {
  const { cards } = all(FILE);

  test('hold question, points and target', () => {
    expect(cards).toMatch(/<h2>Why us<\/h2><p class="target">10 s<\/p>/);
    expect(cards).toContain('<li>Start: lost data</li>');
    expect(cards).toContain('@media print');
  });
  test('are one for each question: no sections, no parts', () => {
    expect(cards.match(/<section>/g)).toHaveLength(3);
    expect(cards).not.toContain('<h2>Us</h2>');
    expect(cards).not.toContain('<h2>Start</h2>');
  });
  test('of nothing say so', () => expect(all('').cards).toContain('There are no answers yet.'));
});

describe('the handout', () => {
  const { page } = all(FILE);

  test('lists every source once, in the order of its first mention', () => {
    expect(page).toMatch(/the talk<sup><a href="#source-1">1<\/a><\/sup> and again<sup><a href="#source-1">1<\/a><\/sup>/);
    expect(page).toContain(
      '<li id="source-1">The talk: <a href="https://example.org/talk?a=1&amp;b=2">https://example.org/talk?a=1&amp;b=2</a></li>',
    );
    expect(page).toContain('<li id="source-2">transcripts/a.vtt#t=1:05</li>');
    expect(page).toContain('<li id="source-3">A <em>paper</em> of ours.</li>');
  });
  test('has no list without sources', () => expect(all('# A (10 s)\n\nYes.\n').page).not.toContain('Sources'));
  test('leaves comments and raw HTML out', () => {
    const { page: bare } = all('# A (10 s)\n\n<!-- secret -->\n\n<div>raw</div>\n\nYes <b>bold</b>.\n');
    expect(bare).not.toContain('secret');
    expect(bare).not.toContain('<div>');
    expect(bare).toContain('Yes bold.');
  });
  test('keeps lists, quotes, code and tables', () => {
    const { page: rich } = all('# A (10 s)\n\n3. a\n\n> b\n\n```\nc\n```\n\n| d |\n|---|\n| e |\n');
    for (const part of ['<ol start="3">', '<blockquote>', '<pre>c</pre>', '<td>e</td>']) expect(rich).toContain(part);
  });
  test('footnotes that cite each other come to an end', () => {
    expect(all('# A (10 s)\n\nYes[^1].\n\n[^1]: See[^2].\n\n[^2]: See[^1].\n').page.match(/<li id=/g)).toHaveLength(2);
  });
});

describe('no text becomes markup', () => {
  const EVIL = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';

  test('of titles, headings, prose, links and file names', () => {
    const text = `# ${EVIL.replaceAll('<', '\\<')} (10 s)\n\nSee [a](javascript:alert(1) "${EVIL.replaceAll('"', '')}") and \`${EVIL}\` and ![${EVIL}](x).\n`;
    for (const output of Object.values(all(text, EVIL))) {
      expect(output).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&gt;)/i);
      expect(output).not.toMatch(/href="javascript:/i);
    }
  });
  test('of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkup(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(escaped).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
  test('only links that a page may follow are links', () => {
    expect(['https://a.b', 'HTTP://a.b', 'mailto:a@b.c'].every(isSafeLink)).toBe(true);
    expect(['javascript:x', 'data:text/html,x', 'vbscript:x', 'a.md', '//a.b', 'https://a b', ''].some(isSafeLink)).toBe(false);
  });
  test('pages load nothing and run nothing', () => {
    const { cards, page } = all(FILE);
    for (const output of [cards, page]) expect(output).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });
});

/** The tags of an XML text that are not closed, or not opened. */
function unbalanced(xml: string): readonly string[] {
  const open: string[] = [];
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([a-z]+)(?:\s[a-zA-Z][\w:-]*="[^"<]*")*\s*(\/?)>|<[^>]*>?/g)) {
    if (name === undefined) return ['<?>'];
    if (close === '/') {
      if (open.pop() !== name) return [name];
    } else if (empty !== '/') open.push(name);
  }
  return open;
}
