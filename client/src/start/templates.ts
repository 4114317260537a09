/** What a new answers file can begin with: questions that come up, with targets, and places to write. */

import { phrase } from '../../../server/src/core/locale/locale.ts';

export interface Template {
  readonly label: string;
  readonly detail: string;
  /** A snippet: its places are reached by Tab. */
  readonly snippet: string;
}

export const TEMPLATES: readonly Template[] = [
  {
    label: phrase('First Call'),
    detail: phrase('Six short answers for half an hour with a recruiter'),
    snippet: `# \${1:Company}: first call

## Tell me about yourself (≈ 60 seconds)

\${2:Who you are today, the one step that led here, and what you want next.}

## Why \${1:Company} (≈ 30 seconds)

\${3:One thing they do that you have seen for yourself, and what you would bring to it.}

## Why do you want to leave (≈ 20 seconds)

\${4:Towards something, not away from something.}

## What are you looking for (≈ 30 seconds)

\${5:The work, the people, and one thing that you would not do without.}

## When could you start (≈ 10 seconds)

\${6:A date.}

## What would you like to ask (≈ 20 seconds)

\${0:A question whose answer would change your mind.}
`,
  },
  {
    label: phrase('Technical Interview'),
    detail: phrase('Depth, a decision, an incident, and what you would do again'),
    snippet: `# \${1:Company}: technical interview

## Walk me through your current system (1–2 min)

\${2:What it is for, how much it handles, and the part that is yours.}

## Why \${3:this} instead of \${4:that} (≈ 45 seconds)

\${5:What you had to serve, what each would have cost, and what decided it.}

## An incident (≈ 90 seconds)

\${6:What broke, and what it meant for users.}

\${7:What you did, in the order in which you did it.}

\${8:How it ended, with a figure, and what has changed since.}

## A decision you regret (45–90 s)

\${9:The decision, what it cost, and how you would see it earlier.}

## What would you like to ask (≈ 20 seconds)

\${0:About the work on the first Monday.}
`,
  },
  {
    label: phrase('Stories'),
    detail: phrase('Four situations with what you did and what came of it'),
    snippet: `# \${1:Company}: stories

## A conflict (1–2 min)

\${2:Where it was, and who wanted what.} \${3:What you did.} \${4:What came of it.}

## A failure (1–2 min)

\${5:What you wanted.} \${6:What went wrong, and your part in it.} \${7:What you do differently.}

## Something you are proud of (1–2 min)

\${8:How it was before.} \${9:What you did that others would not have done.} \${10:How it is now, with a figure.}

## Feedback that changed you (≈ 60 seconds)

\${11:Who said what.} \${0:What you have done since.}
`,
  },
];
