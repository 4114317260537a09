/** Has espeak-ng say sentences; installs it from Debian where it is missing and may be installed. */

import { execFileSync } from 'node:child_process';
import { trim } from './mixing.ts';
import { readWav, type Sound } from './wav.ts';

export interface Voice {
  /** A voice of espeak-ng, such as `en-us` or `de+f3`. */
  readonly name: string;
  readonly wordsPerMinute: number;
}

/** Says a sentence, without silence in front or behind. */
export function say(text: string, { name, wordsPerMinute }: Voice): Sound {
  const bytes = execFileSync('espeak-ng', ['-v', name, '-s', String(wordsPerMinute), '-z', '--stdout', '--stdin'], { input: text });
  return trim(readWav(bytes));
}

/** Makes sure that espeak-ng can be run. */
export function ensureSpeaker(): void {
  if (canSpeak()) return;
  const isRoot = process.getuid?.() === 0;
  const apt = (...args: string[]) => {
    const line = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=600', '-q', ...args];
    const [command, ...rest] = isRoot ? line : ['sudo', '-n', ...line];
    execFileSync(command!, rest, { stdio: 'inherit' });
  };
  try {
    apt('update');
  } catch {
    // Old lists may still do.
  }
  try {
    apt('install', '-y', '--no-install-recommends', 'espeak-ng');
  } catch (cause) {
    throw new Error('These tests need espeak-ng (Debian: apt-get install espeak-ng), and it can not be installed here.', { cause });
  }
  if (!canSpeak()) throw new Error('espeak-ng was installed but does not run.');
}

function canSpeak(): boolean {
  try {
    execFileSync('espeak-ng', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
