/** Listens to the microphone, on the rehearsal page and in the panel. Samples go to the detector and nowhere else. */

/** Why there is no microphone. `asleep`: the browser waits for a key or a click on the page. */
export type Refusal = 'denied' | 'absent' | 'failed' | 'asleep';

export interface Microphone {
  readonly sampleRate: number;
  stop(): void;
}

export interface Listener {
  /** The next samples, between −1 and 1; valid during the call only. */
  readonly onSamples: (samples: Float32Array) => void;
  /** The microphone was unplugged or taken away. */
  readonly onLost: () => void;
  /** The address of the worklet's script. */
  readonly worklet: string;
}

/** Whether asking for the microphone may have an answer: the page is allowed to, and the user hasn't forbidden it. */
export async function mayAsk(): Promise<boolean> {
  // All of these are there at runtime in some browsers only.
  if ((navigator.mediaDevices as MediaDevices | undefined) === undefined) return false;
  const policy = (document as { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy;
  if (policy?.allowsFeature('microphone') === false) return false;
  return (await permission()) !== 'denied';
}

/** Whether the user has allowed the microphone before, so that listening may begin without a question. */
export async function isAllowed(): Promise<boolean> {
  return (await permission()) === 'granted';
}

async function permission(): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state;
  } catch {
    return undefined; // The browser doesn't tell.
  }
}

/** Asks for the microphone and begins to listen. Should follow a key or a click: browsers start audio for nothing else. */
export async function openMicrophone(listener: Listener): Promise<Microphone | Refusal> {
  // There at runtime in a secure context only, which a loopback address is.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return 'absent';
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: AS_IT_IS });
  } catch (error) {
    return refusalOf(error);
  }
  let context: AudioContext | undefined;
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    void context?.close().catch(() => undefined);
  };
  try {
    context = new AudioContext();
    if (!(await isAwake(context))) {
      stop();
      return 'asleep';
    }
    const source = context.createMediaStreamSource(stream);
    const node = await samplesOf(context, listener);
    // A node that leads nowhere isn't run. What comes out of it is silence.
    source.connect(node).connect(context.destination);
    stream.getAudioTracks()[0]?.addEventListener('ended', listener.onLost);
    return { sampleRate: context.sampleRate, stop };
  } catch {
    stop();
    return 'failed';
  }
}

/** Without a key or a click, a browser may let a context wait for ever, and doesn't say so. */
async function isAwake(context: AudioContext): Promise<boolean> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, AWAKE_MS));
  await Promise.race([context.resume(), patience]);
  return context.state === 'running';
}

/** Far longer than sound takes to start. */
const AWAKE_MS = 2000;

/** What makes calls pleasant changes when speech begins and ends: levels pumped up in pauses, and noise cut to silence. */
const AS_IT_IS: MediaTrackConstraints = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };

async function samplesOf(context: AudioContext, { onSamples, worklet }: Listener): Promise<AudioNode> {
  // There at runtime in newer browsers only.
  if ((context.audioWorklet as AudioWorklet | undefined) === undefined) return scriptProcessor(context, onSamples);
  await context.audioWorklet.addModule(worklet);
  const node = new AudioWorkletNode(context, 'samples', { channelCount: 1, channelCountMode: 'explicit' });
  node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => onSamples(data);
  return node;
}

/** The way of older browsers; it stutters when the page is busy. */
function scriptProcessor(context: AudioContext, onSamples: (samples: Float32Array) => void): AudioNode {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there for browsers without anything better
  const node = context.createScriptProcessor(2048, 1, 1);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- as above
  node.onaudioprocess = ({ inputBuffer }) => onSamples(inputBuffer.getChannelData(0));
  return node;
}

function refusalOf(error: unknown): Refusal {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' ? 'absent' : 'failed';
}
