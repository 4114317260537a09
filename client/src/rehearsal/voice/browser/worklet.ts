/** Runs on the audio thread of the page or the panel, and hands the microphone's samples to it. */

// The types of a worklet's global scope are in none of TypeScript's libraries.
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

class Samples extends AudioWorkletProcessor {
  private block = new Float32Array(BLOCK);
  private filled = 0;

  /** Called for every 128 samples; without a microphone yet, they are silence, so that time goes on. */
  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const channel = inputs[0]?.[0];
    const length = channel?.length ?? QUANTUM;
    if (this.filled + length > this.block.length) this.flush();
    if (channel) this.block.set(channel, this.filled);
    this.filled += length;
    if (this.filled === this.block.length) this.flush();
    return true;
  }

  private flush(): void {
    const block = this.block.subarray(0, this.filled);
    this.port.postMessage(block.slice());
    this.block.fill(0);
    this.filled = 0;
  }
}

/** Samples of one call, by the Web Audio specification. */
const QUANTUM = 128;

/** Samples that are handed over at once: 21 ms at 48 kHz, far less than anybody notices. */
const BLOCK = 8 * QUANTUM;

registerProcessor('samples', Samples);
