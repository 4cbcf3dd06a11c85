/** A command line that cannot be run; the message names the option and the fix. */
export class UsageError extends Error {}
