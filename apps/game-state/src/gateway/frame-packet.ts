/**
 * A `frame` event as it goes over the wire to a stock Socket.IO client: the text of a binary event with one attachment
 * (packet type 5 in Engine.IO's message packet 4), then the attachment, each one WebSocket frame (RFC 6455, section 5.2).
 * Written here in one piece, because Socket.IO would encode the constant text again for every receiver and write twice.
 */
const EVENT_TEXT = Buffer.from('451-["frame",{"_placeholder":true,"num":0}]');
const FINAL_TEXT = 0x81;
const FINAL_BINARY = 0x82;
/** Payload lengths that need two or eight more bytes in a WebSocket frame's header. */
const LENGTH_16_BITS = 126;
const LENGTH_64_BITS = 127;

const EVENT_FRAME = Buffer.concat([Buffer.of(FINAL_TEXT, EVENT_TEXT.length), EVENT_TEXT]);

const writeHeader = (target: Buffer, offset: number, length: number): number => {
  target[offset] = FINAL_BINARY;
  if (length < LENGTH_16_BITS) {
    target[offset + 1] = length;
    return offset + 2;
  }
  if (length < 0x1_0000) {
    target[offset + 1] = LENGTH_16_BITS;
    return target.writeUInt16BE(length, offset + 2);
  }
  target[offset + 1] = LENGTH_64_BITS;
  return target.writeBigUInt64BE(BigInt(length), offset + 2);
};

const headerLength = (length: number): number => (length < LENGTH_16_BITS ? 2 : length < 0x1_0000 ? 4 : 10);

/** The bytes of a `frame` event whose attachment consists of these parts. */
export const framePacket = (parts: readonly Uint8Array[]): Buffer => {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const packet = Buffer.allocUnsafe(EVENT_FRAME.length + headerLength(length) + length);
  EVENT_FRAME.copy(packet);
  let offset = writeHeader(packet, EVENT_FRAME.length, length);
  for (const part of parts) {
    packet.set(part, offset);
    offset += part.length;
  }
  return packet;
};
