/** The anchors of headings, as GitHub makes them: `## Why us (≈ 30 seconds)` is `#why-us--30-seconds`. */

import { decoded } from '../text/uri.ts';
import type { AnswersFile } from './parseAnswers.ts';

/** By what an answer's heading can be linked to. */
export interface HeadingSlugs {
  /** Of the whole heading, as GitHub and editors make it; differs between any two headings of a file. */
  readonly full: string;
  /** Of the heading without its target, which stays as it is when the target changes. */
  readonly title: string;
}

/**
 * The anchor of a heading's plain text: lower case, blanks as hyphens, other signs left out. The letters that stay are
 * those of `\p{Word}` in GitHub's own filter for tables of contents (html-pipeline).
 */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** The anchors of headings in their order; one that is taken gets `-1`, `-2` and so on. */
export function slugsOf(headings: readonly string[]): readonly string[] {
  const taken = new Map<string, number>();
  return headings.map((heading) => {
    const plain = slugOf(heading);
    let count = taken.get(plain) ?? 0;
    let slug = count === 0 ? plain : `${plain}-${count}`;
    // "Why us 1" may already have taken what the second "Why us" would get.
    while (count > 0 && taken.has(slug)) slug = `${plain}-${++count}`;
    taken.set(plain, count + 1);
    if (slug !== plain) taken.set(slug, 1);
    return slug;
  });
}

/** The anchors of a file's answers, by their indices. */
export function headingSlugs({ answers }: Pick<AnswersFile, 'answers'>): readonly HeadingSlugs[] {
  const full = slugsOf(answers.map(({ content }) => content.headingText));
  const title = slugsOf(answers.map(({ content }) => content.title));
  return answers.map((_, i) => ({ full: full[i]!, title: title[i]! }));
}

/** A heading that a link means, and by which of its anchors. */
export interface LinkedHeading {
  /** Index into the file's answers. */
  readonly index: number;
  /** `loose`: by neither anchor to the letter, as other programs make them. */
  readonly by: 'full' | 'title' | 'loose';
}

/**
 * The heading that a fragment (without `#`) means: by its whole anchor, else by that without the target, else by the same
 * words in the same order, as some editors fold hyphens and keep signs; undefined when there is none.
 */
export function headingOf(fragment: string, slugs: readonly HeadingSlugs[]): LinkedHeading | undefined {
  const written = decoded(fragment).toLowerCase();
  if (written === '') return undefined;
  const full = slugs.findIndex((one) => one.full === written);
  if (full >= 0) return { index: full, by: 'full' };
  const title = slugs.findIndex((one) => one.title === written);
  if (title >= 0) return { index: title, by: 'title' };
  const words = loosely(written);
  const loose = words === '' ? -1 : slugs.findIndex((one) => loosely(one.full) === words || loosely(one.title) === words);
  return loose < 0 ? undefined : { index: loose, by: 'loose' };
}

function loosely(slug: string): string {
  return slugOf(slug).replace(/-+/g, '-').replace(/^-|-$/g, '');
}
