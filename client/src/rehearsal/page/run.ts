/** One run on the rehearsal page: what keys and voice do to it, and what its times are. It has no clock of its own. */

import { Hearing, measureRun, secondsHeld, spokenOnly, type Stretch } from '../voice/timing.ts';
import type { VoiceEvent } from '../voice/vad.ts';
import type { EndReason, MeasuredBy, PageEvent, RunTimings, Script, Step } from './messages.ts';

export type Phase = 'waiting' | 'running' | 'paused' | 'ended';

/** How the time stands against the target. */
export type Track = 'none' | 'onTrack' | 'warning' | 'over';

/**
 * A run. Every `now` is in seconds of one timeline: that of the microphone's stream while there is one, so that what is heard and
 * what is pressed can be compared. Methods return what the extension is to be told.
 */
export class Run {
  phase: Phase = 'waiting';
  timings: RunTimings | undefined;
  private readonly script: Script;
  private hearing = new Hearing();
  private hasMicrophone = false;
  private startedAt = 0;
  private by: MeasuredBy = 'keys';
  private holds: Stretch[] = [];
  private heldSince: number | undefined;
  /** The sentence that was chosen last, and the seconds of the run at which it was. */
  private anchor = { sentence: 0, seconds: 0 };
  private steps: Step[] = [];
  /** When time was let pass last, and whether nobody can have spoken for a while. */
  private tickedAt: number | undefined;
  private wasAway = false;

  constructor(script: Script) {
    this.script = script;
  }

  /** The microphone has begun to listen, or does no longer. What was heard before counts for nothing without the rest. */
  setMicrophone(isListening: boolean): void {
    this.hasMicrophone = isListening;
    if (!isListening) this.hearing = new Hearing();
  }

  hear(event: VoiceEvent): readonly PageEvent[] {
    this.hearing.take(event);
    if (this.phase === 'waiting' && event.type === 'speechStart') return this.start(event.time, 'voice');
    const isTakenBack = event.type === 'speechEnd' && this.hearing.stretches(event.time).length === 0;
    return this.phase === 'running' && this.by === 'voice' && isTakenBack ? this.reset() : [];
  }

  /** The one key: starts, pauses, resumes. */
  space(now: number): readonly PageEvent[] {
    if (this.phase === 'waiting') return this.start(now, 'keys');
    const { id } = this.script;
    if (this.phase === 'running') {
      this.phase = 'paused';
      this.heldSince = now;
      return [{ type: 'paused', id, seconds: this.seconds(now) }];
    }
    if (this.phase === 'paused') {
      const seconds = this.seconds(now);
      this.release(now);
      this.phase = 'running';
      return [{ type: 'resumed', id, seconds }];
    }
    return [];
  }

  /** Goes on to the next sentence or back to the one before (`by` is 1 or −1). */
  step(by: number, now: number): void {
    if (this.phase === 'ended') return;
    const before = this.sentence(now);
    const sentence = Math.max(0, Math.min(this.script.sentences.length - 1, before + by));
    const seconds = this.seconds(now);
    this.anchor = { sentence, seconds: this.flowing(now) };
    if (sentence !== before) this.steps.push({ seconds, by: sentence > before ? 1 : -1 });
  }

  /**
   * Lets time pass: silence may end the run. The page ticks at least every `LONGEST_GAP_SECONDS`, unless the computer sleeps.
   * `heardUntil` is how far the microphone's stream has come: sound that a busy machine has not handed over yet is no silence.
   */
  tick(now: number, heardUntil = now): readonly PageEvent[] {
    const gap = now - (this.tickedAt ?? now);
    this.tickedAt = now;
    if (gap > LONGEST_GAP_SECONDS && this.phase === 'running') return this.sleep(now - gap);
    if (this.phase !== 'running' || !this.hasMicrophone) return [];
    const silence = this.hearing.silence(Math.min(now, heardUntil), this.listeningFrom());
    if (silence === undefined || silence < this.script.silenceSeconds) return [];
    const spoken = this.measure(now)?.speechSeconds ?? 0;
    return this.by === 'voice' && spoken < LEAST_ANSWER_SECONDS ? this.reset() : this.end(now, 'silence');
  }

  end(now: number, reason: EndReason): readonly PageEvent[] {
    if (this.phase !== 'running' && this.phase !== 'paused') return [];
    const seconds = this.seconds(now);
    this.release(now);
    this.phase = 'ended';
    const timings = this.timingsAt(now, seconds);
    this.timings = timings;
    return [{ type: 'ended', id: this.script.id, reason, timings }];
  }

  /** Seconds of the run, without those on hold. */
  seconds(now: number): number {
    if (this.timings) return this.timings.seconds;
    if (this.phase === 'waiting') return 0;
    const until = Math.max(this.startedAt, this.heldSince ?? now);
    return until - this.startedAt - this.held(until);
  }

  /** The sentence that is being said: the last one chosen, and on from there at the planned pace. */
  sentence(now: number): number {
    const { sentences } = this.script;
    let rest = this.phase === 'waiting' ? 0 : this.flowing(now) - this.anchor.seconds;
    for (let i = this.anchor.sentence; i < sentences.length; i++) {
      rest -= sentences[i]!.seconds + (sentences[i]!.pauseSeconds ?? 0);
      if (rest < 0) return i;
    }
    return Math.max(0, sentences.length - 1);
  }

  track(now: number): Track {
    const { targetSeconds, warnAt, overAt } = this.script;
    if (targetSeconds === undefined) return 'none';
    const seconds = this.seconds(now);
    if (seconds > targetSeconds * overAt) return 'over';
    return seconds >= targetSeconds * warnAt ? 'warning' : 'onTrack';
  }

  private start(now: number, by: MeasuredBy): readonly PageEvent[] {
    this.phase = 'running';
    this.by = by;
    this.startedAt = now;
    this.anchor = { ...this.anchor, seconds: 0 };
    return [{ type: 'started', id: this.script.id, by }];
  }

  /** Nobody spoke since a time: the run is on hold from then on. */
  private sleep(since: number): readonly PageEvent[] {
    this.phase = 'paused';
    this.heldSince = since;
    this.wasAway = true;
    return [{ type: 'paused', id: this.script.id, seconds: this.seconds(since) }];
  }

  /** What started the run was no answer: it waits for one. */
  private reset(): readonly PageEvent[] {
    this.phase = 'waiting';
    this.hearing = new Hearing();
    this.holds = [];
    this.heldSince = undefined;
    this.wasAway = false;
    this.steps = [];
    this.anchor = { sentence: 0, seconds: 0 };
    return [{ type: 'discarded', id: this.script.id }];
  }

  private release(now: number): void {
    if (this.heldSince !== undefined) this.holds.push({ start: this.heldSince, end: Math.max(now, this.heldSince) });
    this.heldSince = undefined;
  }

  /** Seconds on hold before a time, within the run. */
  private held(now: number): number {
    return secondsHeld(this.holds)(now);
  }

  /** Silence before the run or before it was resumed doesn't end it. */
  private listeningFrom(): number {
    return Math.max(this.startedAt, this.holds.at(-1)?.end ?? 0);
  }

  /** Seconds of the run in which the text goes on: long silences hold it where it is, as far as they are heard. */
  private flowing(now: number): number {
    const seconds = this.seconds(now);
    const spoken = this.spoken(now);
    const last = spoken.at(-1);
    if (last === undefined) return seconds;
    const gaps = [...spoken.slice(1).map(({ start }, i) => start - spoken[i]!.end), seconds - last.end];
    return seconds - gaps.reduce((sum, gap) => sum + Math.max(0, gap - LONGEST_FLOWING_SILENCE_SECONDS), 0);
  }

  /** What was said, in seconds of the run. */
  private spoken(now: number): readonly Stretch[] {
    if (!this.hasMicrophone || this.phase === 'waiting') return [];
    return spokenOnly(this.hearing.stretches(now), this.withBefore());
  }

  private measure(now: number) {
    const plannedSeconds = this.script.sentences.map(({ seconds }) => seconds);
    return this.hasMicrophone ? measureRun(this.hearing.stretches(now), { plannedSeconds, holds: this.withBefore() }) : undefined;
  }

  /** The holds, and the time before the run: what was said then is no part of it. */
  private withBefore(): readonly Stretch[] {
    return [{ start: 0, end: this.startedAt }, ...this.holds];
  }

  private timingsAt(now: number, seconds: number): RunTimings {
    const heldSeconds = this.held(now);
    const { wasAway, steps } = this;
    const heard = this.measure(now);
    if (heard === undefined) return { measuredBy: 'keys', seconds, heldSeconds, wasAway, steps };
    const { speechSeconds, pauseSeconds, pauses, sentences } = heard;
    return { measuredBy: 'voice', seconds: heard.seconds, heldSeconds, wasAway, speechSeconds, pauseSeconds, pauses, sentences };
  }
}

/** Browsers slow the timers of hidden pages down to one a minute. */
const LONGEST_GAP_SECONDS = 120;

/** Seconds of speech below which it was a cough or a word to somebody else. */
const LEAST_ANSWER_SECONDS = 1;

/** Seconds of silence after which the text waits for the speaker; pauses between sentences are mostly shorter. */
const LONGEST_FLOWING_SILENCE_SECONDS = 1;
