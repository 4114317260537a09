/** Reads the arguments of a command; what is wrong with them is said in one way by all commands. */

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './failures.ts';

/** As `parseArgs`, but what it refuses is a UsageError that ends with the command's usage. */
export function readArguments<const Config extends ParseArgsConfig>(config: Config, usage: string): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** The value of an option that is one of a few words. Throws UsageError for another. */
export function oneOf<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`--${option} can't be ${JSON.stringify(value)}; it can be ${choices.join(', ')}`);
  return found;
}

/** The value of an option that is a number within bounds, both included. Throws UsageError for anything else. */
export function numberWithin(option: string, value: string, least: number, most: number): number {
  const read = value.trim() === '' ? NaN : Number(value);
  if (!(read >= least && read <= most))
    throw new UsageError(`--${option} can't be ${JSON.stringify(value)}; it can be ${least} to ${most}`);
  return read;
}

/** As `numberWithin`, for numbers without a fraction. */
export function wholeNumberWithin(option: string, value: string, least: number, most: number): number {
  const read = numberWithin(option, value, least, most);
  if (!Number.isInteger(read)) throw new UsageError(`--${option} can't be ${JSON.stringify(value)}; it can be ${least} to ${most}`);
  return read;
}
