import { describe, expect, it } from 'vitest';
import { expectOk } from '../../wire/lines.ts';
import { type ChatScene, join, listenTogether, send } from './scene.ts';

type Typist = { roomId: string; userId: string; username: string };

export function typingCases(scene: () => ChatScene): void {
  describe('typing', () => {
    it('is told to the others, until it stops', async () => {
      const { own, one, two } = await listenTogether(scene());
      one.tell('typing', { roomId: own.id });
      const typist = { roomId: own.id, userId: scene().ada.id, username: scene().ada.username };
      expect(await two.next<Typist>('user-typing')).toMatchObject(typist);
      one.tell('stop-typing', { roomId: own.id });
      expect(await two.next<Typist>('user-stop-typing')).toMatchObject(typist);
      expect(one.heard('user-typing')).toEqual([]);
    });

    it('ends with the message', async () => {
      const { own, one, two } = await listenTogether(scene());
      one.tell('typing', { roomId: own.id });
      await two.next('user-typing');
      expectOk(await send(one, own, 'done'));
      await two.next('user-stop-typing');
    });

    it.concurrent('ends by itself after 6 s', async () => {
      const { own, one, two } = await listenTogether(scene());
      const begin = Date.now();
      one.tell('typing', { roomId: own.id });
      await two.next('user-typing');
      await two.next('user-stop-typing', undefined, 12_000);
      expect(Date.now() - begin).toBeGreaterThan(5_900);
    });

    it('is told in a room only by who listens there', async () => {
      const own = await scene().newRoom();
      const [one, two] = [await scene().ada.chat(), await scene().bob.chat()];
      await join(one, own);
      two.tell('typing', { roomId: own.id });
      await join(two, own);
      two.tell('typing', { roomId: own.id });
      await one.next('user-typing');
      expect(one.heard('user-typing')).toHaveLength(1);
    });
  });
}
