/** Reads and writes mono 16-bit WAV files, which is what espeak-ng makes and Chromium's fake microphone plays. */

export interface Sound {
  /** Hertz. */
  readonly sampleRate: number;
  /** Between −1 and 1. */
  readonly samples: Float32Array;
}

/** Reads a RIFF file of 16-bit mono samples; says what is wrong with any other. */
export function readWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') throw new Error('This is no WAV file.');
  let sampleRate: number | undefined;
  for (let at = 12; at + CHUNK_HEADER <= view.byteLength;) {
    const name = tag(view, at);
    // A program that writes to a pipe can't know the size, and puts in the largest.
    const size = Math.min(view.getUint32(at + 4, true), view.byteLength - at - CHUNK_HEADER);
    const body = at + CHUNK_HEADER;
    if (name === 'fmt ') {
      if (view.getUint16(body + 2, true) !== 1 || view.getUint16(body + 14, true) !== 16) throw new Error('Not mono with 16 bits.');
      sampleRate = view.getUint32(body + 4, true);
    }
    if (name === 'data' && sampleRate !== undefined) {
      const samples = new Float32Array(Math.floor(size / 2));
      for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(body + 2 * i, true) / FULL_SCALE;
      return { sampleRate, samples };
    }
    at = body + size + (size % 2);
  }
  throw new Error('This WAV file has no samples.');
}

/** Writes 16-bit mono; what is louder than full scale is clipped. */
export function writeWav({ sampleRate, samples }: Sound): Uint8Array {
  const view = new DataView(new ArrayBuffer(44 + 2 * samples.length));
  const put = (at: number, text: string) => [...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  put(0, 'RIFF');
  view.setUint32(4, view.byteLength - 8, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, 2 * sampleRate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  put(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, i) =>
    view.setInt16(44 + 2 * i, Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, Math.round(sample * FULL_SCALE))), true),
  );
  return new Uint8Array(view.buffer);
}

const CHUNK_HEADER = 8;

const FULL_SCALE = 32768;

function tag(view: DataView, at: number): string {
  return at + 4 > view.byteLength ? '' : String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}
