/** Reads the front matter of an answers file: the keys the product knows, and where each stands. */

import { isMap, isScalar, type YAMLMap } from 'yaml';
import { parseAudience, type Audience } from '../jargon/audience.ts';
import { t } from '../locale/locale.ts';
import { insertion, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { isEmpty, newWord, readEntries, readMapEntries, readWords, setEntry, type ListEntry, type MapEntry } from './frontMatterLists.ts';
import { parseTarget, type Target, type TargetProblem } from './target.ts';
import { tailOf } from '../text/tail.ts';
import { parseYaml } from '../yaml.ts';

export interface FrontMatter {
  /** UTF-16 offset at which the Markdown begins: after the front matter and a byte order mark. */
  readonly end: number;
  /** `interviewAnswers: true` or `false`: whether the file says itself what it is. */
  readonly optIn: boolean | undefined;
  /** `target:`, the target of every answer that has none of its own. */
  readonly target: Target | undefined;
  /** `lang:`, a BCP 47 tag. */
  readonly language: string | undefined;
  /** `transcripts:`, globs of files beside this one. */
  readonly transcripts: readonly string[];
  /** `pronunciations:`, what is written to what is said. */
  readonly pronunciations: Readonly<Record<string, string>>;
  /** Where a pronunciation can be added, as an edit of the file. */
  readonly addPronunciation: (written: string, said: string) => Edit;
  /** `audience:`, who every answer is for that doesn't say so itself. */
  readonly audience: Audience | undefined;
  /** `vocabulary:`, acronyms and terms that need no explanation. */
  readonly vocabulary: readonly string[];
  /** Where a word of the vocabulary can be added. */
  readonly addToVocabulary: (word: string) => Edit;
  /** Where the audience can be set. */
  readonly setAudience: (audience: Audience) => Edit;
  /** `disable:`, rules that report nothing in this file; docs/quiet.md. */
  readonly disabled: readonly ListEntry[];
  /** `ignored:`, findings about single sentences that are not reported. */
  readonly ignored: readonly ListEntry[];
  /** Where one more of these can be added. */
  readonly addIgnored: (entry: string) => Edit;
  /** `rules:`, severities that hold in this file, as they are written. */
  readonly rules: readonly MapEntry[];
  /** Where the severity of a rule can be set. */
  readonly setRule: (rule: string, severity: string) => Edit;
  readonly problems: readonly FrontMatterProblem[];
}

export type FrontMatterProblem =
  | { readonly kind: 'syntax'; readonly span: Span; readonly message: string }
  | { readonly kind: 'target'; readonly span: Span; readonly problem: TargetProblem }
  | { readonly kind: 'audience'; readonly span: Span };

/** Finds and reads the front matter of a file. Never throws: what can't be read is a problem with its span. */
export function readFrontMatter(text: string): FrontMatter {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const block = findBlock(text, start);
  if (block?.fence !== '---') return { ...NOTHING, ...newBlock(start), end: block?.end ?? start };
  const { start: from, end: to } = block.content;
  if (to - from > LONGEST) {
    const span = { start: from, end: Math.min(to, from + SHOWN) };
    const message = t('It is longer than {0} characters and was not read.', LONGEST);
    return { ...NOTHING, ...newBlock(start), problems: [{ kind: 'syntax', span, message }], end: block.end };
  }
  return { ...readYaml(text.slice(block.content.start, block.content.end), block.content.start), end: block.end };
}

const BYTE_ORDER_MARK = 0xfeff;
/** Reading YAML takes microseconds a unit, and nobody writes as much of it. */
const LONGEST = 200_000;
const SHOWN = 80;

const NOTHING = {
  optIn: undefined,
  target: undefined,
  language: undefined,
  transcripts: [],
  pronunciations: {},
  audience: undefined,
  vocabulary: [],
  disabled: [],
  ignored: [],
  rules: [],
  problems: [],
} as const;

function findBlock(text: string, start: number): { fence: string; content: Span; end: number } | undefined {
  const opening = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start, start + 1000));
  if (opening === null) return undefined;
  const fence = opening[1]!;
  const contentStart = start + opening[0].length;
  const closing = fence === '---' ? /^---[ \t]*(?:\r\n|\n|\r|$)/gm : /^\+\+\+[ \t]*(?:\r\n|\n|\r|$)/gm;
  closing.lastIndex = contentStart;
  const match = closing.exec(text);
  if (match === null) return undefined;
  return { fence, content: { start: contentStart, end: match.index }, end: match.index + match[0].length };
}

function readYaml(source: string, at: number): Omit<FrontMatter, 'end'> {
  const document = parseYaml(source);
  const problems: FrontMatterProblem[] = document.problems.map((error) => ({
    kind: 'syntax',
    span: { start: at + error.pos[0], end: at + Math.max(error.pos[0], Math.min(error.pos[1], source.length)) },
    message: error.message,
  }));
  let optIn: boolean | undefined;
  let target: Target | undefined;
  let language: string | undefined;
  let transcripts: readonly string[] = [];
  let pronunciations: Readonly<Record<string, string>> = {};
  let audience: Audience | undefined;
  let vocabulary: readonly string[] = [];
  let disabled: readonly ListEntry[] = [];
  let ignored: readonly ListEntry[] = [];
  let rules: readonly MapEntry[] = [];
  let { addPronunciation, addToVocabulary, setAudience, addIgnored, setRule } = newKeys(at + source.length);
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value).toLowerCase().replace(/[-_ ]/g, '');
      if (name === 'pronunciations' && isMap(value) && value.items.length > 0) {
        pronunciations = readPronunciations(value);
        addPronunciation = newEntry(source, at, value.range[0]);
      }
      if (name === 'transcripts') transcripts = value === null ? [] : readWords(value);
      if (name === 'vocabulary' && value !== null) {
        vocabulary = readWords(value);
        addToVocabulary = newWord(source, at, value);
      }
      if (name === 'disable' && value !== null) disabled = readEntries(source, at, key.range[0], value);
      if (name === 'ignored' && value !== null) {
        ignored = readEntries(source, at, key.range[0], value);
        addIgnored = newWord(source, at, value);
      }
      if (name === 'rules' && value !== null) {
        if (isMap(value)) rules = readMapEntries(source, at, key.range[0], value);
        setRule = setEntry(source, at, value);
      }
      if (!isScalar(value)) continue;
      const [start, end] = value.range;
      const span = { start: at + start, end: at + end };
      if (name === 'interviewanswers' && typeof value.value === 'boolean') optIn = value.value;
      if (name === 'lang' && typeof value.value === 'string') language = value.value.trim() || undefined;
      if (name === 'audience') {
        audience = parseAudience(String(value.value));
        setAudience = (chosen) => ({ span, newText: isEmpty(value) ? ` ${chosen}` : chosen });
        if (audience === undefined) problems.push({ kind: 'audience', span });
      }
      if (name === 'target') {
        const result = readTarget(value.value, span);
        if (result.target !== undefined) target = result.target;
        if (result.problem !== undefined) problems.push({ kind: 'target', span, problem: result.problem });
      }
    }
  }
  return {
    optIn,
    target,
    language,
    transcripts,
    pronunciations,
    addPronunciation,
    audience,
    vocabulary,
    addToVocabulary,
    setAudience,
    disabled,
    ignored,
    addIgnored,
    rules,
    setRule,
    problems,
  };
}

function readPronunciations(map: YAMLMap): Readonly<Record<string, string>> {
  const entries: [string, string][] = [];
  for (const { key, value } of map.items) {
    if (isScalar(key) && isScalar(value) && typeof value.value === 'string') entries.push([String(key.value), value.value]);
  }
  return Object.fromEntries(entries);
}

type AddPronunciation = FrontMatter['addPronunciation'];

type Additions = Pick<FrontMatter, 'addPronunciation' | 'addToVocabulary' | 'setAudience' | 'addIgnored' | 'setRule'>;

/** A file without YAML front matter gets one. */
function newBlock(at: number): Additions {
  return newKeys(at, (line) => `---\n${line}---\n\n`);
}

/** Front matter without a key gets it at its end. */
function newKeys(at: number, wrap = (lines: string): string => lines): Additions {
  return {
    addPronunciation: (written, said) => insertion(at, wrap(`pronunciations:\n  ${entry(written, said)}\n`)),
    addToVocabulary: (word) => insertion(at, wrap(`vocabulary:\n  - ${JSON.stringify(word)}\n`)),
    setAudience: (audience) => insertion(at, wrap(`audience: ${audience}\n`)),
    addIgnored: (text) => insertion(at, wrap(`ignored:\n  - ${JSON.stringify(text)}\n`)),
    setRule: (rule, severity) => insertion(at, wrap(`rules:\n  ${rule}: ${severity}\n`)),
  };
}

/** Pronunciations get one more before the first, in the style they are written in. */
function newEntry(source: string, base: number, mapStart: number): AddPronunciation {
  if (source[mapStart] === '{') return (written, said) => insertion(base + mapStart + 1, ` ${entry(written, said)},`);
  const indent = tailOf(source.slice(0, mapStart), /[ \t]/);
  return (written, said) => insertion(base + mapStart, `${entry(written, said)}\n${indent}`);
}

/** JSON strings are YAML strings, whatever is in them. */
function entry(written: string, said: string): string {
  return `${JSON.stringify(written)}: ${JSON.stringify(said)}`;
}

function readTarget(value: unknown, span: Span): { target?: Target; problem?: TargetProblem } {
  if (typeof value !== 'string' && typeof value !== 'number') return { problem: 'unreadable' };
  // A bare number has no other unit it could mean.
  const parsed = parseTarget(typeof value === 'number' ? `${value} s` : value);
  if (parsed === undefined) return { problem: 'unreadable' };
  if (parsed.problem !== undefined) return { problem: parsed.problem };
  return { target: { ...parsed, span } };
}
