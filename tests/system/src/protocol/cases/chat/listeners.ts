import { describe, expect, it } from 'vitest';
import { expectOk } from '../../wire/lines.ts';
import { type Message, summary } from '../../wire/shapes.ts';
import { type ChatScene, join, type Listener, send } from './scene.ts';

/** Eve and Dan, who have no other connection, listen in a room of Ada's; she watches. */
async function watchTwo({ wire, ada, newRoom }: ChatScene) {
  const own = await newRoom();
  const [eve, dan] = [await wire.person(), await wire.person()];
  const [watcher, evesLine, dansLine] = [await ada.chat(), await eve.chat(), await dan.chat()];
  for (const line of [watcher, evesLine, dansLine]) await join(line, own);
  return { own, watcher, eve, evesLine, dan, dansLine };
}

export function listenerCases(scene: () => ChatScene): void {
  describe('who listens', () => {
    it('is told to the others when a person’s first connection listens and the last one has left', async () => {
      const own = await scene().newRoom();
      const watcher = await scene().ada.chat();
      await join(watcher, own);
      const [one, two] = [await scene().bob.chat(), await scene().bob.chat()];
      await join(one, own);
      const told = await watcher.next<Listener>('user-joined', ({ roomId, user }) => roomId === own.id && user.id === scene().bob.id);
      expect(told.user).toMatchObject({ ...summary, id: scene().bob.id, username: scene().bob.username, displayName: 'Bob' });
      await join(two, own);
      expectOk(await one.ask('leave-room', { roomId: own.id }));
      expect(watcher.heard('user-joined')).toHaveLength(1);
      expect(watcher.heard('user-left')).toEqual([]);
      expectOk(await two.ask('leave-room', { roomId: own.id }));
      expect(await watcher.next<Listener>('user-left')).toMatchObject({ roomId: own.id, user: { id: scene().bob.id } });
      expect(one.heard<Listener>('user-joined').filter(({ user }) => user.id === scene().bob.id)).toEqual([]);
    });

    it('leave-room at once stops what is heard, and keeps the membership', async () => {
      const own = await scene().newRoom();
      const [watcher, line] = [await scene().ada.chat(), await scene().bob.chat()];
      await join(watcher, own);
      await join(line, own);
      expect(expectOk(await line.ask('leave-room', { roomId: own.id }))).toEqual({});
      const sent = expectOk(await send(watcher, own, 'unheard'));
      await watcher.next<Message>('receive-message', ({ id }) => id === sent.id);
      expectOk(await send(line, own, 'still a member'));
      expect(line.heard('receive-message')).toEqual([]);
      expectOk(await line.ask('leave-room', { roomId: own.id }));
    });

    it.concurrent('is told 5 s after the last connection ended, however it ended', async () => {
      const { watcher, eve, evesLine, dan, dansLine } = await watchTwo(scene());
      const before = Date.now();
      evesLine.close();
      dansLine.cut();
      for (const { id } of [eve, dan]) await watcher.next<Listener>('user-left', ({ user }) => user.id === id, 12_000);
      for (const { event, at } of watcher.record) if (event === 'user-left') expect(at - before).toBeGreaterThan(4_500);
    });

    it.concurrent('is not told of who listens again in time', async () => {
      const { own, watcher, eve, evesLine, dan, dansLine } = await watchTwo(scene());
      evesLine.cut();
      await join(await eve.chat(), own);
      // Dan's time began after Eve's; when his is over, so is hers.
      dansLine.close();
      await watcher.next<Listener>('user-left', ({ user }) => user.id === dan.id, 12_000);
      const ofEve = watcher.record.filter(({ event, payload }) => event.startsWith('user-') && (payload as Listener).user.id === eve.id);
      expect(ofEve.map(({ event }) => event)).toEqual(['user-joined']);
    });
  });
}
