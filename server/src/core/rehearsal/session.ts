/** A rehearsal as a pure state machine: events and their times go in, a new state comes out. No clock of its own. */

import {
  clampSpeed,
  isAtEnd,
  movedToWord,
  wordAt,
  type Incident,
  type Session,
  type SessionEvent,
  sentenceOfWord,
  type Voice,
} from './sessionState.ts';
import { sum } from '../text/sum.ts';

/** Longest gap between two events, in milliseconds, that still counts as time that passed while rehearsing. */
const LONGEST_GAP_MS = {
  /** A visible panel ticks several times a second; a longer gap is sleep. */
  visible: 10_000,
  /** Timers of hidden pages are slowed down to one a minute or stopped, so silence says nothing; but nobody answers for an hour. */
  hidden: 3_600_000,
  /** A reload of the panel or of the window takes seconds; what is restored later was left behind. */
  reload: 120_000,
} as const;

/**
 * The state after an event at `now`, in milliseconds of one clock that goes on through reloads (`Date.now()`). Time is
 * the difference between the `now` of two events; a clock that was set back counts as no time. Never throws.
 */
export function step(session: Session, event: SessionEvent, now: number): Session {
  return apply(passTime(session, now, event.type === 'reloaded'), event);
}

function apply(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'tick':
      return session;
    case 'hidden':
    case 'visible':
      return { ...session, isVisible: event.type === 'visible' };
    case 'reloaded':
      return { ...session, isVisible: true };
    case 'speed':
      return { ...session, speed: clampSpeed(event.speed, session.speed) };
    case 'keep':
    case 'discard':
      return decide(session, event.type);
    case 'scriptChanged':
      return changePlan(session, event);
  }
  if (session.phase === 'ended') return session;
  switch (event.type) {
    case 'start':
      return start(session);
    case 'pause':
      return session.phase === 'running' ? pause(session) : session;
    case 'resume':
      return session.phase === 'paused' ? { ...session, phase: 'running' } : session;
    case 'toggle':
      return toggle(session);
    case 'next':
      return goOn(session, 0);
    case 'previous':
      return goBack(session);
    case 'jump':
      return jump(session, event.word);
    case 'mode':
      return { ...session, mode: event.mode, isEntryMeasured: false };
    case 'end':
      return end(session, backdating(session, event.at));
    case 'voiceStarted':
      return hearVoice(session, backdating(session, event.at));
    case 'voiceStopped':
      return hearSilence(session, backdating(session, event.at));
    case 'sentenceBoundary':
      return session.phase === 'running' && !isInLastSentence(session) ? goOn(session, backdating(session, event.at)) : session;
  }
}

/** Lets the time since the last event pass. */
function passTime(session: Session, now: number, isReload: boolean): Session {
  if (!Number.isFinite(now)) return session;
  const passed = session.clockMs === null ? 0 : Math.max(0, now - session.clockMs);
  const at: Session = { ...session, clockMs: now };
  if (passed === 0) return at;
  const { phase } = session;
  const longest = isReload ? LONGEST_GAP_MS.reload : session.isVisible ? LONGEST_GAP_MS.visible : LONGEST_GAP_MS.hidden;
  if (passed > longest && (phase === 'running' || phase === 'countdown' || phase === 'listening')) {
    const away: Session = { ...at, awayMs: at.awayMs + passed };
    return phase === 'running' ? withIncident(pause(away), 'away') : { ...away, phase: 'ready', countdownLeftMs: away.countdownMs };
  }
  if (phase === 'running') return run(at, passed);
  if (phase === 'paused') return { ...at, pausedMs: at.pausedMs + passed };
  if (phase !== 'countdown') return { ...at, idleMs: at.idleMs + passed };
  if (passed < at.countdownLeftMs) return { ...at, idleMs: at.idleMs + passed, countdownLeftMs: at.countdownLeftMs - passed };
  const rest = passed - at.countdownLeftMs;
  const started: Session = { ...at, idleMs: at.idleMs + at.countdownLeftMs, countdownLeftMs: 0 };
  if (started.startsByVoice) return { ...started, phase: 'listening', idleMs: started.idleMs + rest };
  return run({ ...started, phase: 'running' }, rest);
}

/** Counts running time: in all, by sentence, and by what is heard; in flow the place moves along. */
function run(session: Session, passed: number): Session {
  if (passed === 0) return session;
  const { plan, mode, speed } = session;
  const lapsMs = [...session.lapsMs];
  let { position, sentence, isEntryMeasured } = session;
  let left = passed;
  if (mode === 'flow') {
    while (sentence < plan.sentences.length - 1) {
      const until = Math.max(0, ((plan.sentences[sentence + 1]!.from - position) / speed) * 1000);
      if (until > left) break;
      lapsMs[sentence]! += until;
      left -= until;
      sentence++;
      position = plan.sentences[sentence]!.from;
      isEntryMeasured = false;
    }
    position = Math.min(plan.seconds, position + (left / 1000) * speed);
  }
  if (lapsMs.length > 0) lapsMs[sentence]! += left;
  return { ...session, position, sentence, isEntryMeasured, lapsMs, runningMs: session.runningMs + passed, voice: listen(session, passed) };
}

function listen({ voice }: Session, passed: number): Voice {
  if (voice.state === 'speaking') return { ...voice, spokenMs: voice.spokenMs + passed };
  if (voice.state === 'unknown') return voice;
  return { ...voice, silentMs: voice.silentMs + passed, silenceMs: voice.silenceMs + passed };
}

function start(session: Session): Session {
  const { phase } = session;
  if (phase === 'countdown' || phase === 'listening') return { ...session, phase: 'running', countdownLeftMs: 0 };
  if (phase !== 'ready') return session;
  if (session.countdownMs > 0) return { ...session, phase: 'countdown', countdownLeftMs: session.countdownMs };
  return { ...session, phase: session.startsByVoice ? 'listening' : 'running' };
}

function pause(session: Session): Session {
  // A silence that is broken off is no pause in the speech.
  return { ...session, phase: 'paused', voice: { ...session.voice, state: 'unknown', silenceMs: 0 } };
}

/** One key for all: starts, takes the countdown back, pauses, resumes, and at the end of the script ends. */
function toggle(session: Session): Session {
  if (session.phase === 'countdown') return { ...session, phase: 'ready', countdownLeftMs: session.countdownMs };
  if (session.phase === 'paused') return { ...session, phase: 'running' };
  if (session.phase === 'running') return isAtEnd(session) ? end(session, 0) : pause(session);
  return start(session);
}

function isInLastSentence({ plan, sentence }: Session): boolean {
  return sentence >= plan.sentences.length - 1;
}

/** To the next sentence, which began `back` milliseconds ago. By key, that of the last sentence ends the run. */
function goOn(session: Session, back: number): Session {
  const { plan, mode, sentence, phase } = session;
  // Where only the clock is shown, there is no place to go on from.
  if (mode === 'clock') return session;
  if (isInLastSentence(session)) {
    if (mode === 'sentence' && phase !== 'ready') return end(session, back);
    return { ...session, position: plan.sentences.at(-1)?.to ?? 0 };
  }
  const lapsMs = [...session.lapsMs];
  const moved = Math.min(back, lapsMs[sentence]!);
  lapsMs[sentence]! -= moved;
  lapsMs[sentence + 1]! += moved;
  // What was left out before the start was not said in no time.
  const left = phase === 'ready' ? session : measured(session);
  return { ...left, lapsMs, sentence: sentence + 1, position: plan.sentences[sentence + 1]!.from, isEntryMeasured: true };
}

/** Marks the lap of the sentence that is left as measured, if its beginning was. */
function measured(session: Session): Session {
  if (!session.isEntryMeasured || session.isMeasured.length === 0) return session;
  return { ...session, isMeasured: session.isMeasured.with(session.sentence, true) };
}

function goBack(session: Session): Session {
  const to = session.plan.sentences[Math.max(0, session.sentence - 1)];
  return to === undefined || session.mode === 'clock' ? session : jump(session, to.firstWord);
}

function jump(session: Session, word: number): Session {
  const moved = movedToWord(session, word);
  const isBack = moved.position < session.position && session.runningMs > 0;
  return isBack ? withIncident(moved, 'repeated') : moved;
}

/** Ends the run as of `back` milliseconds ago. */
function end(session: Session, back: number): Session {
  if (session.phase === 'ended') return session;
  const taken = session.phase === 'running' ? Math.min(back, session.runningMs) : 0;
  const lapsMs = [...session.lapsMs];
  let left = taken;
  // From the current sentence backwards, and round: who stepped back may have spoken last behind it.
  for (let i = 0; i < lapsMs.length; i++) {
    const from = (session.sentence - i + lapsMs.length) % lapsMs.length;
    const part = Math.min(left, lapsMs[from]!);
    lapsMs[from]! -= part;
    left -= part;
  }
  const isLast = isInLastSentence(session) && session.mode !== 'clock';
  const ended = isLast ? measured(session) : session;
  return {
    ...ended,
    phase: 'ended',
    lapsMs,
    runningMs: session.runningMs - taken,
    idleMs: session.idleMs + taken,
    voice: withoutLast(session.voice, taken),
  };
}

function withoutLast(voice: Voice, taken: number): Voice {
  if (voice.state === 'speaking') return { ...voice, spokenMs: Math.max(0, voice.spokenMs - taken) };
  return voice.state === 'silent' ? { ...voice, silentMs: Math.max(0, voice.silentMs - taken), silenceMs: 0 } : voice;
}

function hearVoice(session: Session, back: number): Session {
  const { voice, phase } = session;
  if (phase === 'listening') {
    const moved = Math.min(back, session.idleMs);
    return run({ ...session, phase: 'running', idleMs: session.idleMs - moved, voice: { ...voice, state: 'speaking' } }, moved);
  }
  if (phase !== 'running' || voice.state === 'speaking') return session;
  // What passed since the word began was speech, if it was taken for silence or for nothing yet.
  const unheard = Math.max(0, session.runningMs - voice.spokenMs - voice.silentMs);
  const moved = Math.min(back, voice.state === 'silent' ? voice.silenceMs : unheard);
  const silence = voice.state === 'silent' ? voice.silenceMs - moved : 0;
  const isLongest = silence > voice.longestMs;
  return {
    ...session,
    voice: {
      ...voice,
      state: 'speaking',
      spokenMs: voice.spokenMs + moved,
      silentMs: voice.state === 'silent' ? voice.silentMs - moved : voice.silentMs,
      silenceMs: 0,
      longestMs: isLongest ? silence : voice.longestMs,
      longestIn: isLongest ? voice.silenceIn : voice.longestIn,
    },
  };
}

function hearSilence(session: Session, back: number): Session {
  const { voice, phase, sentence } = session;
  if (phase !== 'running' || voice.state !== 'speaking') return session;
  const moved = Math.min(back, voice.spokenMs);
  return {
    ...session,
    voice: {
      ...voice,
      state: 'silent',
      spokenMs: voice.spokenMs - moved,
      silentMs: voice.silentMs + moved,
      silenceMs: moved,
      silenceIn: sentence,
    },
  };
}

/** How long ago an event was that is told now, in milliseconds. */
function backdating({ clockMs }: Session, at: number | undefined): number {
  return at === undefined || clockMs === null || !Number.isFinite(at) ? 0 : Math.max(0, clockMs - at);
}

function decide(session: Session, event: 'keep' | 'discard'): Session {
  if (session.outcome !== 'undecided') return session;
  if (event === 'discard') return { ...end(session, 0), outcome: 'discarded' };
  return session.phase === 'ended' ? { ...session, outcome: 'kept' } : session;
}

function changePlan(session: Session, { plan, words, sentences }: Extract<SessionEvent, { type: 'scriptChanged' }>): Session {
  // What was said when the run ended stays what was said.
  if (session.phase === 'ended') return session;
  const oldWord = wordAt(session);
  const into = Math.max(0, session.position - (session.plan.wordStarts[oldWord] ?? 0));
  const word = Math.max(0, Math.min(words[oldWord] ?? 0, Math.max(0, plan.wordStarts.length - 1)));
  const begins = plan.wordStarts[word] ?? 0;
  const ends = plan.wordStarts[word + 1] ?? plan.seconds;
  const sentence = sentenceOfWord(plan, word);
  const lapsMs = plan.sentences.map(() => 0);
  const isMeasured = plan.sentences.map(() => false);
  sentences.forEach(({ to, isSame }, i) => {
    if (lapsMs[to] === undefined) return;
    lapsMs[to] += session.lapsMs[i] ?? 0;
    if (isSame) isMeasured[to] = session.isMeasured[i] ?? false;
  });
  // Time of sentences that are nowhere now stays with the place.
  const lost = session.runningMs - sum(lapsMs);
  if (lapsMs[sentence] !== undefined) lapsMs[sentence] = Math.max(0, lapsMs[sentence] + lost);
  const isEdited = sentences.length !== plan.sentences.length || sentences.some(({ isSame }) => !isSame);
  const changed: Session = {
    ...session,
    plan,
    position: Math.min(begins + into, Math.max(begins, ends)),
    sentence,
    lapsMs,
    isMeasured,
    isEntryMeasured: session.isEntryMeasured && (sentences[session.sentence]?.isSame ?? false),
  };
  return isEdited && session.runningMs > 0 ? withIncident(changed, 'edited') : changed;
}

function withIncident(session: Session, incident: Incident): Session {
  return session.incidents.includes(incident) ? session : { ...session, incidents: [...session.incidents, incident] };
}
