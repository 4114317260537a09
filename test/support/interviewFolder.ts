/** A folder with one talk and one answer, for tests of what links them. */

export const FOLDER = 'file:///interview';
export const ANSWERS = `${FOLDER}/answers.md`;
export const TALK = `${FOLDER}/transcripts/talk.md`;
export const GLOSSARY = `${FOLDER}/glossary.md`;

export const TALK_TEXT = `# Building Veloquent - Mara Odili

**Video URL:** https://www.youtube.com/watch?v=AbCdEfGhIjK

**[00:05]** So today it is all about well equent,
**[00:09]** the scheduler that we have built.
**[01:10]** Backpressure is basically a way to say no early,
**[01:14]** <img src=x onerror=alert(1)> and [click](command:evil) too.
**[04:15]** In the end veloquint paid for itself.
**[04:20]** And backpressure did help with that.
`;

export const ANSWERS_TEXT = `# Why us (≈ 30 seconds)

I like Veloquent, because of backpressure. Your pricing is nobody's business, and Veloquent works.
`;

/** Zero-based position of the first letter of some words of a text. */
export function at(text: string, words: string): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(words));
  return { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 };
}
