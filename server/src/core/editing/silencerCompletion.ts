/** Completion of the comments that silence rules, and of the rules in them. */

import { phrase, t } from '../locale/locale.ts';
import { RULES } from '../rules/registry.ts';
import { DIRECTIVES, type DirectiveKind } from '../suppressions/directives.ts';
import { completion, type Completion, type Place } from './completion.ts';

/** `<!-- interview-answers-‸`, and after such a word the rules: those that report something in this file come first. */
export function silencers(place: Place): readonly Completion[] {
  const rule =
    /<!--[ \t]*interview-answers-(?:disable(?:-next-line|-line|-file)?|enable)[ \t]+((?:[^\s,:>]{1,60}(?:[ \t]+(?:,[ \t]*)?|,[ \t]*)){0,20})([a-z/-]{0,40})$/i.exec(
      place.before,
    );
  if (rule !== null) return rules(place, rule[1]!, rule[2]!);
  const typed = /(<!--[ \t]*(?:i[a-z-]{0,40})?)$/i.exec(place.before) ?? /^[ \t]{0,3}(<(?:!-?)?)$/.exec(place.before);
  if (typed === null) return [];
  return DIRECTIVES.map((word) => {
    const newText = `<!-- interview-answers-${word} -->`;
    return completion(place, {
      typed: typed[1]!,
      behind: /^[ \t]*(?:--)?>/,
      newText,
      label: newText,
      detail: t(DETAILS[word]),
      kind: 'comment',
    });
  });
}

function rules(place: Place, before: string, typed: string): readonly Completion[] {
  const listed = new Set(before.split(/[\s,]+/));
  const reported = new Set<string>(place.analysis.findings.map((finding) => finding.rule));
  return RULES.filter(({ id }) => !listed.has(id) && !id.startsWith('suppression/'))
    .sort((a, b) => Number(reported.has(b.id)) - Number(reported.has(a.id)))
    .map(({ id, summary }) =>
      completion(place, { typed, behind: /^[a-z/-]{0,40}/, newText: id, label: id, detail: t(summary), kind: 'value' }),
    );
}

const DETAILS: Readonly<Record<DirectiveKind, string>> = {
  'disable-next-line': phrase('Silence rules on the next line'),
  'disable-line': phrase('Silence rules on this line'),
  disable: phrase('Silence rules from here on'),
  enable: phrase('Turn rules back on from here on'),
  'disable-file': phrase('Silence rules in this file'),
};
