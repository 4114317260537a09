/** Who an answer is for, which decides what words need no explanation. */

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
  return DESCRIPTIONS[audience];
}

const DESCRIPTIONS: Readonly<Record<Audience, string>> = {
  recruiter: 'a recruiter',
  hiringManager: 'a hiring manager',
  engineer: 'an engineer',
  researcher: 'a researcher',
};
