import type { Reply, SocketCatalogue, SocketHandlers } from '@metaverse/contracts';
import { AppError } from '../app-error.ts';
import { parsePayload } from '../parse-payload.ts';

/** The least of a Socket.IO socket: `Socket.on` refuses a generic event name. */
type Listener = { on(name: string, listener: (...args: unknown[]) => void): unknown };

/** What a context may depend on for one event. */
export type EventTurn = {
  /** Whether the sender waits for an answer. */
  hasAck: boolean;
  /** Lets the connection's next event begin, once the order of this one is fixed. */
  yieldTurn: () => void;
};

export type Registration<C extends SocketCatalogue, Ctx> = {
  catalogue: C;
  handlers: SocketHandlers<C, Ctx>;
  makeContext: (turn: EventTurn) => Ctx;
  /** Other names of events, and how their payload becomes the canonical one. */
  alternates?: { names: Readonly<Record<string, keyof C & string>>; toCanonical: (payload: unknown) => unknown };
  /** Throws when the event comes too often; asked before the payload is looked at. */
  limit?: (event: keyof C & string) => Promise<void> | void;
  toFailure: (thrown: unknown) => AppError;
  /** Told of a failure that no ack could carry. */
  onDropped?: (event: string, failure: AppError) => void;
};

/** Events of one connection that may wait for their turn: two seconds of as many as may come, should a dependency hang. */
const WAITING_MAX = 1_000;

/**
 * The only place where untyped data enters a socket service. Events of one connection are handled one after the other; when
 * too many wait, more are refused as `rate_limited`.
 */
export function registerHandlers<C extends SocketCatalogue, Ctx>(socket: Listener, registration: Registration<C, Ctx>): void {
  let previous: Promise<void> = Promise.resolve();
  let waiting = 0;

  const listen = (wireName: string, event: keyof C & string, toCanonical: (payload: unknown) => unknown): void => {
    socket.on(wireName, (...args) => {
      const reply = takeReply(args);
      const payload = args.length > 0 ? args[0] : {};
      if (waiting >= WAITING_MAX) {
        refuse(registration, { event, reply, thrown: tooManyWait() });
        return;
      }
      waiting += 1;
      previous = previous.then(() => {
        waiting -= 1;
        return new Promise<void>((yieldTurn) => {
          void handle(registration, event, { payload: () => toCanonical(payload), reply, yieldTurn });
        });
      });
    });
  };

  for (const event of Object.keys(registration.catalogue)) listen(event, event, (payload) => payload);
  const { names = {}, toCanonical = (payload: unknown) => payload } = registration.alternates ?? {};
  for (const [wireName, event] of Object.entries(names)) listen(wireName, event, toCanonical);
}

type Arrival = { payload: () => unknown; reply: ((answer: Reply<unknown>) => void) | undefined; yieldTurn: () => void };

async function handle<C extends SocketCatalogue, Ctx>(
  registration: Registration<C, Ctx>,
  event: keyof C & string,
  arrival: Arrival,
): Promise<void> {
  const { reply, yieldTurn } = arrival;
  try {
    await registration.limit?.(event);
    const contract = registration.catalogue[event];
    const payload = contract && parsePayload(contract.payload, arrival.payload());
    const context = registration.makeContext({ hasAck: reply !== undefined, yieldTurn });
    // The catalogue ties this payload to this handler; the type system loses the tie on a computed name.
    const data = await registration.handlers[event](context, payload as never);
    reply?.({ ok: true, data: data ?? {} });
  } catch (thrown) {
    refuse(registration, { event, reply, thrown });
  } finally {
    yieldTurn();
  }
}

type Refusal = Pick<Arrival, 'reply'> & { event: string; thrown: unknown };

function refuse<C extends SocketCatalogue, Ctx>(
  { toFailure, onDropped }: Pick<Registration<C, Ctx>, 'toFailure' | 'onDropped'>,
  { event, reply, thrown }: Refusal,
): void {
  const failure = toFailure(thrown);
  if (reply) reply({ ok: false, error: wireError(failure) });
  else onDropped?.(event, failure);
}

const tooManyWait = (): AppError =>
  new AppError('rate_limited', 'More has come than can be answered right now. Wait a moment.', { retryAfterSeconds: 1 });

const wireError = ({ code, message, details, retryAfterSeconds }: AppError) => ({
  code,
  message,
  ...(details === undefined ? {} : { details }),
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});

/** The ack callback comes last, and also alone; a hostile client puts anything, or nothing, in its place. */
function takeReply(args: unknown[]): ((reply: Reply<unknown>) => void) | undefined {
  const last = args.at(-1);
  if (typeof last !== 'function') return undefined;
  args.pop();
  // Whatever the client sent as a callback, Socket.IO made this function of it.
  return last as (answer: Reply<unknown>) => void;
}
