import { type Api, createApi, type Tokens } from '@metaverse/client';
import type { Chatroom, Space } from '@metaverse/contracts';
import { newId } from '@metaverse/db';
import type { System } from './system.ts';

export type Person = { readonly id: string; readonly username: string; readonly api: Api; readonly tokens: Tokens };

const PASSWORD = 'walks-through-faults-7';
/** Of that password at bcrypt's lowest cost, so that a crowd is signed in within seconds. */
const PASSWORD_HASH = '$2b$04$XhT5iYRw.e3ApsXdTFkDXOlsMk22KrS2ttPkfWgpmuDtxgJ7JIrB6';
/** Log-ins at the same time. */
const AT_ONCE = 10;

const INSERT = `
  INSERT INTO users (id, username, username_key, display_name, password_hash)
  SELECT id, name, name, name, $3 FROM unnest($1::uuid[], $2::text[]) AS given (id, name)`;

/** So many new people, signed in through the proxy. */
export async function makePeople(system: System, count: number): Promise<Person[]> {
  const named = Array.from({ length: count }, () => newId()).map((id) => ({ id, username: `p-${id.slice(-12)}` }));
  await system.query(INSERT, [named.map(({ id }) => id), named.map(({ username }) => username), PASSWORD_HASH]);
  const people: Person[] = [];
  for (let start = 0; start < count; start += AT_ONCE) {
    people.push(...(await Promise.all(named.slice(start, start + AT_ONCE).map((each) => signIn(system, each)))));
  }
  return people;
}

async function signIn(system: System, { id, username }: { id: string; username: string }): Promise<Person> {
  const { api, tokens } = createApi({ baseUrl: system.url });
  await api.logIn({ body: { username, password: PASSWORD, refresh: 'body' } });
  return { id, username, api, tokens };
}

export async function makePerson(system: System): Promise<Person> {
  const [person] = await makePeople(system, 1);
  if (!person) throw new Error('nobody was made');
  return person;
}

/** A new space of that person with its public room. */
export async function makeSpace(owner: Person, size: { width?: number; height?: number } = {}): Promise<{ space: Space; room: Chatroom }> {
  const space = await owner.api.createSpace({ body: { name: 'Fault line', ...size } });
  const [room] = (await owner.api.listSpaceChatrooms({ params: { id: space.id } })).items;
  if (!room) throw new Error('the space has no room');
  return { space, room };
}
