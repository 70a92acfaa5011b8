import { randomUUID } from 'node:crypto';
import { expect, request } from '@playwright/test';
import type { Person } from './person.ts';

type Notes = { url: string; spaceId: string; count: number };

/** Writes "Note 1", "Note 2" … into a space's general room over HTTP, from a session of its own: by hand many messages take long. */
export async function writeNotes({ username, password }: Person, { url, spaceId, count }: Notes): Promise<void> {
  const api = await request.newContext({ baseURL: url });
  const login = await api.post('/api/v1/login', { data: { username, password } });
  const { accessToken } = await login.json();
  const headers = { authorization: `Bearer ${accessToken}` };
  const rooms = await api.get(`/api/v1/spaces/${spaceId}/chatrooms`, { headers });
  const [general] = (await rooms.json()).items;

  for (let note = 1; note <= count; note += 1) {
    const data = { content: `Note ${note}`, clientMessageId: randomUUID() };
    const written = await api.post(`/api/v1/chatrooms/${general.id}/messages`, { headers, data });
    expect(written.status()).toBe(201);
  }
  await api.dispose();
}
