/** The rehearsal page: puts run, microphone, view and connection together. */

import '../../../browser/readLocale.ts';
import { VoiceDetector } from '../../voice/vad.ts';
import type { PageEvent, PageUpdate, Script } from '../messages.ts';
import { Run } from '../run.ts';
import { duration, STRINGS } from '../strings.ts';
import { connect } from './connection.ts';
import { Meter } from '../../voice/browser/meter.ts';
import { isAllowed, openMicrophone, type Microphone } from '../../voice/browser/microphone.ts';
import { View } from './view.ts';

/** Ten times a second: the clock shows whole seconds, and silence ends a run to a tenth. */
const TICK_MS = 100;

// The token has done its work; it need not stay in the address.
history.replaceState(null, '', location.pathname);

const view = new View();
const meter = new Meter(view.meter);
const connection = connect(onUpdate, () => view.say(STRINGS.unreachable()));

let script: Script | undefined;
let run: Run | undefined;
let microphone: Microphone | undefined;
let detector: VoiceDetector | undefined;
let isAsking = false;
/** Whether the extension listens no longer: what happens here now leads nowhere. */
let isClosed = false;
/** Where the microphone's stream was at a moment of the page's clock; the moment is now while there is no stream. */
let heardUntil = { stream: 0, page: 0 };

view.go.addEventListener('click', () => press());
view.end.addEventListener('click', () => end('key'));
view.microphone.addEventListener('click', () => void listen());
addEventListener('keydown', onKey);
addEventListener('pagehide', () => end('left'));
view.say(STRINGS.connecting());
setInterval(tick, TICK_MS);

/** Seconds on the run's timeline. Between two blocks of samples, the page's clock goes on. */
function now(): number {
  return heardUntil.stream + (performance.now() - heardUntil.page) / 1000;
}

function onUpdate(update: PageUpdate): void {
  if (update.type === 'closing') {
    isClosed = true;
    stopListening();
    view.close();
    if (run?.phase !== 'ended') view.say(update.reason === 'idle' ? STRINGS.idle() : STRINGS.closed());
    return;
  }
  // The stream of updates begins anew after a break, with the same script; the run goes on.
  if (update.script.id === script?.id) return;
  script = update.script;
  run = new Run(script);
  run.setMicrophone(microphone !== undefined);
  view.showScript(script);
  tell([{ type: 'ready', id: script.id, hasMicrophone: microphone !== undefined }]);
  if (microphone) view.say(STRINGS.listening());
  else void isAllowed().then((isYes) => (isYes ? listen() : view.say(STRINGS.byKey())));
  tick();
}

async function listen(): Promise<void> {
  if (isClosed || microphone || isAsking || !isWaiting() || !run || !script) return;
  isAsking = true;
  view.say(STRINGS.asking());
  // Blocks can come before the microphone has told its rate.
  const early: Float32Array[] = [];
  const opened = await openMicrophone({
    onSamples: (samples) => (detector ? hear(samples) : early.push(samples.slice())),
    onLost: lose,
    worklet: 'worklet.js',
  });
  isAsking = false;
  if (hasClosed()) {
    if (typeof opened !== 'string') opened.stop();
    return;
  }
  if (typeof opened === 'string') {
    view.say(STRINGS[opened]());
    return;
  }
  microphone = opened;
  // A run that was started by key in the meantime stays one by key.
  if (!isWaiting()) {
    stopListening();
    return;
  }
  detector = new VoiceDetector(opened.sampleRate);
  heardUntil = { stream: 0, page: performance.now() };
  run.setMicrophone(true);
  view.meter.hidden = false;
  view.microphone.hidden = true;
  view.say(STRINGS.listening());
  tell([{ type: 'ready', id: script.id, hasMicrophone: true }]);
  for (const samples of early) hear(samples);
}

/** Asked anew, as the extension may close while the browser asks its user. */
function hasClosed(): boolean {
  return isClosed;
}

/** Asked anew each time, as a key may be pressed while the browser asks its user. */
function isWaiting(): boolean {
  return run?.phase === 'waiting';
}

function hear(samples: Float32Array): void {
  if (!detector || !run) return;
  const events = detector.push(samples);
  heardUntil = { stream: detector.time, page: performance.now() };
  for (const event of events) {
    if (event.type === 'level') meter.draw(event, heardUntil.page);
    tell(run.hear(event));
  }
}

function lose(): void {
  const isRunning = run?.phase === 'running' || run?.phase === 'paused';
  run?.setMicrophone(false);
  stopListening();
  view.say(isRunning ? STRINGS.lost() : STRINGS.absent());
}

/** The timeline goes on from where it is, by the page's clock. */
function stopListening(): void {
  microphone?.stop();
  microphone = detector = undefined;
  view.meter.hidden = true;
  view.microphone.hidden = false;
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const isOnButton = event.target instanceof HTMLButtonElement && !event.target.disabled;
  // A button with the focus does what it says.
  if (event.key === ' ' && isOnButton) return;
  if (event.key === ' ') press();
  else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') run?.step(1, now());
  else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') run?.step(-1, now());
  else if (event.key === 'Escape') end('key');
  else if (event.key === 'm' || event.key === 'M') void listen();
  else return;
  event.preventDefault();
  tick();
}

function press(): void {
  if (isClosed) return;
  tell(run?.space(now()) ?? []);
  tick();
}

function end(reason: 'key' | 'left'): void {
  tell(run?.end(now(), reason) ?? []);
  tick();
}

function tick(): void {
  if (isClosed || !run || !script) return;
  tell(run.tick(now(), microphone ? heardUntil.stream : undefined));
  view.showRun(run, script, now());
}

/** Sends what has happened, and says it. */
function tell(events: readonly PageEvent[]): void {
  for (const event of events) {
    if (event.type === 'ended' && event.reason === 'left') connection.sendLast(event);
    else connection.send(event);
    if (event.type === 'started') view.say(STRINGS.running());
    if (event.type === 'paused') view.say(STRINGS.paused());
    if (event.type === 'resumed') view.say(STRINGS.resumed());
    if (event.type === 'discarded') view.say(STRINGS.taken());
    if (event.type === 'ended') {
      view.say(STRINGS.ended(duration(event.timings.seconds)));
      stopListening();
    }
  }
}
