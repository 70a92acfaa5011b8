import type { Message } from '@metaverse/contracts';

/** How long a message waits for the one before it, which another instance is still sending: a detour over Redis takes a few milliseconds. */
const GAP_WAIT_MS = 150;

type RoomState = { next: number; held: Map<number, Message>; timer: NodeJS.Timeout | undefined };

export type OrderedDelivery = {
  /** Hands a message on in its turn: at once when it is the next one, a little later when its predecessor is still on its way. */
  deliver: (message: Message) => void;
  /** Says up to where a room's new listeners know it. */
  startAt: (roomId: string, lastSeq: number) => void;
  /** Nobody listens in the room any more. */
  forget: (roomId: string) => void;
  stop: () => void;
};

export type OrderedDeliveryOptions = {
  emit: (message: Message) => void;
  hasListeners: (roomId: string) => boolean;
};

/**
 * Two instances commit one after the other but speak at the same time; this puts what they say of a room into the order
 * of `seq`. What does not come in time is passed over: its receivers see the gap and ask (CH2), and it is handed on when
 * it comes after all.
 */
export function createOrderedDelivery({ emit, hasListeners }: OrderedDeliveryOptions): OrderedDelivery {
  const rooms = new Map<string, RoomState>();

  const forget = (roomId: string): void => {
    clearTimeout(rooms.get(roomId)?.timer);
    rooms.delete(roomId);
  };

  const drain = (state: RoomState): void => {
    for (let message = state.held.get(state.next); message; message = state.held.get(state.next)) {
      state.held.delete(state.next);
      state.next += 1;
      emit(message);
    }
    clearTimeout(state.timer);
    state.timer = state.held.size === 0 ? undefined : setTimeout(() => passOver(state), GAP_WAIT_MS);
  };

  const passOver = (state: RoomState): void => {
    state.next = Math.min(...state.held.keys());
    drain(state);
  };

  const stateOf = (roomId: string, next: number): RoomState => {
    const state = rooms.get(roomId) ?? { next, held: new Map<number, Message>(), timer: undefined };
    rooms.set(roomId, state);
    return state;
  };

  return {
    deliver: (message) => {
      if (!hasListeners(message.roomId)) {
        forget(message.roomId);
        return;
      }
      const state = stateOf(message.roomId, message.seq);
      if (message.seq < state.next) {
        emit(message);
        return;
      }
      state.held.set(message.seq, message);
      if (message.seq === state.next || state.timer === undefined) drain(state);
    },
    startAt: (roomId, lastSeq) => void stateOf(roomId, lastSeq + 1),
    forget,
    stop: () => {
      for (const roomId of rooms.keys()) forget(roomId);
    },
  };
}
