/** Which key does what: one table, for the keyboard and for the list of keys. */

import { phrase } from '../../../../server/src/core/locale/locale.ts';

/** What a key asks for. */
export type Command =
  | 'toggle'
  | 'end'
  | 'stop'
  | 'nextSentence'
  | 'previousSentence'
  | 'nextWord'
  | 'previousWord'
  | 'faster'
  | 'slower'
  | 'larger'
  | 'smaller'
  | 'mirror'
  | 'flow'
  | 'sentence'
  | 'clock'
  | 'show'
  | 'form'
  | 'listen'
  | 'follow'
  | 'voice'
  | 'page'
  | 'keep'
  | 'discard'
  | 'again'
  | 'next'
  | 'history'
  | 'help';

/** When a key means something: while an answer is rehearsed, after a run, or always. */
export type Situation = 'run' | 'report' | 'other';

interface Binding {
  readonly command: Command;
  /** `KeyboardEvent.key` values; letters in lower case, `Shift+` where it matters. */
  readonly keys: readonly string[];
  readonly when: readonly Situation[];
  /** For the list of keys: the key, to be translated where it has a name, and what it does, to be translated. */
  readonly shown: string;
  readonly says: string;
}

export const BINDINGS: readonly Binding[] = [
  {
    command: 'toggle',
    keys: [' '],
    when: ['run'],
    shown: phrase('Space'),
    says: phrase('Start, pause, go on; at the end of the text: end'),
  },
  { command: 'end', keys: ['Enter'], when: ['run'], shown: phrase('Enter'), says: phrase('End the run') },
  {
    command: 'stop',
    keys: ['Escape'],
    when: ['run', 'report', 'other'],
    shown: phrase('Esc'),
    says: phrase('Stop, without keeping the run; close this list'),
  },
  { command: 'nextSentence', keys: ['ArrowRight', 'PageDown'], when: ['run'], shown: '→', says: phrase('Next sentence') },
  { command: 'previousSentence', keys: ['ArrowLeft', 'PageUp'], when: ['run'], shown: '←', says: phrase('Previous sentence') },
  {
    command: 'nextWord',
    keys: ['Shift+ArrowRight'],
    when: ['run'],
    shown: phrase('Shift →'),
    says: phrase('Next word; a click on a word goes there'),
  },
  { command: 'previousWord', keys: ['Shift+ArrowLeft'], when: ['run'], shown: phrase('Shift ←'), says: phrase('Previous word') },
  { command: 'faster', keys: ['ArrowUp'], when: ['run'], shown: '↑', says: phrase('Faster') },
  { command: 'slower', keys: ['ArrowDown'], when: ['run'], shown: '↓', says: phrase('Slower') },
  { command: 'larger', keys: ['+', '='], when: ['run'], shown: '+', says: phrase('Larger text') },
  { command: 'smaller', keys: ['-', '_'], when: ['run'], shown: '−', says: phrase('Smaller text') },
  { command: 'flow', keys: ['1'], when: ['run'], shown: '1', says: phrase('Flow: the words are marked at your pace') },
  { command: 'sentence', keys: ['2'], when: ['run'], shown: '2', says: phrase('Sentence by sentence: a key brings the next one') },
  { command: 'clock', keys: ['3'], when: ['run'], shown: '3', says: phrase('Clock only') },
  { command: 'form', keys: ['t'], when: ['run'], shown: 'T', says: phrase('Whole text, first letters, key points, question only') },
  { command: 'show', keys: ['s'], when: ['run'], shown: 'S', says: phrase('Show the answer, if it is hidden') },
  { command: 'follow', keys: ['f'], when: ['run'], shown: 'F', says: phrase('Follow the place again, after scrolling') },
  { command: 'mirror', keys: ['m'], when: ['run'], shown: 'M', says: phrase('Mirror') },
  { command: 'listen', keys: ['l'], when: ['run'], shown: 'L', says: phrase('Listen, if there is a voice') },
  {
    command: 'voice',
    keys: ['v'],
    when: ['run'],
    shown: 'V',
    says: phrase('By voice, if the microphone may be used: your first word starts the clock'),
  },
  { command: 'page', keys: ['b'], when: ['run', 'report'], shown: 'B', says: phrase('In your browser, where the microphone works') },
  { command: 'keep', keys: ['k'], when: ['report'], shown: 'K', says: phrase('After a run: keep it') },
  { command: 'discard', keys: ['d'], when: ['report'], shown: 'D', says: phrase('After a run: discard it') },
  { command: 'again', keys: ['a'], when: ['report'], shown: 'A', says: phrase('After a run: again') },
  { command: 'next', keys: ['n'], when: ['run', 'report'], shown: 'N', says: phrase('Next answer') },
  { command: 'history', keys: ['h'], when: ['run', 'report', 'other'], shown: 'H', says: phrase('History, and back') },
  { command: 'help', keys: ['?'], when: ['run', 'report', 'other'], shown: '?', says: phrase('This list') },
];

/** What of a keyboard event decides. */
export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

/** What the focused element does with keys itself. */
export type Focus = 'none' | 'button' | 'choice' | 'text';

/** What a pressed key asks for; undefined where it belongs to VS Code or to the focused control. */
export function commandFor(pressed: Pressed, situation: Situation, focus: Focus): Command | undefined {
  const { key, shiftKey, ctrlKey, altKey, metaKey, repeat } = pressed;
  if (ctrlKey || altKey || metaKey) return undefined;
  if (focus === 'text' && key !== 'Escape') return undefined;
  if (focus === 'button' && (key === ' ' || key === 'Enter')) return undefined;
  if (focus === 'choice' && !COMMANDS_AT_CHOICES.has(key)) return undefined;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const shifted = shiftKey && key.startsWith('Arrow') ? `Shift+${name}` : name;
  const found = BINDINGS.find(({ keys, when }) => when.includes(situation) && keys.includes(shifted));
  // A held key must not start and pause again and again.
  return found === undefined || (repeat && ONCE.has(found.command)) ? undefined : found.command;
}

/** Radio buttons, lists and sliders use arrows, letters and the space bar themselves. */
const COMMANDS_AT_CHOICES: ReadonlySet<string> = new Set(['Escape', '?']);

const ONCE: ReadonlySet<Command> = new Set([
  'toggle',
  'end',
  'stop',
  'keep',
  'discard',
  'again',
  'next',
  'history',
  'help',
  'listen',
  'voice',
  'page',
]);
