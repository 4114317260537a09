/** Mistakes of a user of the command line, as opposed to errors of the product. */

/** Wrong usage or unreadable input; its message is for the user, and the exit code is 2. */
export class UsageError extends Error {}
