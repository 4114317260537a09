/** Learns letter-to-sound rules from a pronouncing dictionary: letters aligned with phones, then the contexts that tell readings apart. */

/** Letters seen left and right of the letter that is read, from the widest view of a rule to the next. */
export const WINDOWS = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 3],
  [3, 3],
  [3, 4],
  [4, 4],
];

const ITERATIONS = 6;

/** The letters around a place in a word; `<` and `>` stand before and after it. */
export function contextAt(word, index, [left, right]) {
  const padded = `<<<<${word}>>>>`;
  return padded.slice(index + 4 - left, index + 4 + right + 1);
}

/**
 * Aligns each letter with none, one or two phones, by expectation maximisation.
 * `entries` are pairs of a word and its phones; words with more than two phones a letter are left out.
 */
export function align(entries) {
  const usable = entries.filter(([word, phones]) => phones.length <= 2 * word.length);
  let chances = new Map();
  for (let i = 0; i < ITERATIONS; i++) chances = normalise(expect(usable, chances));
  return usable.map(([word, phones]) => [word, bestPath(word, phones, chances)]).filter(([, labels]) => labels !== undefined);
}

/** Rules from context to phones, where a longer context is kept only if it puts right at least `minimumGain` letters. */
export function learn(aligned, minimumGain) {
  const rules = new Map();
  WINDOWS.forEach((window, level) => {
    const added = [];
    for (const [context, { counts, word, index }] of countLabels(aligned, window)) {
      const [label, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
      const inherited = level === 0 ? undefined : readLetter(rules, word, index, level - 1);
      const gain = count - (counts.get(inherited) ?? 0);
      if (label !== inherited && gain >= (level === 0 ? 0 : minimumGain)) added.push([context, label]);
    }
    for (const [context, label] of added) rules.set(context, label);
  });
  return rules;
}

/** The phones of a word by the rules. */
export function readAloud(rules, word) {
  const phones = [];
  for (let i = 0; i < word.length; i++) {
    const label = readLetter(rules, word, i, WINDOWS.length - 1);
    if (label !== '') phones.push(...label.split(' '));
  }
  return phones;
}

function readLetter(rules, word, index, widest) {
  for (let level = widest; level >= 0; level--) {
    const label = rules.get(contextAt(word, index, WINDOWS[level]));
    if (label !== undefined) return label;
  }
  return '';
}

function countLabels(aligned, window) {
  const seen = new Map();
  for (const [word, labels] of aligned) {
    for (let index = 0; index < word.length; index++) {
      const context = contextAt(word, index, window);
      let at = seen.get(context);
      if (at === undefined) seen.set(context, (at = { counts: new Map(), word, index }));
      at.counts.set(labels[index], (at.counts.get(labels[index]) ?? 0) + 1);
    }
  }
  return seen;
}

function chunk(phones, from, size) {
  return size === 0 ? '' : size === 1 ? phones[from] : `${phones[from]} ${phones[from + 1]}`;
}

/** Before the first round a letter is most likely one phone, now and then silent, seldom two. */
function chance(chances, letter, label) {
  const known = chances.get(letter);
  if (known !== undefined) return known.get(label) ?? 1e-7;
  return label === '' ? 0.15 : label.includes(' ') ? 0.005 : 0.03;
}

function expect(entries, chances) {
  const counts = new Map();
  for (const [word, phones] of entries) {
    const [letters, size] = [word.length, phones.length];
    const forward = grid(letters, size, 0);
    const backward = grid(letters, size, 0);
    forward[0][0] = 1;
    backward[letters][size] = 1;
    for (let i = 0; i < letters; i++) {
      for (let j = 0; j <= size; j++) {
        for (let k = 0; forward[i][j] > 0 && k <= 2 && j + k <= size; k++) {
          forward[i + 1][j + k] += forward[i][j] * chance(chances, word[i], chunk(phones, j, k));
        }
      }
    }
    const total = forward[letters][size];
    if (total === 0) continue;
    for (let i = letters - 1; i >= 0; i--) {
      const letter = counts.get(word[i]) ?? new Map();
      counts.set(word[i], letter);
      for (let j = 0; j <= size; j++) {
        for (let k = 0; k <= 2 && j + k <= size; k++) {
          const label = chunk(phones, j, k);
          const onward = chance(chances, word[i], label) * backward[i + 1][j + k];
          backward[i][j] += onward;
          const share = (forward[i][j] * onward) / total;
          if (share > 1e-9) letter.set(label, (letter.get(label) ?? 0) + share);
        }
      }
    }
  }
  return counts;
}

function normalise(counts) {
  return new Map(
    [...counts].map(([letter, labels]) => {
      const sum = [...labels.values()].reduce((a, b) => a + b, 0);
      return [letter, new Map([...labels].map(([label, n]) => [label, n / sum]).filter(([, share]) => share > 1e-6))];
    }),
  );
}

function bestPath(word, phones, chances) {
  const [letters, size] = [word.length, phones.length];
  const best = grid(letters, size, -Infinity);
  const taken = grid(letters, size, 0);
  best[0][0] = 0;
  for (let i = 0; i < letters; i++) {
    for (let j = 0; j <= size; j++) {
      for (let k = 0; best[i][j] > -Infinity && k <= 2 && j + k <= size; k++) {
        const score = best[i][j] + Math.log(chance(chances, word[i], chunk(phones, j, k)));
        if (score > best[i + 1][j + k]) {
          best[i + 1][j + k] = score;
          taken[i + 1][j + k] = k;
        }
      }
    }
  }
  if (best[letters][size] === -Infinity) return undefined;
  const labels = [];
  for (let i = letters, j = size; i > 0; i--) {
    const k = taken[i][j];
    j -= k;
    labels.unshift(chunk(phones, j, k));
  }
  return labels;
}

function grid(rows, columns, fill) {
  return Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1).fill(fill));
}
