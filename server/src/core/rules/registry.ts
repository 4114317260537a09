/** All rules, in the order of the docs. To add one, see CONTRIBUTING.md. */

import { ambiguousAcronym } from './ambiguousAcronym.ts';
import { breath } from './breath.ts';
import { lateDefinition } from './lateDefinition.ts';
import { malformedTarget } from './malformedTarget.ts';
import { missingTarget } from './missingTarget.ts';
import { overTarget } from './overTarget.ts';
import { readability } from './readability.ts';
import { redundantAcronym } from './redundantAcronym.ts';
import { technicalTerm } from './technicalTerm.ts';
import { undefinedAcronym } from './undefinedAcronym.ts';
import { underTarget } from './underTarget.ts';
import { unknownAudience } from './unknownAudience.ts';
import { wordy } from './wordy.ts';

export { SEVERITIES, type Severity } from './rule.ts';

export const RULES = [
  overTarget,
  underTarget,
  missingTarget,
  malformedTarget,
  breath,
  readability,
  lateDefinition,
  undefinedAcronym,
  ambiguousAcronym,
  technicalTerm,
  redundantAcronym,
  wordy,
  unknownAudience,
] as const;

export type RuleId = (typeof RULES)[number]['id'];

/** Path of a rule's page from the root of the repository. */
export function docsPath(id: RuleId): string {
  return `docs/rules/${id.replace('/', '-')}.md`;
}
