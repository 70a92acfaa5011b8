/** Every message of a run carries its number, so that what arrives can be told from what arrives twice. */
const MARK = /#(\d+) /;

/** About as long as people write; the filler says nothing. */
const FILLER = 'Shall we meet at the round table in ten minutes? I will bring the plans. '.slice(0, 70);

export const markedContent = (number: number): string => `#${String(number)} ${FILLER}`;

/** The number in the text of a delivered message; null where there is none. */
export const markIn = (text: string): number | null => {
  const found = MARK.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};
