/** A frame that does not follow the layout. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/** Reads bytes from the front; every method throws `FrameError` rather than read beyond the end. */
export type ByteReader = {
  readonly remaining: () => number;
  readonly byte: () => number;
  /** An unsigned integer below 2^53. */
  readonly varint: () => number;
  readonly bytes: (count: number) => Uint8Array;
};

export const createByteReader = (source: Uint8Array): ByteReader => {
  let position = 0;
  const byte = (): number => {
    const value = source[position];
    if (value === undefined) throw new FrameError('the frame ends too early');
    position += 1;
    return value;
  };
  return {
    remaining: () => source.length - position,
    byte,
    varint: () => {
      let value = 0;
      for (let factor = 1; ; factor *= 0x80) {
        const next = byte();
        value += (next % 0x80) * factor;
        if (!Number.isSafeInteger(value)) throw new FrameError('a number is too large');
        if (next < 0x80) return value;
        // A run of 0x80 adds nothing for ever; eight bytes hold every number that is allowed.
        if (factor >= 0x80 ** 7) throw new FrameError('a number is too long');
      }
    },
    bytes: (count) => {
      if (count > source.length - position) throw new FrameError('the frame ends too early');
      position += count;
      return source.subarray(position - count, position);
    },
  };
};
