/** Bytes that grow at the end. */
export type ByteWriter = {
  byte: (value: number) => void;
  /** An unsigned integer below 2^53, seven bits a byte, lowest first (LEB128). */
  varint: (value: number) => void;
  bytes: (value: Uint8Array) => void;
  /** What was written, as a copy of its own. */
  finish: () => Uint8Array;
};

const INITIAL_BYTES = 64;

export const createByteWriter = (): ByteWriter => {
  let buffer = new Uint8Array(INITIAL_BYTES);
  let length = 0;
  const reserve = (count: number): void => {
    if (length + count <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + count));
    larger.set(buffer);
    buffer = larger;
  };
  const byte = (value: number): void => {
    reserve(1);
    buffer[length] = value;
    length += 1;
  };
  return {
    byte,
    varint: (value) => {
      let rest = value;
      // Bit operators would cut at 32 bits.
      for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) byte((rest % 0x80) + 0x80);
      byte(rest);
    },
    bytes: (value) => {
      reserve(value.length);
      buffer.set(value, length);
      length += value.length;
    },
    finish: () => buffer.slice(0, length),
  };
};
