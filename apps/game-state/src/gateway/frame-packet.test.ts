import { expect, test } from 'vitest';
import { framePacket } from './frame-packet.ts';

/** Reads unmasked WebSocket frames (RFC 6455, section 5.2), by hand. */
const readFrames = (bytes: Buffer): { isText: boolean; payload: Buffer }[] => {
  const frames: { isText: boolean; payload: Buffer }[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes.readUInt8(at);
    expect(first & 0xf0).toBe(0x80);
    const short = bytes.readUInt8(at + 1);
    expect(short).toBeLessThan(128);
    const [length, header] =
      short < 126 ? [short, 2] : short === 126 ? [bytes.readUInt16BE(at + 2), 4] : [Number(bytes.readBigUInt64BE(at + 2)), 10];
    frames.push({ isText: (first & 0x0f) === 1, payload: bytes.subarray(at + header, at + header + length) });
    at += header + length;
  }
  return frames;
};

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])('a frame of %i bytes is a text and a binary message', (length) => {
  const content = Buffer.alloc(length, 7);
  const frames = readFrames(framePacket([content.subarray(0, length >> 1), content.subarray(length >> 1)]));
  expect(frames.map(({ isText }) => isText)).toEqual([true, false]);
  expect(frames[0]?.payload.toString()).toBe('451-["frame",{"_placeholder":true,"num":0}]');
  expect(frames[1]?.payload.equals(content)).toBe(true);
});
