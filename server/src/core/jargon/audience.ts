/** Who an answer is for, which decides what words need no explanation. */

import { phrase, t } from '../locale/locale.ts';

export const AUDIENCES = ['recruiter', 'hiringManager', 'engineer', 'researcher'] as const;

/** Knowledge is no ladder: a recruiter knows words that an engineer doesn't. */
export type Audience = (typeof AUDIENCES)[number];

/** Reads an audience as somebody writes it: "hiring manager", "Engineers"; undefined when it is none of ours. */
export function parseAudience(text: string): Audience | undefined {
  const bare = text
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/s$/, '');
  return AUDIENCES.find((audience) => audience.toLowerCase() === bare);
}

/** "a recruiter", "an engineer". */
export function describeAudience(audience: Audience): string {
  return t(DESCRIPTIONS[audience]);
}

/** "A recruiter", "An engineer": where a sentence begins with it. */
export function describeAudienceFirst(audience: Audience): string {
  return t(FIRST_DESCRIPTIONS[audience]);
}

const DESCRIPTIONS: Readonly<Record<Audience, string>> = {
  recruiter: phrase('a recruiter'),
  hiringManager: phrase('a hiring manager'),
  engineer: phrase('an engineer'),
  researcher: phrase('a researcher'),
};

const FIRST_DESCRIPTIONS: Readonly<Record<Audience, string>> = {
  recruiter: phrase('A recruiter'),
  hiringManager: phrase('A hiring manager'),
  engineer: phrase('An engineer'),
  researcher: phrase('A researcher'),
};
