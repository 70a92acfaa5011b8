import type { Message } from '@metaverse/contracts';
import type { Logger } from '@metaverse/service-kit';

/** How long a message waits for the one before it, which another instance is still sending: a detour over Redis takes a few milliseconds. */
const GAP_WAIT_MS = 100;

export type OrderedDelivery = {
  /** Hands a message on in its turn: at once when it is the next one, a little later when its predecessor is still on its way. */
  deliver: (message: Message) => void;
  /** Says up to where a room's first listener knows it. */
  startAt: (roomId: string, lastSeq: number) => void;
  /** Nobody listens in the room any more. */
  forget: (roomId: string) => void;
  /** Looks for what was stored and never announced here, as after a time without the other instances. */
  catchUp: () => Promise<void>;
  stop: () => void;
};

export type OrderedDeliveryOptions = {
  emit: (message: Message) => void;
  hasListeners: (roomId: string) => boolean;
  /** Stored messages after a `seq`, ascending, the first ones when there are many. */
  load: (roomId: string, afterSeq: number) => Promise<readonly Message[]>;
  /** The last `seq` of each room that is still there. */
  lastSeqs: (roomIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  log: Logger;
};

type RoomState = { roomId: string; next: number; held: Map<number, Message>; timer: NodeJS.Timeout | undefined; isFilling: boolean };

/**
 * Two instances commit one after the other but speak at the same time; this puts what they say of a room into the order
 * of `seq`, each message once. What does not come in time is read from the database, where it must be: a `seq` is given
 * only when all before it are committed.
 */
export function createOrderedDelivery({ emit, hasListeners, load, lastSeqs, log }: OrderedDeliveryOptions): OrderedDelivery {
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
    const waits = state.held.size > 0 && !state.isFilling;
    if (!waits) clearTimeout(state.timer);
    state.timer = waits ? (state.timer ?? setTimeout(() => void fill(state), GAP_WAIT_MS)) : undefined;
  };

  const hold = (state: RoomState, message: Message): void => {
    if (message.seq >= state.next) state.held.set(message.seq, message);
  };

  const fill = async (state: RoomState): Promise<void> => {
    if (state.isFilling) return;
    state.isFilling = true;
    try {
      for (const message of await load(state.roomId, state.next - 1)) hold(state, message);
    } catch (error) {
      // Without the database the receivers see the gap and ask later (CH2).
      log.warn({ err: error, roomId: state.roomId }, 'messages that were not announced could not be read');
      if (state.held.size > 0) state.next = Math.min(...state.held.keys());
    }
    state.isFilling = false;
    state.timer = undefined;
    if (rooms.get(state.roomId) === state) drain(state);
  };

  const stateOf = (roomId: string, next: number): RoomState => {
    const state = rooms.get(roomId) ?? { roomId, next, held: new Map<number, Message>(), timer: undefined, isFilling: false };
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
      hold(state, message);
      drain(state);
    },
    startAt: (roomId, lastSeq) => void stateOf(roomId, lastSeq + 1),
    forget,
    catchUp: async () => {
      const last = await lastSeqs([...rooms.keys()]);
      const behind = [...rooms.values()].filter(({ roomId, next }) => (last.get(roomId) ?? 0) >= next);
      await Promise.all(behind.map(fill));
    },
    stop: () => {
      for (const roomId of rooms.keys()) forget(roomId);
    },
  };
}
