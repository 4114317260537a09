/** Markdown that is hard on a parser or on the rules, of any length: each kind repeats one thing that can cost time with its square. */

/** Makes a text of about `size` UTF-16 units. */
export interface Nasty {
  readonly name: string;
  readonly make: (size: number) => string;
}

/** A heading that makes the file an answers file, so that every rule looks at what follows. */
const HEADING = '# Why this team? (≈ 30 seconds)\n\n';

/** Repeats a piece up to a size. */
function of(name: string, piece: string, before = '', after = ''): Nasty {
  return { name, make: (size) => before + piece.repeat(Math.max(1, Math.floor(size / piece.length))) + after };
}

/** Numbered pieces up to a size, for what a set or a cache would make cheap. */
function numbered(name: string, piece: (i: number) => string): Nasty {
  return {
    name,
    make: (size) => {
      const parts: string[] = [];
      for (let i = 0, length = 0; length < size; i++) {
        const next = piece(i);
        parts.push(next);
        length += next.length;
      }
      return parts.join('');
    },
  };
}

/** An opening mark repeated, and as many closing marks behind it. */
function nested(name: string, open: string, close: string, middle = 'x'): Nasty {
  return {
    name,
    make: (size) => {
      const count = Math.max(1, Math.floor(size / (open.length + close.length)));
      return open.repeat(count) + middle + close.repeat(count);
    },
  };
}

/** Lines, each nested one level deeper than the line before it, as far as a size allows. */
function staircase(name: string, indent: string, mark: string): Nasty {
  return {
    name,
    make: (size) => {
      const lines: string[] = [];
      for (let i = 0, length = 0; length < size; i++) {
        const line = `${indent.repeat(i)}${mark}\n`;
        lines.push(line);
        length += line.length;
      }
      return lines.join('');
    },
  };
}

const BLOCKS: readonly Nasty[] = [
  of('headings', '# A heading\n'),
  of('headings with a target', '## Why us? (≈ 30 s)\n\nBecause.\n\n'),
  numbered('headings of all levels', (i) => `${'#'.repeat((i % 6) + 1)} Question ${i}\n\nAn answer.\n`),
  of('setext headings', 'Question\n===\n'),
  of('setext headings with dashes', 'Question\n---\n\nAn answer.\n\n'),
  of('empty headings', '#\n'),
  of('one paragraph of many lines', 'We moved the service over in a week.\n'),
  of('paragraphs', 'We moved the service over in a week.\n\n'),
  of('list items', '- We moved the service.\n'),
  of('loose list items', '- We moved the service.\n\n'),
  of('empty list items', '-\n'),
  of('ordered items', '1. We moved the service.\n'),
  of('lists of other marks in turn', '- a\n* b\n+ c\n'),
  of('tasks', '- [ ] We moved the service.\n'),
  of('lists in one line', '- '),
  of('ordered lists in one line', '1. '),
  staircase('lists within lists', '  ', '- a'),
  of('quotes in one line', '> '),
  of('quote marks in one line', '>', '', 'a\n'),
  of('quoted lines', '> We moved the service.\n'),
  of('quotes of a thousand levels', `${'>'.repeat(1000)} a\n`),
  of('lists of a thousand levels', `${'- '.repeat(1000)}a\n`),
  of('lists in quotes in lists', '> - '),
  of('lazy lines', 'lazy\n', '> quote\n'),
  of('deep lazy lines', 'lazy\n', `${'>'.repeat(200)} quote\n`),
  of('deep lines', `${'>'.repeat(100)} quote\n`),
  of('tables', '| a | b |\n|---|---|\n| c | d |\n\n'),
  of('table rows', '| c | d |\n', '| a | b |\n|---|---|\n'),
  of('cells of one row', '| a ', '| a |\n|---|\n', '|\n'),
  { name: 'columns of a table', make: (size) => `${'|a'.repeat(size / 4)}|\n${'|-'.repeat(size / 4)}|\n` },
  of('delimiter rows', '|-', 'a\n', '|\n'),
  of('fences', '```\ncode\n```\n'),
  of('open fences', '```js\n'),
  of('one long fence', '`'),
  of('tildes', '~'),
  of('indented code', '    code\n\n'),
  of('rules', '---\n'),
  of('stars of a rule', '* '),
  of('definitions', '[a]: b\n'),
  numbered('other definitions', (i) => `[a${i}]: b\n`),
  numbered('definitions and references', (i) => `# Q${i}\n\n[a${i}]: b\n\nsee [a${i + 1}]\n\n`),
  of('an open definition', 'a', '[a]: <'),
  of('an open definition title', 'a\n', '[a]: b "'),
  of('footnotes', '[^a]: b\n\n'),
  numbered('footnotes and markers', (i) => `Words[^n${i}].\n\n[^n${i}]: A note\n\n`),
  of('html blocks', '<div>\n\n'),
  of('html block of many lines', '<div>\n'),
  of('comments', '<!-- a -->\n'),
  of('open comments', '<!-- '),
  of('comment lines in headings', '# A\n<!-- open\n'),
  of('processing instructions', '<?'),
  of('declarations', '<!A '),
  of('cdata', '<![CDATA['),
  of('scripts', '# A\n<script>\n'),
  of('fences in headings', '# A\n```\n# B\n````\n'),
  of('html in headings', '# A\n<div>\n'),
  of('front matter lists', '  - a: b\n', '---\nrules:\n', '---\n'),
  of('open front matter', 'a: b\n', '---\n'),
  of('front matter brackets', '[', '---\nrules: '),
  of('blank lines', '\n'),
  of('carriage returns', '\r'),
  of('both line ends', '\r\n'),
  of('blank lines with spaces', '  \n'),
  of('spaces', ' ', 'a', 'b'),
  of('tabs', '\t', 'a', 'b'),
  of('heading of closing marks', '#', '# a ', ' b\n'),
  of('heading of spaces', ' ', '# a', 'b\n'),
];

const INLINES: readonly Nasty[] = [
  of('one word', 'a'),
  of('one line of words', 'we moved the service over and '),
  of('brackets', '[a] '),
  of('open brackets', '['),
  of('closed brackets', ']'),
  nested('nested brackets', '[', ']'),
  of('links', '[a](b) '),
  of('open links', '[a]('),
  of('open link targets', '[a](<b'),
  of('open link titles', '[a](b "'),
  nested('nested links', '[', '](b)'),
  of('images', '![a](b) '),
  of('open images', '!['),
  of('references', '[a][b] '),
  of('footnote markers', '[^a]'),
  of('inline footnotes', '^[a'),
  of('emphasis', '*a* '),
  of('open emphasis', '*a '),
  of('closed emphasis', 'a* '),
  nested('nested emphasis', '*a ', ' a*'),
  nested('nested strong', '**a ', ' a**'),
  of('emphasis of two marks', '*a_ '),
  of('emphasis runs', 'a**b'),
  of('underscores', 'a_'),
  of('stars', '*'),
  of('struck text', '~~a~~ '),
  of('open struck text', '~~a '),
  of('code spans', '`a` '),
  numbered('code spans of other lengths', (i) => `${'`'.repeat(i % 2000)} `),
  of('open code', '`a'),
  of('escapes', '\\*'),
  of('backslashes', '\\'),
  of('character references', '&amp;'),
  of('open character references', '&'),
  of('numeric references', '&#x41;'),
  of('autolinks', '<http://a.b>'),
  of('open autolinks', '<http://a.b'),
  of('literal addresses', 'http://a.b '),
  of('one literal address', 'a.', 'http://'),
  of('www', 'www.'),
  of('closing brackets behind an address', ')', 'http://a.b'),
  of('references behind an address', '&a;', 'http://a.b'),
  of('mail addresses', 'a@b.co '),
  of('at signs', 'a@'),
  of('mail names', 'a.', '', '@'),
  of('inline html', '<b>'),
  of('open tags', '<a '),
  of('open tag with attributes', ' a', '<b'),
  of('open attribute values', '<a b="'),
  of('inline comments', 'a <!-- b -->'),
  of('open inline comments', 'a <!-- '),
  of('hard breaks', 'a\\\n'),
  of('hard breaks of spaces', 'a  \n'),
  nested('brackets of notes', '(', ')'),
  of('pauses', '[pause 2s] '),
  of('long pauses', '[pause ', '', ']'),
  of('callouts', '> [!note] a\n\n'),
];

const WORDS: readonly Nasty[] = [
  of('sentences', 'We moved it. '),
  of('one long sentence', 'and then we moved it, '),
  of('quotation marks', '"a" '),
  of('open quotation marks', '“'),
  of('apostrophes', "'"),
  of('full stops', '.'),
  of('ellipses', '… '),
  of('question marks', '? '),
  of('digits', '7'),
  of('groups of digits', '1,000,'),
  of('figures', '37% '),
  of('money', '$1,000 '),
  of('ratios', '3x '),
  of('dates', '2024-01-01 '),
  of('times of day', '10:30 '),
  of('versions', '1.2.'),
  of('units', '30 ms '),
  of('signs', '+-'),
  of('huge numbers', `${'9'.repeat(400)} `),
  of('huge target', '9', '# A (≈ ', ' seconds)\n'),
  of('targets in one heading', ' (≈ 30 s)', '# A'),
  of('open targets', '(≈ ', '# A '),
  of('spaces in a target', ' ', '# A (≈ 30', 'seconds)\n'),
  of('target ranges', '1–', '# A (≈ ', ' min)\n'),
  of('acronyms', 'LLM, '),
  numbered(
    'other acronyms',
    (i) =>
      `${i
        .toString(26)
        .replace(/\d/g, (d) => 'QRSTUVWXYZ'[Number(d)]!)
        .toUpperCase()} `,
  ),
  numbered('acronyms explained', (i) => {
    const letters = i.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[Number(d)]!);
    return `${[...letters].map((letter) => `${letter}word`).join(' ')} (${letters.toUpperCase()}) `;
  }),
  of('capitals', 'A'),
  of('capitals with dots', 'A.'),
  of('hyphens', 'a-'),
  of('slashes', 'a/'),
  of('dashes', ' – '),
  of('superlatives', 'the best, always, everyone, never '),
  of('causes', 'because of that, which led to '),
  of('vague figures', 'many people said a lot of '),
  of('hedges and fillers', 'basically I think sort of, um, '),
  of('passives', 'it was moved by them and '),
  of('wordy phrases', 'in order to due to the fact that '),
  of('repeated openings', 'We did. '),
  of('tongue twisters', 'sixth sick sheikh '),
  of('technical terms', 'race condition deadlock '),
  numbered('other words', (i) => `word${i.toString(36)} `),
  numbered('silencers', (i) => `<!-- interview-answers-disable-next-line breath-${i} -->\n\nWe moved it.\n\n`),
  of('silencers of one rule', '<!-- interview-answers-disable long-breath -->\n\n'),
  of('open silencers', '<!-- interview-answers-disable '),
  of('rule names of a silencer', 'breath, ', '<!-- interview-answers-disable ', '-->\n'),
  of('letters of Han', '漢'),
  of('sentences of Han', '我们搬了服务。'),
  of('emoji', '👩‍💻 '),
  of('lone surrogates', '\ud800'),
  of('low surrogates', '\udc00 '),
  of('NUL', '\u0000'),
  of('bidi marks', '\u202ea\u202c '),
  of('zero-width joiners', 'a\u200d'),
  of('zero-width spaces', 'a\u200b '),
  of('combining marks', '\u0301', 'e'),
  of('letters with marks', 'e\u0301 '),
  of('line separators', 'a\u2028'),
  of('next lines', 'a\u0085'),
  of('byte order marks', '\ufeff'),
  of('no-break spaces', '\u00a0'),
  of('capital sharp s and dotted I', 'İẞ '),
  of('control characters', '\u001b[31m'),
];

/** Every kind, at least once as a whole file and behind a heading. */
export const NASTY_MARKDOWN: readonly Nasty[] = [
  ...BLOCKS,
  ...[...INLINES, ...WORDS].map(({ name, make }) => ({ name, make: (size: number) => `${HEADING}${make(size)}` })),
];
