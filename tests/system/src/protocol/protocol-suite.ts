import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountCases } from './cases/accounts.ts';
import { alternateCases } from './cases/alternates.ts';
import { catalogueCases } from './cases/catalogue.ts';
import { chatCases } from './cases/chat.ts';
import { chatRefusalCases } from './cases/chat-refusals.ts';
import { handshakeCases } from './cases/handshakes.ts';
import { messageCases } from './cases/messages.ts';
import { originCases } from './cases/origin.ts';
import { refusalCases } from './cases/refusals.ts';
import { roomCases } from './cases/rooms.ts';
import { spaceCases } from './cases/spaces.ts';
import { worldCases } from './cases/world.ts';
import type { Target } from './harness/start-standalone.ts';
import { createWire, type Wire } from './wire/wire.ts';

/**
 * PROTOCOL.md by a client that knows nothing else: the cases get an address and speak through fetch and a stock
 * socket.io-client. Every topology runs all of them.
 */
export function protocolSuite(start: () => Promise<Target>): void {
  let target: Target;
  let wire: Wire;
  beforeAll(async () => {
    target = await start();
    wire = createWire(target);
  });
  afterAll(async () => {
    wire.closeAll();
    await target.stop();
  });
  const theWire = (): Wire => wire;

  describe('the origin', () => originCases(theWire));
  describe('accounts', () => accountCases(theWire));
  describe('spaces', () => spaceCases(theWire));
  describe('rooms', () => roomCases(theWire));
  describe('messages', () => messageCases(theWire));
  describe('the catalogue', () => catalogueCases(theWire));
  describe('what is refused', () => refusalCases(theWire));
  describe('alternate paths', () => alternateCases(theWire));
  describe('handshakes', () => handshakeCases(theWire));
  describe('the chat socket', () => chatCases(theWire));
  describe('the chat socket refuses', () => chatRefusalCases(theWire));
  describe('the world socket', () => worldCases(theWire));

  describe('afterwards', () => {
    it('has met no failure of its own', () => {
      expect(target.printed().match(/"level":(50|60).*/g)).toBeNull();
    });
  });
}
