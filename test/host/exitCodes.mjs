/** Names the exit codes of the stand-in for causes other than the tests themselves, which end with 0 or 1. */

export const EXIT = {
  notInstalled: 69,
  serverEnded: 70,
  pageCrashed: 71,
  notStarted: 72,
  tooLong: 73,
  testsOutside: 74,
  notOpened: 75,
  notFinished: 76,
  stopped: 130,
};

/** A reason to end a run with an exit code of its own. */
export class RunError extends Error {
  /**
   * @param {number} exitCode
   * @param {string} message
   */
  constructor(exitCode, message) {
    super(message);
    this.exitCode = exitCode;
  }
}
