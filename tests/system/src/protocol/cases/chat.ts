import { describe } from 'vitest';
import type { Wire } from '../wire/wire.ts';
import { alternateEventCases } from './chat/alternate-events.ts';
import { capitalIdCases } from './chat/capital-ids.ts';
import { deleteSpaceCases } from './chat/delete-space.ts';
import { getMessagesCases } from './chat/get-messages.ts';
import { joinRoomCases } from './chat/join-room.ts';
import { joinSpaceCases } from './chat/join-space.ts';
import { listenerCases } from './chat/listeners.ts';
import { markReadCases } from './chat/mark-read.ts';
import { noLongerReadingCases } from './chat/no-longer-reading.ts';
import { presenceCases } from './chat/presence.ts';
import { chatScene } from './chat/scene.ts';
import { sendMessageCases } from './chat/send-message.ts';
import { typingCases } from './chat/typing.ts';

export function chatCases(wire: () => Wire): void {
  const scene = chatScene(wire);
  joinSpaceCases(scene);
  joinRoomCases(scene);
  sendMessageCases(scene);
  getMessagesCases(scene);
  capitalIdCases(scene);
  markReadCases(scene);
  noLongerReadingCases(scene);
  deleteSpaceCases(scene);
  alternateEventCases(scene);
  // These wait for what comes after seconds, in rooms and on lines of their own.
  describe.concurrent('at the same time', () => {
    listenerCases(scene);
    typingCases(scene);
    presenceCases(scene);
  });
}
