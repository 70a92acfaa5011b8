import { beforeAll, describe, expect, it } from 'vitest';
import { expectOk, expectRefused, type Line } from '../../wire/lines.ts';
import { type Chatroom, type Message, message as messageShape } from '../../wire/shapes.ts';
import { type ChatScene, send, seqs } from './scene.ts';

type Window = { messages: Message[]; hasMore: boolean };

export function getMessagesCases(scene: () => ChatScene): void {
  describe('get-messages', () => {
    let own: Chatroom;
    let line: Line;
    beforeAll(async () => {
      own = await scene().newRoom();
      line = await scene().ada.chat();
      for (let i = 1; i <= 9; i += 1) expectOk(await send(line, own, `${i}`));
    });

    it.each<{ what: string; window: Record<string, number>; expected: number[]; hasMore: boolean }>([
      { what: 'the latest', window: { limit: 3 }, expected: [7, 8, 9], hasMore: true },
      { what: 'all', window: {}, expected: [1, 2, 3, 4, 5, 6, 7, 8, 9], hasMore: false },
      { what: 'what followed', window: { afterSeq: 6 }, expected: [7, 8, 9], hasMore: false },
      { what: 'what followed, a part', window: { afterSeq: 2, limit: 3 }, expected: [3, 4, 5], hasMore: true },
      { what: 'what came before', window: { beforeSeq: 4 }, expected: [1, 2, 3], hasMore: false },
      { what: 'what came before, a part', window: { beforeSeq: 9, limit: 2 }, expected: [7, 8], hasMore: true },
      { what: 'nothing after the last', window: { afterSeq: 9 }, expected: [], hasMore: false },
      { what: 'nothing before the first', window: { beforeSeq: 1 }, expected: [], hasMore: false },
    ])('gives $what', async ({ window, expected, hasMore }) => {
      const { messages, ...rest } = expectOk(await line.ask<Window>('get-messages', { roomId: own.id, ...window }));
      expect(seqs(messages)).toEqual(expected);
      expect(rest).toMatchObject({ hasMore });
      for (const message of messages) expect(message).toMatchObject(messageShape);
    });

    it('shows a public room to who only sees it, a private one to nobody else', async () => {
      const eve = await (await scene().wire.person()).chat();
      expect(expectOk(await eve.ask<Window>('get-messages', { roomId: own.id, limit: 1 })).messages).toHaveLength(1);
      const closed = await scene().wire.space(scene().ada, { visibility: 'private' });
      expectRefused(await eve.ask('get-messages', { roomId: closed.general.id }), 'not_found');
    });
  });
}
