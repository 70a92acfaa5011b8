import type { z } from 'zod';
import type { WireError } from '../errors.ts';

/** One event on the wire: what is sent and, if the sender may wait for an answer, what comes back. */
export type SocketEvent = { payload: z.ZodType; ack?: z.ZodType };
export type SocketCatalogue = Record<string, SocketEvent>;

export const defineSocketEvents = <const C extends SocketCatalogue>(catalogue: C): C => catalogue;

export type Reply<T> = { ok: true; data: T } | { ok: false; error: WireError };

/** The map that Socket.IO's own generics expect, derived from a catalogue. */
export type ListenerMap<C extends SocketCatalogue> = {
  [E in keyof C]: C[E] extends { ack: infer A extends z.ZodType }
    ? (payload: z.input<C[E]['payload']>, reply: (answer: Reply<z.output<A>>) => void) => void
    : (payload: z.input<C[E]['payload']>) => void;
};

/** What a service implements: parsed payload in, ack data out. */
export type SocketHandlers<C extends SocketCatalogue, Ctx> = {
  [E in keyof C]: (
    ctx: Ctx,
    payload: z.output<C[E]['payload']>,
  ) => Promise<C[E] extends { ack: infer A extends z.ZodType } ? z.input<A> : void>;
};
