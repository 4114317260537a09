/** All rules, in the order of the docs. To add one, see CONTRIBUTING.md. */

import { ambiguousAcronym } from './ambiguousAcronym.ts';
import { breath } from './breath.ts';
import { lateDefinition } from './lateDefinition.ts';
import { claimAbsolute } from './claimAbsolute.ts';
import { claimCausal } from './claimCausal.ts';
import { claimComparativeNoBaseline } from './claimComparativeNoBaseline.ts';
import { claimContradicted } from './claimContradicted.ts';
import { claimFigureNoSource } from './claimFigureNoSource.ts';
import { claimImpactNoFigure } from './claimImpactNoFigure.ts';
import { claimImportance } from './claimImportance.ts';
import { claimSuperlative } from './claimSuperlative.ts';
import { claimVagueAuthority } from './claimVagueAuthority.ts';
import { claimVagueQuantity } from './claimVagueQuantity.ts';
import { fillers } from './fillers.ts';
import { hardToSay } from './hardToSay.ts';
import { hedges } from './hedges.ts';
import { interviewNoFirstPersonAction } from './interviewNoFirstPersonAction.ts';
import { interviewNoResult } from './interviewNoResult.ts';
import { interviewQuestionNotAddressed } from './interviewQuestionNotAddressed.ts';
import { interviewSlowOpening } from './interviewSlowOpening.ts';
import { malformedTarget } from './malformedTarget.ts';
import { missingTarget } from './missingTarget.ts';
import { notReadInFull } from './notReadInFull.ts';
import { overTarget } from './overTarget.ts';
import { passive } from './passive.ts';
import { readability } from './readability.ts';
import { redundantAcronym } from './redundantAcronym.ts';
import { suppressionUnknownRule } from './suppressionUnknownRule.ts';
import { suppressionUnused } from './suppressionUnused.ts';
import { technicalTerm } from './technicalTerm.ts';
import { undefinedAcronym } from './undefinedAcronym.ts';
import { repeatedOpenings } from './repeatedOpenings.ts';
import { underTarget } from './underTarget.ts';
import { unknownAudience } from './unknownAudience.ts';
import { wordy } from './wordy.ts';

export { SEVERITIES, type Severity } from './rule.ts';

export const RULES = [
  overTarget,
  underTarget,
  missingTarget,
  malformedTarget,
  claimContradicted,
  claimAbsolute,
  claimVagueAuthority,
  claimImpactNoFigure,
  claimComparativeNoBaseline,
  claimSuperlative,
  claimCausal,
  claimImportance,
  claimVagueQuantity,
  claimFigureNoSource,
  breath,
  readability,
  lateDefinition,
  undefinedAcronym,
  ambiguousAcronym,
  technicalTerm,
  redundantAcronym,
  wordy,
  unknownAudience,
  hardToSay,
  repeatedOpenings,
  fillers,
  hedges,
  passive,
  interviewQuestionNotAddressed,
  interviewNoFirstPersonAction,
  interviewNoResult,
  interviewSlowOpening,
  notReadInFull,
  suppressionUnused,
  suppressionUnknownRule,
] as const;

export type RuleId = (typeof RULES)[number]['id'];

/** Path of a rule's page from the root of the repository. */
export function docsPath(id: RuleId): string {
  return `docs/rules/${id.replace('/', '-')}.md`;
}
