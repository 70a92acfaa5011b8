import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/**
 * A password that is among the first 100,000 guesses of somebody who knows the person's name is easily guessed: at 960
 * tries a day (`LIMIT_LOGIN_FAILURES`) a hundred addresses would find it within a day.
 */
const EASY_GUESSES_LOG10 = 5;

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Whether a password is a common one, a keyboard row, a sequence, a repetition, or made of what is known of the person. */
export function isEasilyGuessed(password: string, known: readonly (string | undefined)[]): boolean {
  const inputs = ['metaverse', ...known.filter((each) => each !== undefined)];
  return estimator.check(password, inputs).guessesLog10 < EASY_GUESSES_LOG10;
}
