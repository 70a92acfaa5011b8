import { describe, expect, it } from 'vitest';
import { expectSuccess } from '../../wire/expectations.ts';
import { time } from '../../wire/shapes.ts';
import { type ChatScene, join } from './scene.ts';

export function presenceCases(scene: () => ChatScene): void {
  describe('presence', () => {
    it('is told to who shares a room, with the alternates beside it', async () => {
      const own = await scene().newRoom();
      const eve = await scene().wire.person();
      expectSuccess(await eve.call('POST /api/v1/chatrooms/:id/join', { params: { id: own.id } }));
      const watcher = await scene().ada.chat();
      await join(watcher, own);
      const line = await eve.chat();
      type Presence = { userId: string };
      expect(await watcher.next<Presence>('presence-changed', ({ userId }) => userId === eve.id)).toMatchObject({
        userId: eve.id,
        presence: 'online',
        lastSeenAt: time,
      });
      expect(await watcher.next<Presence>('userOnline', ({ userId }) => userId === eve.id)).toMatchObject({ userId: eve.id });
      line.close();
      type Change = Presence & { presence: string };
      await watcher.next<Change>('presence-changed', ({ userId, presence }) => userId === eve.id && presence === 'offline', 12_000);
      await watcher.next<Presence>('userOffline', ({ userId }) => userId === eve.id);
    });
  });
}
