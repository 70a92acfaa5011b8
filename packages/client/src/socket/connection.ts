import { type ErrorCode, errorCodes, type SocketCatalogue } from '@metaverse/contracts';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import { ApiError, type FailureCode } from '../http/api-error.ts';
import type { Tokens } from '../http/tokens.ts';
import { type AckOf, askSocket } from './ask-socket.ts';
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
  /** `refusal` says why it `ended`, when the server's answer ended it. */
  onState: (state: ConnectionState, refusal?: FailureCode) => void;
  random?: () => number;
};

type Payload<C extends SocketCatalogue, E extends keyof C> = z.input<C[E]['payload']>;
type Fact<S extends SocketCatalogue, E extends keyof S> = z.output<S[E]['payload']>;

const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((known) => known === code);

/** Codes after which trying again is useless. */
const FINAL = new Set<FailureCode | undefined>(['unauthenticated', 'banned', 'forbidden', 'not_found', 'invalid_payload']);

const codeOf = (error: unknown): FailureCode | undefined => (error instanceof ApiError ? error.code : undefined);

/** A socket that comes back by itself. `C` is what it may send, `S` what it may hear. */
export class Connection<C extends SocketCatalogue, S extends SocketCatalogue> {
  readonly #tokens: Tokens;
  readonly #onState: ConnectionOptions['onState'];
  readonly #random: () => number;
  readonly #socket: Socket;
  #state: ConnectionState = 'idle';
  #token: string | undefined;
  #failedAttempts = 0;
  #onlineSince = 0;
  /** Numbers the attempts, so that a token that comes late for one that was given up changes nothing. */
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ url, path, query = {}, tokens, onState, random = Math.random }: ConnectionOptions) {
    this.#tokens = tokens;
    this.#onState = onState;
    this.#random = random;
    // Socket.IO's own reconnection knows nothing of tokens that ended; this one does.
    this.#socket = io(url, { path, query, transports: ['websocket'], reconnection: false, autoConnect: false, forceNew: true });
    this.#socket.on('connect', this.#onConnect);
    this.#socket.on('connect_error', this.#onRefused);
    this.#socket.on('disconnect', this.#onDisconnect);
    this.#socket.on('auth-expiring', () => void this.#showFreshToken());
  }

  /** Connects, and keeps connected until `stop` or `end`. */
  start(): void {
    if (!this.#isOver()) return;
    this.#failedAttempts = 0;
    this.#enter('connecting');
    void this.#tryNow();
  }

  /** Disconnects and stays so. */
  stop(): void {
    this.#hangUp('idle');
  }

  /** Gives up for good. */
  end(): void {
    this.#hangUp('ended');
  }

  /** Tries at once instead of when the waiting time is over. */
  wake(): void {
    if (this.#state === 'offline') void this.#tryNow();
  }

  /** Breaks the connection and makes a new one at once. */
  reconnect(): void {
    if (this.#isOver()) return;
    this.#hangUp('connecting');
    void this.#tryNow();
  }

  isOnline(): boolean {
    return this.#socket.connected;
  }

  on<E extends keyof S & string>(event: E, listener: (fact: Fact<S, E>) => void): void {
    // Socket.IO's own typing cannot follow a catalogue that is a type parameter; what the server sends is what the catalogue says.
    this.#socket.on<string>(event, listener as (fact: unknown) => void);
  }

  /** Sends and waits for the answer. Rejects with `ApiError`; `network` when the connection broke or no answer came in time. */
  ask<E extends keyof C & string>(event: E, payload: Payload<C, E>): Promise<AckOf<C, E>> {
    return askSocket(this.#socket, event, { payload });
  }

  /** The same; `hear` is told the answer before anything that came after it. */
  askAndHear<E extends keyof C & string>(event: E, payload: Payload<C, E>, hear: (answer: AckOf<C, E>) => void): Promise<AckOf<C, E>> {
    return askSocket(this.#socket, event, { payload, hear });
  }

  /** Sends what needs no answer; nothing when offline. */
  tell<E extends keyof C & string>(event: E, payload: Payload<C, E>): void {
    if (this.#socket.connected) this.#socket.emit(event, payload);
  }

  #isOver(): boolean {
    return this.#state === 'idle' || this.#state === 'ended';
  }

  #enter(next: ConnectionState, refusal?: FailureCode): void {
    if (next === this.#state) return;
    this.#state = next;
    this.#onState(next, refusal);
  }

  #hangUp(next: 'idle' | 'ended' | 'connecting', refusal?: FailureCode): void {
    clearTimeout(this.#timer);
    this.#attempt += 1;
    this.#enter(next, refusal);
    this.#socket.disconnect();
  }

  #tryLater(): void {
    clearTimeout(this.#timer);
    if (this.#isOver()) return;
    this.#timer = setTimeout(() => void this.#tryNow(), retryDelayMs(this.#failedAttempts, this.#random));
    this.#failedAttempts += 1;
    this.#enter('offline');
  }

  #giveUpOrTryLater(code: FailureCode | undefined): void {
    if (FINAL.has(code)) this.#hangUp('ended', code);
    else this.#tryLater();
  }

  async #tryNow(): Promise<void> {
    clearTimeout(this.#timer);
    this.#attempt += 1;
    const mine = this.#attempt;
    try {
      const token = await this.#tokens.get();
      if (mine !== this.#attempt) return;
      this.#token = token;
    } catch (error) {
      if (mine === this.#attempt) this.#giveUpOrTryLater(codeOf(error));
      return;
    }
    this.#timer = setTimeout(() => {
      this.#socket.disconnect();
      this.#tryLater();
    }, ATTEMPT_TIMEOUT_MS);
    this.#socket.auth = { token: this.#token };
    this.#socket.connect();
  }

  readonly #onConnect = (): void => {
    clearTimeout(this.#timer);
    this.#onlineSince = Date.now();
    this.#enter('online');
  };

  readonly #onRefused = (error: Error & { data?: { code?: unknown } }): void => {
    const code = isErrorCode(error.data?.code) ? error.data.code : undefined;
    this.#socket.disconnect();
    if (this.#isOver()) return;
    if (code === 'token_expired' || code === 'unauthenticated') void this.#renewAndTry();
    else this.#giveUpOrTryLater(code);
  };

  readonly #onDisconnect = (): void => {
    if (this.#state !== 'online') return;
    if (Date.now() - this.#onlineSince > STEADY_AFTER_MS) this.#failedAttempts = 0;
    this.#tryLater();
  };

  async #renewAndTry(): Promise<void> {
    clearTimeout(this.#timer);
    const mine = this.#attempt;
    try {
      await this.#tokens.renew(this.#token);
    } catch (error) {
      if (mine === this.#attempt) this.#giveUpOrTryLater(codeOf(error));
      return;
    }
    if (mine !== this.#attempt) return;
    // A fresh token that is refused again waits its turn: two clocks may disagree for a while.
    if (this.#failedAttempts > 0) {
      this.#tryLater();
      return;
    }
    this.#failedAttempts = 1;
    await this.#tryNow();
  }

  async #showFreshToken(): Promise<void> {
    try {
      const token = await this.#tokens.renew(this.#token);
      this.#token = token;
      await askSocket(this.#socket, 'authenticate', { payload: { token } });
    } catch {
      // The server ends the connection, and the next one starts with a fresh token or not at all.
    }
  }
}
