import { isPassing } from '../http/api-error.ts';
import type { ChatLink } from './chat-link.ts';
import { toFailure } from './to-failure.ts';

export type SpaceLists = {
  enter: (spaceId: string) => void;
  exit: (spaceId: string) => void;
  /** Asks for the rooms of all followed spaces again. */
  refresh: () => void;
};

/** Keeps the lists of rooms of the spaces that I am in. */
export function createSpaceLists({ connection, state, apply }: ChatLink, onListed: () => void): SpaceLists {
  const list = async (spaceId: string): Promise<void> => {
    try {
      const { rooms } = await connection.ask('join-space', { spaceId });
      if (state().spaces[spaceId] === undefined) return;
      apply({ type: 'space-listed', spaceId, rooms });
      onListed();
    } catch (error) {
      // The next connection asks again.
      if (!isPassing(error)) apply({ type: 'space-failed', spaceId, failure: toFailure(error) });
    }
  };

  /** How many parts of the page follow a space. */
  const followers = new Map<string, number>();

  return {
    enter(spaceId) {
      followers.set(spaceId, (followers.get(spaceId) ?? 0) + 1);
      if (state().spaces[spaceId] !== undefined) return;
      apply({ type: 'space-entered', spaceId });
      void list(spaceId);
    },
    exit(spaceId) {
      const others = (followers.get(spaceId) ?? 1) - 1;
      followers.set(spaceId, others);
      if (others > 0) return;
      followers.delete(spaceId);
      for (const { room, isListening } of Object.values(state().rooms)) {
        // When the connection is gone, so is the listening.
        if (room.spaceId === spaceId && isListening) void connection.ask('leave-room', { roomId: room.id }).catch(() => undefined);
      }
      apply({ type: 'space-exited', spaceId });
    },
    refresh() {
      for (const spaceId of Object.keys(state().spaces)) void list(spaceId);
    },
  };
}
