import type { Me } from '@metaverse/contracts';
import { gridOfSpace } from '@metaverse/world-core';
import { createMemoryOutbox } from '../chat/outbox-storage.ts';
import { type Chat, createChat } from '../chat/create-chat.ts';
import { ApiError } from '../http/api-error.ts';
import type { Api } from '../http/api-types.ts';
import { createApi } from '../http/create-api.ts';
import type { Tokens } from '../http/tokens.ts';
import { until } from '../store/until.ts';
import { createWorld, type World } from '../world/create-world.ts';
import { wander } from './wander.ts';

export type BotOptions = {
  /** Origin of the server. */
  url: string;
  username: string;
  password: string;
  /** Decides where it walks and how long it waits; seeded, so that a run can be repeated. 0 ≤ r < 1. */
  random: () => number;
  encoding?: 'binary' | 'json';
  /** Check every answer against the contract. */
  isChecked?: boolean;
};

/** Somebody without a browser. */
export type Bot = {
  me: Me;
  api: Api;
  tokens: Tokens;
  /** Connected; rooms are entered and opened as a browser does it. */
  chat: Chat;
  /** Joins a space and its world; resolves when the bot stands in it. Rejects when it is not let in. */
  enterSpace: (spaceId: string) => Promise<World>;
  /** Walks about in the entered space until told to rest. */
  wander: () => void;
  rest: () => void;
  /** Writes a message and resolves when the server has stored it. */
  say: (roomId: string, content: string) => Promise<void>;
  /** Leaves everything. */
  stop: () => void;
};

/** Signs up, or in when the name is taken: then with the same password. */
async function signIn(api: Api, { username, password }: BotOptions): Promise<Me> {
  try {
    return (await api.signUp({ body: { username, password, refresh: 'body' } })).user;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'conflict') throw error;
    return (await api.logIn({ body: { username, password, refresh: 'body' } })).user;
  }
}

async function enterWorld(bot: Pick<Bot, 'api' | 'tokens'>, spaceId: string, options: BotOptions): Promise<World> {
  await bot.api.joinSpace({ params: { id: spaceId } });
  const grid = gridOfSpace(await bot.api.getSpace({ params: { id: spaceId } }));
  const { url, random, encoding = 'binary' } = options;
  const world = createWorld({ url, tokens: bot.tokens, spaceId, grid, encoding, random });
  world.start();
  const { end } = await until(world.status, (status) => status.isJoined || status.end !== null);
  if (end !== null) {
    world.stop();
    throw new Error(end.kind === 'kicked' ? `Kicked: ${end.reason}` : `Not let in: ${end.code}`);
  }
  return world;
}

/** A bot for benchmarks, tests and demonstrations: an account with a chat and, in a space, a body that walks. Rejects with `ApiError`. */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { url, random, isChecked = false } = options;
  const { api, tokens } = createApi({ baseUrl: url, isChecked });
  const me = await signIn(api, options);
  const chat = createChat({ url, tokens, userId: me.id, storage: createMemoryOutbox(), random });
  chat.start();
  let world: World | null = null;
  let stopWandering = (): void => undefined;

  return {
    me,
    api,
    tokens,
    chat,
    async enterSpace(spaceId) {
      world?.stop();
      world = await enterWorld({ api, tokens }, spaceId, options);
      chat.enterSpace(spaceId);
      return world;
    },
    wander() {
      stopWandering();
      if (world !== null) stopWandering = wander(world, random);
    },
    rest() {
      stopWandering();
      world?.halt();
    },
    async say(roomId, content) {
      await until(chat.store, ({ rooms }) => rooms[roomId]?.isListening === true);
      const id = chat.send(roomId, content);
      const isPending = (entry: { clientMessageId: string; status: string }) => entry.clientMessageId === id && entry.status !== 'sent';
      const after = await until(chat.store, ({ rooms }) => {
        const mine = rooms[roomId]?.pending.find(isPending);
        return mine === undefined || mine.status === 'failed';
      });
      const failure = after.rooms[roomId]?.pending.find(isPending)?.failure;
      if (failure) throw new Error(`Refused: ${failure.code}`);
    },
    stop() {
      stopWandering();
      world?.stop();
      chat.stop();
    },
  };
}
