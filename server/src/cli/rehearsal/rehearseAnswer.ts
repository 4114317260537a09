/** One answer in the terminal: keys drive the session, and the user decides what becomes of the run. */

import type { RecallForm } from '../../core/rehearsal/recall.ts';
import { outcomeOf, type Outcome } from '../../core/rehearsal/progress.ts';
import { reportOf, type Report } from '../../core/rehearsal/report.ts';
import type { Script } from '../../core/rehearsal/script.ts';
import { step } from '../../core/rehearsal/session.ts';
import { newSession, planOf, type Session, type SessionEvent, type SessionOptions } from '../../core/rehearsal/sessionState.ts';
import { rehearsalScreen, reportScreen } from './screen.ts';
import type { Key, TerminalIo } from './terminal.ts';

export interface RehearseOptions {
  readonly session: SessionOptions;
  readonly form: RecallForm;
  readonly hasColours: boolean;
  /** Called once for every run, when the user has decided. What it returns is shown to the user. */
  readonly record: (run: FinishedRun) => Promise<string>;
}

export interface FinishedRun {
  readonly outcome: Outcome;
  readonly report: Report;
  /** The fullest form in which the answer was shown. */
  readonly form: RecallForm;
  readonly isKept: boolean;
}

/** A session that has ended, and what was shown of the answer. */
interface Ended {
  readonly session: Session;
  readonly form: RecallForm;
}

/** Rehearses a script until the user goes on, leaves, or presses Ctrl+C. */
export async function rehearseAnswer(script: Script, io: TerminalIo, options: RehearseOptions): Promise<'next' | 'quit' | 'interrupted'> {
  for (;;) {
    const ended = await runOnce(script, io, options);
    if (typeof ended === 'string') return ended;
    const choice = await decide(script, ended, io, options);
    if (choice !== 'again') return choice;
  }
}

async function runOnce(script: Script, io: TerminalIo, options: RehearseOptions): Promise<Ended | 'quit' | 'interrupted'> {
  let session = newSession(planOf(script), options.session);
  let { form } = options;
  for (;;) {
    io.draw(rehearsalScreen(script, session, io.size(), { ...options, form }));
    const key = await io.next();
    if (key === 'interrupt') return 'interrupted';
    if (key === 'q' && session.phase === 'ready') return 'quit';
    if (key === 's') form = 'full';
    session = step(session, eventOf(key, session), io.now());
    if (session.phase === 'ended') return { session, form };
  }
}

/** A step of the speed by key: one in ten is felt, and three take a normal pace to the fastest that people speak at. */
const SPEED_STEP = 1.1;

function eventOf(key: Key, { mode, phase, speed }: Session): SessionEvent {
  switch (key) {
    case 'space':
      return { type: 'toggle' };
    case 'enter':
    case 'right':
      if (phase === 'ready' && key === 'enter') return { type: 'start' };
      return { type: mode === 'clock' && phase !== 'ready' ? 'end' : 'next' };
    case 'left':
      return { type: 'previous' };
    case 'up':
      return { type: 'speed', speed: speed * SPEED_STEP };
    case 'down':
      return { type: 'speed', speed: speed / SPEED_STEP };
    case 'q':
      return { type: 'end' };
    default:
      return { type: 'tick' };
  }
}

const UNDECIDED = 'k keep · d discard';
const DECIDED = 'n next · r again · q quit';

async function decide(
  script: Script,
  { session, form }: Ended,
  io: TerminalIo,
  options: RehearseOptions,
): Promise<'next' | 'quit' | 'interrupted' | 'again'> {
  const outcome = outcomeOf(session);
  const report = reportOf(script, outcome);
  let isDecided = false;
  let help = UNDECIDED;
  for (;;) {
    io.draw(reportScreen(script, report, io.size(), options, help));
    const key = await io.next();
    if (key === 'interrupt') return 'interrupted';
    if (!isDecided && (key === 'k' || key === 'd')) {
      isDecided = true;
      help = `${await options.record({ outcome, report, form, isKept: key === 'k' })} · ${DECIDED}`;
    } else if (isDecided) {
      if (key === 'n' || key === 'enter' || key === 'right') return 'next';
      if (key === 'r') return 'again';
      if (key === 'q') return 'quit';
    } else if (key === 'q' || key === 'n' || key === 'r') help = `First: ${UNDECIDED}`;
  }
}
