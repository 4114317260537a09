/** What a user of the command line can do wrong, as opposed to what we can. */

/** Wrong usage or unreadable input; its message is for the user, and the exit code is 2. */
export class UsageError extends Error {}
