/** The quick fixes that silence one finding: on its line, in its answer, for its sentence, for its word, in its file. */

import type { Analysis } from '../analysis.ts';
import type { Finding } from '../findings.ts';
import { inFile, parseAnswers, type AnswersFile } from '../answers/parseAnswers.ts';
import { answerAt, sentenceOf } from '../editing/sentenceOf.ts';
import { t } from '../locale/locale.ts';
import type { Fix } from '../rules/rule.ts';
import { applyEdits, insertion, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { lineOf } from './places.ts';
import { ignoredEntry } from './sentenceMark.ts';
import { tailOf } from '../text/tail.ts';

/**
 * Made when somebody asks, not with every analysis. Each is a plain edit that leaves the Markdown and what is said as
 * they are; one that would not is not offered. The rules about suppressions have none: their fixes remove the cause.
 */
export function silenceFixes(analysis: Analysis, { rule, span }: Pick<Finding, 'rule' | 'span'>): readonly Fix[] {
  if (rule.startsWith('suppression/')) return [];
  const { frontMatter, text } = analysis.file;
  if (span.start < frontMatter.end) return [offInFile(analysis, rule)];
  const word = wordFix(analysis, rule, span);
  const fixes: (Fix | undefined)[] = [
    safely(analysis, span, { title: t('Silence {0} on this line', rule), edits: [lineEdit(analysis, rule, span)] }),
    { title: t('Silence {0} for this sentence', rule), edits: [frontMatter.addIgnored(ignoredEntry(rule, sentenceOf(analysis, span)))] },
    word === undefined
      ? undefined
      : { title: t('Add "{0}" to the vocabulary of this file', text.slice(span.start, span.end)), edits: [word] },
    answerFix(analysis, rule, span),
    offInFile(analysis, rule),
  ];
  return fixes.filter((fix) => fix !== undefined);
}

function offInFile({ file }: Analysis, rule: string): Fix {
  return { title: t('Turn {0} off in this file', rule), edits: [file.frontMatter.setRule(rule, 'off')] };
}

/** Above the line where a paragraph or a heading begins there; at the line's end where it is in the middle of something. */
function lineEdit({ file: { text }, answers }: Analysis, rule: string, span: Span): Edit {
  const line = lineOf(text, span.start);
  const own = answerAt(answers, span.start);
  const beginsHere =
    own !== undefined &&
    (inFile(own.answer, own.answer.content.headingSpan).start === line.start ||
      own.answer.content.blocks.some((block) => block.kind === 'paragraph' && inFile(own.answer, block.span).start === line.start));
  if (beginsHere) {
    const at = text.charCodeAt(line.start) === BYTE_ORDER_MARK ? line.start + 1 : line.start;
    return insertion(at, `<!-- interview-answers-disable-next-line ${rule} -->${lineBreakOf(text)}`);
  }
  const end = line.start + endBeforeBreak(text.slice(line.start, line.end));
  return { span: { start: end, end }, newText: ` <!-- interview-answers-disable-line ${rule} -->` };
}

/** The length of a line without the blanks, or the backslash, that may be a hard line break. */
function endBeforeBreak(line: string): number {
  const blanks = tailOf(line, /[ \t]/).length;
  return line.length - (blanks === 0 && line.endsWith('\\') ? 1 : blanks);
}

/** From below the heading to the end of the answer; a finding at the heading is not in there. */
function answerFix(analysis: Analysis, rule: string, span: Span): Fix | undefined {
  const { text } = analysis.file;
  const own = answerAt(analysis.answers, span.start);
  if (own === undefined) return undefined;
  const whole = inFile(own.answer, own.answer.content.span);
  const heading = inFile(own.answer, own.answer.content.headingSpan);
  if (span.start < heading.end) return undefined;
  const end = text.slice(whole.start, whole.end).trimEnd().length + whole.start;
  const newline = lineBreakOf(text);
  const edits: Edit[] = [
    { span: { start: heading.end, end: heading.end }, newText: `${newline}<!-- interview-answers-disable ${rule} -->` },
    { span: { start: end, end }, newText: `${newline}${newline}<!-- interview-answers-enable ${rule} -->` },
  ];
  return safely(analysis, span, { title: t('Silence {0} in this answer', rule), edits });
}

/** Rules that leave alone what the vocabulary has, where one word or a short phrase is flagged. */
function wordFix({ file: { text, frontMatter } }: Analysis, rule: string, { start, end }: Span): Edit | undefined {
  const written = text.slice(start, end);
  // The other rules of this kind bring that fix themselves.
  return rule === 'jargon/wordy' && /^[\p{L}\p{N}][\p{L}\p{N} '’&.+-]{0,40}$/u.test(written)
    ? frontMatter.addToVocabulary(written)
    : undefined;
}

/** The fix, unless it changes what is said around it: in a table, in code or in HTML a comment is no comment. */
function safely({ file, answers }: Analysis, { start }: Span, fix: Fix): Fix | undefined {
  const own = answerAt(answers, start);
  const index = own === undefined ? -1 : answers.indexOf(own);
  // What stands above a heading belongs to the answer before it.
  const from = index <= 0 ? file.frontMatter.end : inFile(answers[index - 1]!.answer, answers[index - 1]!.answer.content.span).start;
  const next = answers[index + 1];
  const to = next === undefined ? file.text.length : inFile(next.answer, next.answer.content.span).start;
  const before = file.text.slice(from, to);
  const moved = fix.edits.map(({ span, newText }) => ({ span: { start: span.start - from, end: span.end - from }, newText }));
  return isSame(parse(before), parse(applyEdits(before, moved))) ? fix : undefined;
}

/** As if it were a file without front matter. */
function parse(text: string): AnswersFile {
  return parseAnswers(`\n${text}`, { tables: true });
}

function isSame(a: AnswersFile, b: AnswersFile): boolean {
  const told = ({ answers }: AnswersFile): string =>
    JSON.stringify(
      answers.map(({ content: { title, level, target, spoken, blocks } }) => [
        title,
        level,
        target?.minSeconds,
        target?.maxSeconds,
        spoken.text,
        spoken.stagePauses,
        blocks.filter(({ kind }) => kind !== 'comment').map(({ kind }) => kind),
      ]),
    );
  return told(a) === told(b) && count(b) > count(a);

  function count({ answers, preamble, text }: AnswersFile): number {
    // In a code block or an attribute, the comment would be text.
    const inCode = [
      ...preamble.map((block) => block),
      ...answers.flatMap((answer) => answer.content.blocks.map((block) => ({ ...block, span: inFile(answer, block.span) }))),
    ]
      .filter(({ kind }) => kind === 'code')
      .reduce((sum, { span }) => sum + (text.slice(span.start, span.end).match(/<!-- interview-answers-/g)?.length ?? 0), 0);
    return (text.match(/<!-- interview-answers-/g)?.length ?? 0) - inCode;
  }
}

function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text.slice(0, 100_000))?.[0] ?? '\n';
}

const BYTE_ORDER_MARK = 0xfeff;
