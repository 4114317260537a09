/** Makes the quick fixes of the jargon rules: say what it stands for, add it to the vocabulary, choose the audience. */

import type { AnalysedFile } from '../analysis.ts';
import { t } from '../locale/locale.ts';
import type { Fix } from '../rules/rule.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { describeAudience, type Audience } from './audience.ts';
import { placeInFile, spokenOf, type AnsweredTo, type Use } from './ofFile.ts';

/** What stands in for an expansion that nobody knows yet. */
export const PLACEHOLDER = '⟨expansion⟩';

/** Writes "large language model (LLM)" in place of "LLM", with the article, the plural and the capital that belong to it. */
export function expandFix(file: AnalysedFile, use: Use, expansion: string, isPreferred: boolean): Fix {
  const text = spokenOf(use.answer);
  const written = text.slice(use.spoken.start, use.spoken.end);
  const isPlural = written.length > use.name.length && written.endsWith('s');
  const words = isPlural ? pluralOf(expansion) : expansion;
  const title =
    expansion === PLACEHOLDER ? t('Say what "{0}" stands for: {1} ({0})', use.name, PLACEHOLDER) : t('Say "{0}"', `${words} (${written})`);
  return { title, isPreferred, edits: [replaceWithArticle(file, use.answer, use.spoken, words, ` (${written})`)] };
}

/** Adds a word to the vocabulary in the front matter. */
export function vocabularyFix({ file }: AnalysedFile, word: string): Fix {
  return { title: t('Add "{0}" to the vocabulary of this file', word), edits: [file.frontMatter.addToVocabulary(word)] };
}

/** Says that the answers are for somebody else: in the comment of the answer when it has one, else in the front matter. */
export function audienceFixes(file: AnalysedFile, answer: AnsweredTo, audiences: Iterable<Audience>): readonly Fix[] {
  const fixes: Fix[] = [];
  const { content, base } = answer.analysed.answer;
  for (const audience of audiences) {
    if (audience === answer.audience) continue;
    if (content.audience === undefined) {
      fixes.push({ title: t('This file is for {0}', describeAudience(audience)), edits: [file.file.frontMatter.setAudience(audience)] });
    } else {
      const span = { start: content.audience.span.start + base, end: content.audience.span.end + base };
      fixes.push({
        title: t('This answer is for {0}', describeAudience(audience)),
        edits: [{ span, newText: `<!-- audience: ${audience} -->` }],
      });
    }
  }
  return fixes;
}

/** Puts words in place of a spoken span, with "a" or "an" before it as the words need it. */
export function replaceWithArticle(file: AnalysedFile, answer: AnsweredTo, spoken: Span, words: string, rest = ''): Edit {
  const text = spokenOf(answer);
  const place = placeInFile(answer, spoken);
  const source = file.file.text;
  const before = text.slice(Math.max(0, spoken.start - 3), spoken.start);
  const isStart = spoken.start === 0 || /(?:[.!?…]["”’)]?\s|\n)$/.test(before);
  const cased = isStart ? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}` : words;
  const article = /(?:^|[^\p{L}\p{N}])([Aa]n?) $/u.exec(source.slice(Math.max(0, place.start - 4), place.start))?.[1];
  if (article === undefined) return { span: place, newText: `${cased}${rest}` };
  const right = `${article[0]!}${articleOf(words) === 'an' ? 'n' : ''}`;
  return { span: { start: place.start - article.length - 1, end: place.end }, newText: `${right} ${cased}${rest}` };
}

/** "a" or "an", by the sound that a word or an acronym begins with. */
function articleOf(words: string): 'a' | 'an' {
  const [first = ''] = words.split(/[\s-]/);
  if (/^\p{Lu}{2,}s?$/u.test(first) && !PRONOUNCED.test(first)) return /^[AEFHILMNORSX]/.test(first) ? 'an' : 'a';
  return /^(?:[aeio]|hour|honest|heir|u(?!ni(?!n)|s[aeiu]|t[ei]|r[aei]|biq))/i.test(first) && !/^(?:eu|one|once)/i.test(first) ? 'an' : 'a';
}

/** Acronyms that are said as a word and begin with a consonant whose letter would take "an". */
const PRONOUNCED = /^(?:RAG|REST|RAM|RAID|LAN|NASA|NATO|NAT|SAML|SAP|SIEM|SOC|SMART|STAR|STEM|SWOT|MIMO|ReLU)s?$/;

function pluralOf(expansion: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(expansion)) return /ss$|x$|ch$|sh$/.test(expansion) ? `${expansion}es` : expansion;
  return /[^aeiou]y$/.test(expansion) ? `${expansion.slice(0, -1)}ies` : `${expansion}s`;
}
