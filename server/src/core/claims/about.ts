/** Tells whether what stands in the sentence beside a claim is about the claim, and not about something else. */

import { stemsOf } from './evidence.ts';
import type { SupportForm } from './support.ts';

/**
 * Whether support of a form in the `neighbour` sentence can be meant for what the `sentence` claims: both speak of the same
 * thing, one refers to the other, or the neighbour tells of a change. A count of colleagues beside "our results got better" is not.
 */
export function isAbout(form: SupportForm, neighbour: string, sentence: string): boolean {
  if (!NEEDS_TOPIC.has(form)) return true;
  if (CHANGES.has(form) && TELLS_CHANGE.test(neighbour)) return !OF_ITS_OWN.test(neighbour);
  return REFERS.test(neighbour) || REFERS.test(sentence) || sharesStem(neighbour, sentence);
}

/** Forms that say little by themselves about what they are for. */
const NEEDS_TOPIC: ReadonlySet<SupportForm> = new Set<SupportForm>([
  'link',
  'footnote',
  'citation',
  'named source',
  'quotation',
  'artefact',
  'measured figure',
  'figure',
]);
const CHANGES: ReadonlySet<SupportForm> = new Set<SupportForm>(['measured figure', 'figure']);

/** A comparison with another time or another group, which is what the reader looks for behind a claim. */
const TELLS_CHANGE =
  /\b(?:than|against|compared|instead of|versus|used to|before|before that|fell|dropped|rose|grew|climbed|went|came down|came up|cut|halved|doubled|tripled|reduced|increased|improved|down|fewer|less|more|only|still|no longer|now|after|since|by then|at first|previously|had been)\b|\bfrom\b[^.]{1,45}\bto\b/i;

/** "Sickness fell too" tells of another change than the sentence before it. */
const OF_ITS_OWN =
  /^\W*(?:\w+ ){1,3}(?:fell|dropped|rose|grew|improved|went (?:up|down)|came down|increased) (?:too|also|as well)\b|^\W*(?:also|besides|another thing)\b/i;

/** A sentence that begins with a pronoun goes on about what was said; "that shows" points back wherever it stands. */
const REFERS =
  /^\W*(?:(?:and|but|so|because) )?(?:it|they|the same|both|which|as a result|in numbers|in figures|concretely)\b|^\W*(?:this|that|these|those)(?:'s| (?:is|was|were|are|has|had|took|went|came|meant|made|gave|saved|cut|brought|shows?|alone)\b)|\b(?:shows?|showed|confirm(?:s|ed)?|measured|prove[sd]?|counted|tracked) (?:it|this|that|so|as much)\b|\bso (?:says?|said)\b|\b(?:says?|said) so\b/i;

function sharesStem(a: string, b: string): boolean {
  const other = stemsOf(b);
  for (const stem of stemsOf(a)) if (other.has(stem)) return true;
  return false;
}
