/** Takes the place of @vscode/spdlog, a native module: writes VS Code's log files, output channels among them. */

import fs from 'node:fs';
import path from 'node:path';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

export class Logger {
  #file;
  #level = LEVELS.indexOf('info');
  #bare = false;

  /** @param {string} file */
  constructor(file) {
    this.#file = file;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    for (const [level, name] of LEVELS.entries()) this[name] = (message) => this.#write(level, name, message);
  }

  #write(level, name, message) {
    if (level < this.#level) return;
    const line = this.#bare ? message : `${new Date().toISOString()} [${name}] ${message}\n`;
    try {
      fs.appendFileSync(this.#file, line);
    } catch {
      // The folder of a run is removed while the last processes of the run still log.
    }
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  /** Output channels are written as they are, without time and level. */
  clearFormatters() {
    this.#bare = true;
  }

  // Every line has its time and level already, and is on disk when the call returns.
  setPattern() {}
  flush() {}
  drop() {}
}

/** The files of a run are small and short-lived, so they are never rotated. */
export async function createAsyncRotatingLogger(_name, file) {
  return new Logger(file);
}

export const createRotatingLogger = createAsyncRotatingLogger;

export function setLevel() {}

export function setFlushOn() {}

export function shutdown() {}
