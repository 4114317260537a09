/** Packs the CMU pronouncing dictionary into `speech/data/`: letter-to-sound rules, and the lengths of the words they get wrong. */

import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { align, learn, readAloud } from './letterToSoundTraining.mjs';
import { loadTypeScript } from './loadTypeScript.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const data = path.join(root, 'server/src/core/speech/data');
const VOWELS = new Set('AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW'.split(' '));
/** A rule is worth its bytes when it puts right this many letters of the dictionary: 54 kB; 2 would cost 160 kB for 3 points. */
const MINIMUM_GAIN = 4;
/** Characters that stand for a pair of phone and syllable counts: all that can not be in a word. */
const CLASS_MARKS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#%&()*+,-./:;<=>?@[]^_{|}~'];

const { dictionary } = await import(pathToFileURL(createRequire(import.meta.url).resolve('cmu-pronouncing-dictionary')));
// Of words with several readings ("read(2)") the first counts; spelled abbreviations ("a.d.") are read by their letters.
const entries = Object.entries(dictionary)
  .filter(([word]) => /^[a-z']*[a-z][a-z']*$/.test(word))
  .map(([word, phones]) => [word, phones.replaceAll(/\d/g, '').split(' ')]);
const aligned = align(entries);
measureHeldOut();
const rules = learn(aligned, MINIMUM_GAIN);
write(
  'letterToSoundRules.ts',
  'LETTER_TO_SOUND',
  packRules(rules),
  'Letter-to-sound rules: phones, then the contexts in which a letter is read so',
);
const { inflect } = await loadTypeScript('server/src/core/speech/inflection.ts');
const exceptions = packLengths();
write(
  'wordLengths.ts',
  'WORD_LENGTHS',
  exceptions,
  'Phones and syllables of the words that rules get wrong: shared prefix, rest of the word, mark of its counts',
);
reportAlternatives();

function lengthOf(phones) {
  return { phones: phones.length, syllables: phones.filter((phone) => VOWELS.has(phone)).length };
}

/** Each tenth word, by a hash of its letters, is kept from the rules that are measured. */
function measureHeldOut() {
  const isHeld = ([word]) =>
    [...word].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261) % 10 === 0;
  const trained = learn(
    aligned.filter((one) => !isHeld(one)),
    MINIMUM_GAIN,
  );
  const held = entries.filter(isHeld);
  let [exactPhones, exactSyllables, difference] = [0, 0, 0];
  for (const [word, phones] of held) {
    const expected = lengthOf(phones);
    const found = lengthOf(readAloud(trained, word));
    if (found.phones === expected.phones) exactPhones++;
    if (found.syllables === expected.syllables) exactSyllables++;
    difference += Math.abs(found.phones - expected.phones);
  }
  const percent = (n) => `${((100 * n) / held.length).toFixed(1)} %`;
  console.log(
    `${held.length} held-out words: phone count exact ${percent(exactPhones)}, off by ${(difference / held.length).toFixed(2)} on average; ` +
      `syllables exact ${percent(exactSyllables)}`,
  );
}

function packRules(rules) {
  const byLabel = new Map();
  for (const [context, label] of [...rules].sort()) byLabel.set(label, [...(byLabel.get(label) ?? []), context]);
  return [...byLabel].map(([label, contexts]) => `${label}=${contexts.join(' ')}`).join('\n');
}

/** Shorter words first, so that a word is left out when its stem says how long it is. */
function packLengths() {
  const kept = new Map();
  const lookUp = (word) => kept.get(word);
  for (const [word, phones] of [...entries].sort((a, b) => a[0].length - b[0].length)) {
    const expected = lengthOf(phones);
    const found = inflect(word, lookUp) ?? lengthOf(readAloud(rules, word));
    if (found.phones !== expected.phones || found.syllables !== expected.syllables) kept.set(word, expected);
  }
  const pairs = new Map();
  for (const { phones, syllables } of kept.values()) count(pairs, `${phones} ${syllables}`);
  const marks = [...pairs]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CLASS_MARKS.length)
    .map(([pair]) => pair);
  let previous = '';
  let body = '';
  let words = 0;
  for (const [word, { phones, syllables }] of [...kept].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const mark = marks.indexOf(`${phones} ${syllables}`);
    if (mark === -1) continue;
    let shared = 0;
    while (shared < 9 && shared < previous.length && previous[shared] === word[shared]) shared++;
    body += shared + word.slice(shared) + CLASS_MARKS[mark];
    previous = word;
    words++;
  }
  console.log(`${words} of ${entries.length} words are exceptions to the rules`);
  return `${marks.map((pair, i) => CLASS_MARKS[i] + pair).join('\t')}\n${body}`;
}

function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What the same dictionary costs in other forms, for the record. */
function reportAlternatives() {
  const sorted = [...entries].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const frontCoded = (tail) => {
    let previous = '';
    return sorted
      .map(([word, phones]) => {
        let shared = 0;
        while (shared < 9 && previous[shared] !== undefined && previous[shared] === word[shared]) shared++;
        previous = word;
        return shared + word.slice(shared) + tail(phones);
      })
      .join('');
  };
  const symbols = [...new Set(entries.flatMap(([, phones]) => phones))];
  print(
    'all words with counts',
    frontCoded((phones) => CLASS_MARKS[phones.length % CLASS_MARKS.length]),
  );
  print(
    'all words with phones',
    frontCoded((phones) => phones.map((phone) => String.fromCharCode(65 + symbols.indexOf(phone))).join('')),
  );
}

function write(file, name, text, purpose) {
  const notice =
    `/** ${purpose}. Made by \`server/scripts/packDictionary.mjs\`. */\n\n` +
    '// Derived from the CMU Pronouncing Dictionary, copyright 1993-2015 Carnegie Mellon University (BSD-2-Clause),\n' +
    '// by way of the package cmu-pronouncing-dictionary 3.0.0, copyright 2015 Zeke Sikelianos (ISC).\n\n';
  writeFileSync(path.join(data, file), `${notice}export const ${name} =\n  ${JSON.stringify(text)};\n`);
  print(file, text);
}

function print(name, text) {
  console.log(
    `${name.padEnd(26)} ${(text.length / 1024).toFixed(0).padStart(5)} kB, ${(gzipSync(text).length / 1024).toFixed(0)} kB zipped`,
  );
}
