/** Glossary files are read as people write them, and written to without changing anything else. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addHeardAs, addTerm } from '../../server/src/core/glossary/editGlossary.ts';
import { defaultGlossary } from '../../server/src/core/glossary/defaultGlossary.ts';
import { knowledgeOf } from '../../server/src/core/glossary/knowledge.ts';
import { Glossary, nameKey } from '../../server/src/core/glossary/glossary.ts';
import { readGlossary } from '../../server/src/core/glossary/readGlossary.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';

/** Prints entries as `term = other names; heard as …; say as …: meaning`, and problems as `! line message`. */
function check(text: string, expected: string): void {
  const { entries, problems } = readGlossary(text);
  const shown = entries.map(({ term, alsoKnownAs, heardAs, sayAs, meaning, span }) => {
    expect(text.slice(span.start, span.end).replace(/\*\*|`|\\/g, '')).toBe(term);
    const parts = [
      [term, ...alsoKnownAs].join(' = '),
      ...(heardAs.length > 0 ? [`heard as ${heardAs.join(', ')}`] : []),
      ...(sayAs === undefined ? [] : [`say as ${sayAs}`]),
    ];
    return `${parts.join('; ')}${meaning === undefined ? '' : `: ${meaning}`}`;
  });
  expect([...shown, ...problems.map(({ line, message }) => `! ${line + 1} ${message}`)]).toEqual(
    expected
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
}

describe('reading', () => {
  test('headings with fields', () => {
    check(
      '# My glossary\n\nSome words first.\n\n## Kubrik9 ##\n\n- also known as: K9, Kubrik\n- heard as: cube brick, "cow brick"; cubic\n- **say as**: koo brick nine\n\n' +
        'A tool that\nmoves boxes.\n\n### C#\n**Aka:** C sharp\nmeaning: A language.\n',
      `Kubrik9 = K9 = Kubrik; heard as cube brick, cow brick, cubic; say as koo brick nine: A tool that moves boxes.
       C# = C sharp: A language.`,
    );
  });

  test('lists', () => {
    check(
      '- **Drift budget**: how much a clock may err\n  - heard as: rift budget\n- **VLA** – a model\n* `arm-ctl`: a tool\n- not a term\n- **Bare**\n',
      `Drift budget; heard as rift budget: how much a clock may err
       VLA: a model
       arm-ctl: a tool not a term
       Bare`,
    );
  });

  test('tables', () => {
    check(
      '| Meaning | Term | Heard as | Note |\n| --- | :--: | --- | --- |\n| one term of two | term | turm, tern | x |\n| a \\| b | `or` | | |\n| nothing | | | |\n',
      `term; heard as turm, tern: one term of two
       or: a | b`,
    );
  });

  test('headings that group terms are none', () => {
    check(
      '## Robots\n\n- **Arm**: it moves\n\n## Clocks\n\n### Drift\n\nIt grows.\n\n### Skew\n\n## Tables\n\n| Term | Meaning |\n| --- | --- |\n| Row | a line |\n',
      `Arm: it moves
       Drift: It grows.
       Skew
       Row: a line`,
    );
  });

  test('any line end, a byte order mark', () => {
    for (const end of ['\n', '\r\n', '\r'])
      check(`\uFEFF## A1${end}- aka: B1${end}${end}It is.${end}- **no**: term`, 'A1 = B1: It is. no: term');
  });

  test('a term that is explained twice is a problem, one that is added to is none', () => {
    check('## Arm\n\nOne.\n\n## ARM\n\nTwo.\n', 'Arm: One.\nARM: Two.\n! 5 “ARM” is already explained in line 1.');
    check('| Term | Meaning |\n|-|-|\n| Arm | One. |\n\n## Arm\n- heard as: am\n', 'Arm: One.\nArm; heard as am');
  });

  test('a term of more names than anything has is a problem, and keeps the first', () => {
    const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `n${i}`);
    const known = `Arm = ${names(100).join(' = ')}`;
    check(`## Arm\n- aka: ${names(100).join(', ')}\n`, known);
    check(`## Arm\n- aka: ${names(100).join(', ')}\n- aka: one more\n`, `${known}\n! 1 Only the first 100 names of “Arm” are used.`);
    // More than a call takes.
    check(
      `## Arm\n- heard as: ${names(200_000).join(', ')}\n`,
      `Arm; heard as ${names(100).join(', ')}\n! 1 Only the first 100 names of “Arm” are used.`,
    );
  });

  test('what is no term is left alone', () => {
    check('Just text.\n\n- a list\n- of things: here\n\n# A title\n\n#hashtag\n\n| a | b |\n', '');
    check('', '');
    check('#\n## \n### ` `\n- ** **: x\n||\n|\n', '');
  });

  test('any text is read without an error', () => {
    fc.assert(
      fc.property(fc.oneof(anyGlossary, fc.string({ unit: 'binary', maxLength: 100 })), (text) => {
        for (const { term, span } of readGlossary(text).entries) {
          expect(term).not.toBe('');
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(span.start, span.end)).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const glossaryLine = fc.constantFrom(
  ...[
    '',
    ' ',
    '# Glossary',
    '## Arm',
    '## Leg hold',
    '### Eye #',
    '## C#',
    '- heard as: am',
    '- heard as:',
    '**Heard as:** x, y',
    'misheard as: z',
  ],
  ...[
    '- aka: AK',
    '- say as: eye',
    'A meaning.',
    '- meaning: m',
    '- **Arm**: a list',
    '  - **Nested**: n',
    '- **Wheel**',
    '  - heard as: whee',
  ],
  ...[
    '| Term | Heard as | Meaning |',
    '| Term | Meaning |',
    '| --- | --- | --- |',
    '| Leg hold | lego | m |',
    '| Fin | | m |',
    '| Tail |',
    '|| x |',
  ],
  ...['<!-- no -->', '- item', '> quote', '---', '| Pipe \\| d | a | b |'],
);
const anyGlossary = fc
  .tuple(fc.array(glossaryLine, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join(end));

function listOf<T>(one: T | undefined): readonly T[] {
  return one === undefined ? [] : [one];
}

describe('writing', () => {
  function checkHeard(before: string, term: string, garble: string, after: string): void {
    const edited = applyEdits(before, listOf(addHeardAs(before, term, garble)));
    expect(edited).toBe(after);
    // Once more changes nothing.
    expect(addHeardAs(edited, term, garble)).toBeUndefined();
  }

  test('a mishearing goes into the field that there is', () => {
    checkHeard('## Arm\n\n- heard as: am  \n\nIt moves.\n', 'arms', 'um', '## Arm\n\n- heard as: am, um  \n\nIt moves.\n');
    checkHeard('## Arm\r\n**Misheard as:**\r\n', 'ARM', 'um', '## Arm\r\n**Misheard as:** um\r\n');
    checkHeard('- **Arm**: a\n- **Leg**: b\n  - heard as: lag\n', 'Leg', 'lack', '- **Arm**: a\n- **Leg**: b\n  - heard as: lag, lack\n');
  });

  test('or into a new field of its entry, never of the next', () => {
    checkHeard(
      '- **Arm**: a\n- **Leg**: b\n  - heard as: lag\n',
      'Arm',
      'um',
      '- **Arm**: a\n  - heard as: um\n- **Leg**: b\n  - heard as: lag\n',
    );
    checkHeard('## Arm\nIt moves.\n\n## Leg\n', 'Arm', 'um', '## Arm\n\n- heard as: um\n\nIt moves.\n\n## Leg\n');
    checkHeard('## Arm\n\n- aka: A\n', 'Arm', 'um', '## Arm\n\n- heard as: um\n- aka: A\n');
  });

  test('or into its cell', () => {
    checkHeard('| Heard as | Term |\n|-|-|\n| am | Arm |\n', 'Arm', 'um', '| Heard as | Term |\n|-|-|\n| am, um | Arm |\n');
    checkHeard('| Term | Heard as |\n|-|-|\n| a\\|b |  |\n', 'a|b', 'um', '| Term | Heard as |\n|-|-|\n| a\\|b | um |\n');
    checkHeard('| Term | Note | Heard as |\n|-|-|-|\n| Arm |\n', 'Arm', 'um', '| Term | Note | Heard as |\n|-|-|-|\n| Arm | | um |\n');
  });

  test('or into an entry of its own', () => {
    checkHeard('', 'Arm', 'um', '# Glossary\n\n## Arm\n\n- heard as: um\n');
    checkHeard('# Mine\r\n', 'Arm', 'um', '# Mine\r\n\r\n## Arm\r\n\r\n- heard as: um\r\n');
    const table = '| Term | Meaning |\n|-|-|\n| Arm | a |';
    checkHeard(table, 'Arm', 'um', `${table}\n\n## Arm\n\n- heard as: um\n`);
    checkHeard(`${table}\n\n## Arm\n\n- heard as: um\n`, 'Arm', 'am', `${table}\n\n## Arm\n\n- heard as: um, am\n`);
  });

  test('or into the entry that has the name', () => {
    checkHeard('## Vision arm\n- aka: VA\n', 'VA', 'via', '## Vision arm\n- heard as: via\n- aka: VA\n');
  });

  test('nothing is written for nothing', () => {
    for (const [term, garble] of [
      ['Arm', ' '],
      ['', 'um'],
      ['!', 'um'],
      ['Arm', ',;'],
    ] as const)
      expect(addHeardAs('', term, garble)).toBeUndefined();
    expect(addTerm('## Arms\n', 'arm', 'x')).toBeUndefined();
    expect(addTerm('', ' ', 'x')).toBeUndefined();
  });

  const term = fc.constantFrom(
    'Arm',
    'arms',
    'Leg hold',
    'leg-hold',
    'C#',
    'C++',
    'Eye',
    'AK',
    'Fin',
    'Tail',
    'Wheel',
    'New `one`',
    '# Odd',
    'a|b',
    'x\ny',
  );
  const words = fc
    .array(fc.constantFrom('um', 'arm', 'N1', ',', ';', '|', '\n', '"', '**', '- ', '#', 'heard as:', 'aka: x', '<!--', '机'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((all) => all.join(' '));
  const letters = (text: string): string => nameKey(text.replace(/[^\p{L}\p{N}]/gu, ' '));

  test('any mishearing is read back, and nothing else is changed', () => {
    fc.assert(
      fc.property(anyGlossary, term, words, (text, wanted, garble) => {
        fc.pre(/[\p{L}\p{N}]/u.test(garble));
        const edit = addHeardAs(text, wanted, garble);
        const before = readGlossary(text).entries;
        const edited = applyEdits(text, listOf(edit));
        const after = readGlossary(edited).entries;
        expect(edit === undefined || edit.span.start === edit.span.end).toBe(true);
        const holder = after.find(
          (entry) =>
            [entry.term, ...entry.alsoKnownAs].some((name) => nameKey(name) === nameKey(wanted)) &&
            entry.heardAs.some((heard) => letters(heard) === letters(garble)),
        );
        expect(holder).toBeDefined();
        const strip = (entries: typeof after, without?: (typeof after)[number]): unknown[] =>
          entries.filter((entry) => entry !== without).map(({ span: _, ...entry }) => entry);
        // All other entries are as they were; the holder has only the mishearing more.
        const others = strip(after, holder);
        const was = strip(before);
        const known = was.filter((entry) => !others.some((other) => JSON.stringify(other) === JSON.stringify(entry))) as typeof after;
        expect(known.length).toBeLessThanOrEqual(1);
        if (known.length === 1) expect({ ...known[0], heardAs: holder!.heardAs }).toEqual({ ...strip([holder!])[0]! });
        expect(addHeardAs(edited, wanted, garble)).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });

  test('any term with its meaning is read back, and nothing else is changed', () => {
    fc.assert(
      fc.property(anyGlossary, term, words, (text, wanted, meaning) => {
        const edit = addTerm(text, wanted, meaning);
        const before = readGlossary(text).entries;
        if (before.some((entry) => nameKey(entry.term) === nameKey(wanted))) {
          expect(edit).toBeUndefined();
          return;
        }
        const after = readGlossary(applyEdits(text, listOf(edit))).entries;
        expect(nameKey(after.at(-1)!.term)).toBe(nameKey(wanted));
        expect(letters(after.at(-1)!.meaning ?? '')).toBe(letters(meaning));
        expect(after.at(-1)!.heardAs).toEqual([]);
        expect(after.slice(0, -1)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is known of a term', () => {
  const own = (text: string): Glossary => new Glossary(readGlossary(text).entries);

  test('the own glossary comes first', () => {
    const glossary = own('## Backprop\n- heard as: back prop\n- say as: back prop\n\nMine.\n\n## VLA\n- aka: very large arm\n');
    expect(knowledgeOf('backpropagation', glossary)).toMatchObject({ aliases: [], heardAs: [], said: undefined, isOwn: false });
    // An entry without a meaning takes no name away.
    expect(knowledgeOf('backpropagation', own('## Backprop\n- heard as: back prop\n')).aliases).toEqual(['backprop']);
    expect(knowledgeOf('backprop', glossary)).toMatchObject({ heardAs: ['back prop'], said: 'back prop', meaning: 'Mine.', isOwn: true });
    expect(knowledgeOf('Very-Large Arms', glossary).aliases).toEqual(['VLA']);
    expect(knowledgeOf('nothing of the kind', glossary)).toEqual({
      aliases: [],
      heardAs: [],
      said: undefined,
      meaning: undefined,
      isOwn: false,
    });
  });

  test('names that differ by case, hyphens, blanks or a plural are one; signs alone are not', () => {
    const glossary = own('## Leg-Hold\n\nx\n');
    for (const name of ['leg hold', 'LEGHOLD', 'leg holds']) expect(glossary.lookUp(name)).toHaveLength(1);
    for (const name of ['leg', 'hold leg', '', '!']) expect(glossary.lookUp(name)).toEqual([]);
    expect(nameKey('?')).not.toBe(nameKey('!'));
  });

  test('what is shipped has two names for each thing or a meaning, and no name twice', () => {
    for (const { term, alsoKnownAs, meaning } of defaultGlossary().entries) {
      expect(alsoKnownAs.length > 0 || meaning !== undefined, term).toBe(true);
      expect(new Set([term, ...alsoKnownAs]).size, term).toBe(alsoKnownAs.length + 1);
    }
  });
});
