export type Strength = 0 | 1 | 2 | 3 | 4;

const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const COMMON = /pass(word)?|welcome|letmein|admin|login|secret|iloveyou|dragon|monkey|football|metaverse/g;

/** Characters that follow from the one before: repeated, or next to it in a well-known row. */
const isForeseen = (before: string, now: string): boolean =>
  before === now || RUNS.some((run) => run.includes(before + now) || run.includes(now + before));

/** How many characters of a text were hard to foresee. */
function surprises(text: string): number {
  let count = 0;
  let before = '';
  for (const letter of text) {
    count += isForeseen(before, letter) && before !== '' ? 0.3 : 1;
    before = letter;
  }
  return count;
}

/** Bits that one character is worth: more kinds, more to choose from. */
function bitsEach(text: string): number {
  const kinds = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^A-Za-z\d]/, 32],
  ] as const;
  const choice = kinds.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0);
  // People do not choose at random: a letter of a word is worth about half of what chance would give.
  return Math.log2(Math.max(choice, 2)) * 0.6;
}

const BITS = { weak: 18, fair: 28, good: 40, strong: 52 };

/**
 * How well a password holds against guessing, from 0 to 4; what is known of the person counts for nothing.
 * A hint while typing: the server decides what it takes.
 */
export function passwordStrength(password: string, known: readonly string[] = []): Strength {
  let rest = password.toLowerCase();
  for (const part of known) if (part.length >= 3) rest = rest.replaceAll(part.toLowerCase(), '');
  rest = rest.replace(COMMON, 'x');

  const bits = surprises(rest) * bitsEach(password);
  if (bits < BITS.weak) return 0;
  if (bits < BITS.fair) return 1;
  if (bits < BITS.good) return 2;
  return bits < BITS.strong ? 3 : 4;
}
