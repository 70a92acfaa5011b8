import { type ErrorCode, errorCodes, type SocketCatalogue } from '@metaverse/contracts';
import { io } from 'socket.io-client';
import type { z } from 'zod';
import { ApiError } from '../http/api-error.ts';
import type { Tokens } from '../http/tokens.ts';
import { askSocket, type AckOf } from './ask-socket.ts';
import { retryDelayMs } from './retry-delay.ts';

/** An attempt that takes longer is given up and repeated. */
const ATTEMPT_TIMEOUT_MS = 8_000;
/** A connection that held this long starts its waiting times anew when it breaks. */
const STEADY_AFTER_MS = 5_000;

/** `offline` tries again by itself; `ended` never does, until `start`. */
export type ConnectionState = 'idle' | 'connecting' | 'online' | 'offline' | 'ended';

export type ConnectionOptions = {
  url: string;
  path: string;
  query?: Record<string, string>;
  tokens: Tokens;
  onState: (state: ConnectionState) => void;
  random?: () => number;
};

type Payload<C extends SocketCatalogue, E extends keyof C> = z.input<C[E]['payload']>;
type Fact<S extends SocketCatalogue, E extends keyof S> = z.output<S[E]['payload']>;

/** A socket that comes back by itself. `C` is what it may send, `S` what it may hear. */
export type Connection<C extends SocketCatalogue, S extends SocketCatalogue> = {
  start(): void;
  /** Disconnects and stays so. */
  stop(): void;
  /** Tries at once instead of when the waiting time is over. */
  wake(): void;
  /** Breaks the connection and makes a new one at once. */
  reconnect(): void;
  /** Gives up for good. */
  end(): void;
  isOnline(): boolean;
  on<E extends keyof S & string>(event: E, listener: (fact: Fact<S, E>) => void): void;
  /** Sends and waits for the answer. Rejects with `ApiError`; `network` when the connection broke or no answer came in time. */
  ask<E extends keyof C & string>(event: E, payload: Payload<C, E>): Promise<AckOf<C, E>>;
  /** Sends what needs no answer; nothing when offline. */
  tell<E extends keyof C & string>(event: E, payload: Payload<C, E>): void;
};

const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((known) => known === code);

/** Codes after which trying again is useless. */
const FINAL = new Set<unknown>(['unauthenticated', 'banned', 'forbidden', 'not_found', 'invalid_payload']);

export function createConnection<C extends SocketCatalogue, S extends SocketCatalogue>(options: ConnectionOptions): Connection<C, S> {
  const { url, path, query = {}, tokens, onState, random = Math.random } = options;
  // Socket.IO's own reconnection knows nothing of tokens that ended; this one does.
  const socket = io(url, { path, query, transports: ['websocket'], reconnection: false, autoConnect: false, forceNew: true });
  let state: ConnectionState = 'idle';
  let failedAttempts = 0;
  let onlineSince = 0;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const enter = (next: ConnectionState): void => {
    if (next === state) return;
    state = next;
    onState(next);
  };
  const isOver = (): boolean => state === 'idle' || state === 'ended';

  const hangUp = (next: 'idle' | 'ended' | 'connecting'): void => {
    clearTimeout(timer);
    attempt += 1;
    enter(next);
    socket.disconnect();
  };

  const tryLater = (): void => {
    clearTimeout(timer);
    if (isOver()) return;
    timer = setTimeout(() => void tryNow(), retryDelayMs(failedAttempts, random));
    failedAttempts += 1;
    enter('offline');
  };

  const tryNow = async (): Promise<void> => {
    clearTimeout(timer);
    const mine = ++attempt;
    try {
      const token = await tokens.get();
      if (mine !== attempt || isOver()) return;
      socket.auth = { token };
    } catch (error) {
      if (mine === attempt) giveUpOrTryLater(error instanceof ApiError ? error.code : undefined);
      return;
    }
    timer = setTimeout(() => {
      socket.disconnect();
      tryLater();
    }, ATTEMPT_TIMEOUT_MS);
    socket.connect();
  };

  const giveUpOrTryLater = (code: unknown): void => {
    if (FINAL.has(code)) hangUp('ended');
    else tryLater();
  };

  const renewAndTry = async (spent: string | undefined): Promise<void> => {
    clearTimeout(timer);
    try {
      await tokens.renew(spent);
    } catch (error) {
      giveUpOrTryLater(error instanceof ApiError ? error.code : undefined);
      return;
    }
    // A fresh token that is refused again waits its turn: two clocks may disagree for a while.
    if (failedAttempts === 0) {
      failedAttempts = 1;
      await tryNow();
    } else tryLater();
  };

  socket.on('connect', () => {
    clearTimeout(timer);
    onlineSince = Date.now();
    enter('online');
  });

  socket.on('connect_error', (error: Error & { data?: { code?: unknown } }) => {
    const code = isErrorCode(error.data?.code) ? error.data.code : undefined;
    const spent = 'token' in socket.auth && typeof socket.auth.token === 'string' ? socket.auth.token : undefined;
    socket.disconnect();
    if (isOver()) return;
    if (code === 'token_expired' || code === 'unauthenticated') void renewAndTry(spent);
    else giveUpOrTryLater(code);
  });

  socket.on('disconnect', () => {
    if (isOver() || state === 'connecting') return;
    if (Date.now() - onlineSince > STEADY_AFTER_MS) failedAttempts = 0;
    tryLater();
  });

  const ask: Connection<C, S>['ask'] = (event, payload) => askSocket(socket, event, payload);

  socket.on('auth-expiring', () => {
    const { auth } = socket;
    const spent = 'token' in auth && typeof auth.token === 'string' ? auth.token : undefined;
    // When this fails, the server ends the connection, and the next one starts with a fresh token.
    void tokens
      .renew(spent)
      .then((token) => {
        socket.auth = { token };
        return askSocket(socket, 'authenticate', { token });
      })
      .catch(() => undefined);
  });

  return {
    start() {
      if (!isOver()) return;
      failedAttempts = 0;
      enter('connecting');
      void tryNow();
    },
    stop: () => {
      hangUp('idle');
    },
    end: () => {
      hangUp('ended');
    },
    wake() {
      if (state === 'offline') void tryNow();
    },
    reconnect() {
      hangUp('connecting');
      void tryNow();
    },
    isOnline: () => socket.connected,
    on: (event, listener) => {
      // Socket.IO's own typing cannot follow a catalogue that is a type parameter; the server's word is what the catalogue says.
      socket.on(event as string, listener as (fact: unknown) => void);
    },
    ask,
    tell(event, payload) {
      if (socket.connected) socket.emit(event, payload);
    },
  };
}
