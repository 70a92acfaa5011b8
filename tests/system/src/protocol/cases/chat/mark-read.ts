import { describe, it } from 'vitest';
import { expectOk } from '../../wire/lines.ts';
import { type ChatScene, send } from './scene.ts';

export function markReadCases(scene: () => ChatScene): void {
  describe('mark-read', () => {
    it('is acknowledged, a mark behind the last one too', async () => {
      const own = await scene().newRoom();
      const line = await scene().ada.chat();
      for (let i = 0; i < 3; i += 1) expectOk(await send(line, own, 'x'));
      expectOk(await line.ask('mark-read', { roomId: own.id, seq: 3 }));
      expectOk(await line.ask('mark-read', { roomId: own.id, seq: 1 }));
    });
  });
}
