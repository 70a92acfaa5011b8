/** An answer with its body read: an object, or undefined where it is empty or no JSON. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read whatever came back
export type Answer = { status: number; headers: Headers; body: any; text: string };

export type CallOptions = { token?: string; body?: unknown; raw?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> };

/** Calls a route as a client that keeps no cookies would. */
export async function call(origin: string, line: string, options: CallOptions = {}): Promise<Answer> {
  const [method = 'GET', path = '/'] = line.split(' ');
  const { token, body, raw, headers } = options;
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(origin + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : undefined, text };
}

/** The refresh cookie that an answer sets, as a browser would send it back. */
export function refreshCookieOf(answer: Answer): string {
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('refresh_token='));
  if (!cookie) throw new Error('the answer sets no refresh cookie');
  return cookie.split(';')[0] ?? '';
}

export const PASSWORD = 'lantern-river-under-moss';
let people = 0;

export type Person = { id: string; username: string; token: string };

/** Somebody new who is signed in. */
export async function signUpSomebody(origin: string, fields: Record<string, unknown> = {}): Promise<Person> {
  people += 1;
  const answer = await call(origin, 'POST /api/v1/signup', {
    body: { username: `person-${process.pid}-${people}`, password: PASSWORD, ...fields },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return { id: answer.body.user.id, username: answer.body.user.username, token: answer.body.accessToken };
}
