import { type Chatroom, TYPING_TIMEOUT_MS } from '@metaverse/contracts';
import type { ChatLink } from './chat-link.ts';
import type { ChatState } from './chat-state.ts';

type Hooks = {
  onMessage: (roomId: string) => void;
  /** Something changed about which rooms are mine. */
  onMembership: () => void;
};

const isFollowed = (state: ChatState, room: Chatroom): boolean =>
  state.rooms[room.id] !== undefined || (room.spaceId !== null && state.spaces[room.spaceId] !== undefined);

/** Turns what the server sends into facts. Returns how to stop the timers that end typing marks. */
export function hearFacts({ connection, state, apply, now }: ChatLink, { onMessage, onMembership }: Hooks): () => void {
  const timers = new Set<ReturnType<typeof setTimeout>>();

  connection.on('receive-message', (message) => {
    apply({ type: 'message-received', roomId: message.roomId, message });
    onMessage(message.roomId);
  });
  connection.on('user-joined', ({ roomId, user }) => {
    apply({ type: 'listener-joined', roomId, user });
  });
  connection.on('user-left', ({ roomId, user }) => {
    apply({ type: 'listener-left', roomId, user });
  });
  connection.on('user-typing', ({ roomId, userId, username }) => {
    apply({ type: 'typing-started', roomId, userId, username, now: now() });
    const timer = setTimeout(() => {
      timers.delete(timer);
      apply({ type: 'clock-advanced', roomId, now: now() });
    }, TYPING_TIMEOUT_MS + 20);
    timers.add(timer);
  });
  connection.on('user-stop-typing', ({ roomId, userId }) => {
    apply({ type: 'typing-ended', roomId, userId });
  });
  connection.on('presence-changed', ({ userId, presence }) => {
    apply({ type: 'presence-changed', userId, presence });
  });

  const hearRoom = ({ room }: { room: Chatroom }): void => {
    if (isFollowed(state(), room)) apply({ type: 'room-told', room, isForMe: false });
  };
  connection.on('room-created', hearRoom);
  connection.on('room-updated', hearRoom);
  connection.on('room-deleted', ({ roomId }) => {
    apply({ type: 'room-deleted', roomId });
  });
  connection.on('member-added', ({ roomId, userId }) => {
    apply({ type: 'member-added', roomId, userId });
    if (userId === state().me) onMembership();
  });
  connection.on('member-removed', ({ roomId, userId }) => {
    apply({ type: 'member-removed', roomId, userId });
  });

  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}
