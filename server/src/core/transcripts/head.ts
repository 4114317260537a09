/** Reads what the head of a transcript says about the recording: title, speakers, address of the video. */

import { isMap, isScalar, isSeq } from 'yaml';
import { CueText } from './cueText.ts';
import type { Cue } from './transcript.ts';
import { withoutClosingMarks, withoutTail } from '../text/tail.ts';
import { parseYaml } from '../yaml.ts';

export interface Head {
  readonly title: string | undefined;
  readonly mediaUrl: string | undefined;
  readonly speakers: readonly string[];
  /** Zero-based line behind the front matter. */
  readonly end: number;
}

/** Reads front matter, and the lines before the first cue. Never throws. */
export function readHead(lines: readonly string[], firstCueLine: number): Head {
  const front = readFrontMatter(lines);
  let { title, mediaUrl } = front;
  const speakers = [...front.speakers];
  let firstText: string | undefined;
  for (const line of lines.slice(front.end, Math.min(firstCueLine, front.end + HEAD_LINES))) {
    const heading = /^#\s+(?=\S)/.exec(line)?.[0];
    if (heading !== undefined) title ??= plain(withoutClosingMarks(line.slice(heading.length)));
    title ??= /^\uFEFF?WEBVTT - (?!This file)(.+)$/.exec(line)?.[1]?.trim();
    const [, key, value = ''] = KEY.exec(line) ?? [];
    if (key !== undefined && /^title$/i.test(key)) title ??= plain(value);
    if (key !== undefined && /^(?:speakers?|guests?|hosts?|with)$/i.test(key)) speakers.push(...names(value.slice(0, LONGEST)));
    const by = /^(?:[Bb]y|BY|[Ww]ith|[Ff]eaturing)\s+(\p{Lu}.{1,80})$/u.exec(plain(line))?.[1];
    if (by !== undefined) speakers.push(...names(by).filter((name) => IS_NAME.test(name)));
    mediaUrl ??= urlIn(line);
    if (/\p{L}/u.test(line) && !isKnownKey(key) && urlIn(line) === undefined) firstText ??= plain(line);
  }
  return { title: title ?? firstText?.slice(0, 200), mediaUrl, speakers: [...new Set(speakers)], end: front.end };
}

/** The lines of the head as cues, so that a term in the title or the summary is found. */
export function headCues(lines: readonly string[], from: number, to: number): readonly Cue[] {
  const cues: Cue[] = [];
  for (let line = from; line < Math.min(to, from + HEAD_LINES); line++) {
    const source = lines[line]!;
    // Addresses and headings that only name a stretch of time say nothing.
    if (!/\p{L}/u.test(source) || /https?:\/\//i.test(source)) continue;
    const marker = /^\s{0,3}(?:#{1,6}\s+|[-*+]\s+)?/.exec(source)![0].length;
    const text = new CueText();
    text.addMarkup(source.slice(marker), line, marker);
    const cue = text.finish({ isHead: true });
    if (cue !== undefined) cues.push(cue);
  }
  return cues;
}

function readFrontMatter(lines: readonly string[]): Head {
  const nothing: Head = { title: undefined, mediaUrl: undefined, speakers: [], end: 0 };
  if (lines[0]?.replace(/^\uFEFF/, '').trimEnd() !== '---') return nothing;
  const close = lines.slice(1, 200).findIndex((line) => line.trimEnd() === '---');
  if (close < 0) return nothing;
  const source = lines.slice(1, close + 1).join('\n');
  if (source.length > LONGEST) return { ...nothing, end: close + 2 };
  const document = parseYaml(source);
  if (!isMap(document.contents)) return { ...nothing, end: close + 2 };
  let title: string | undefined;
  let mediaUrl: string | undefined;
  const speakers: string[] = [];
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value).toLowerCase() : '';
    const text = isScalar(value) && typeof value.value === 'string' ? value.value.trim() : undefined;
    if (name === 'title' && text !== undefined) title = text;
    if (/^(?:video|audio|url|source|link|media)$/.test(name) && text !== undefined) mediaUrl ??= urlIn(text);
    if (/^(?:speakers?|guests?|hosts?|people)$/.test(name)) {
      if (text !== undefined) speakers.push(...names(text));
      if (isSeq(value))
        speakers.push(...value.items.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value.trim()] : [])));
    }
  }
  return { title, mediaUrl, speakers, end: close + 2 };
}

/** UTF-16 units of a list of speakers, or of a front matter, that is read: a page. */
const LONGEST = 20_000;
/** A head is short; a file without any cue isn't read as one to its end. */
const HEAD_LINES = 80;
const KEY = /^\s*(?:\*\*)?([A-Za-z][A-Za-z ]{1,20}?)(?:\*\*)?\s{0,9}:(?:\*\*)?\s*(.*)/s;

/** Up to five words, all but particles with capitals: a line of prose can begin with "with" as well. */
const IS_NAME = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:\p{Lu}[\p{L}\p{M}'’.-]*|de|van|von|der|la|bin|al)){0,4}$/u;

function isKnownKey(key: string | undefined): boolean {
  return (
    key !== undefined &&
    /^(?:title|date|video(?: url)?|url|source|link|speakers?|guests?|hosts?|by|channel|published|duration|topics?|with)$/i.test(key)
  );
}

function urlIn(text: string): string | undefined {
  const url = /https?:\/\/[^\s<>()[\]"'`]+/i.exec(text)?.[0];
  return url === undefined ? undefined : withoutTail(url, /[.,;:!?]/);
}

function names(list: string): readonly string[] {
  return plain(list)
    .split(/[,;&]|\band\b/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 60);
}

function plain(text: string): string {
  return (
    text
      .replace(/^\s*#{1,6}\s/, '')
      // An underscore within a word is a part of it.
      .replace(/[*`]+|(?<![\p{L}\p{N}])_+|(?<!_)_+(?![\p{L}\p{N}_])/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
