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
 * Finds the heading that a fragment (without `#`) means: by its whole anchor, else by that without the target, else by the
 * same words in the same order, as some editors fold hyphens and keep signs; undefined when there is none.
 */
export function headingFinder(slugs: readonly HeadingSlugs[]): (fragment: string) => LinkedHeading | undefined {
  const full = firsts(slugs.map((one) => one.full));
  const title = firsts(slugs.map((one) => one.title));
  let loose: ReadonlyMap<string, number> | undefined;
  return (fragment) => {
    const written = decoded(fragment).toLowerCase();
    if (written === '') return undefined;
    const byFull = full.get(written);
    if (byFull !== undefined) return { index: byFull, by: 'full' };
    const byTitle = title.get(written);
    if (byTitle !== undefined) return { index: byTitle, by: 'title' };
    const words = loosely(written);
    if (words === '') return undefined;
    loose ??= firsts(slugs.flatMap((one) => [loosely(one.full), loosely(one.title)]));
    const byWords = loose.get(words);
    return byWords === undefined ? undefined : { index: byWords >> 1, by: 'loose' };
  };
}

/** Where each string comes first. */
function firsts(strings: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  strings.forEach((string, i) => {
    if (!places.has(string)) places.set(string, i);
  });
  return places;
}

function loosely(slug: string): string {
  return slugOf(slug).replace(/-+/g, '-').replace(/^-|-$/g, '');
}
