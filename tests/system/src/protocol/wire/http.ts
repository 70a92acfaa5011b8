import { expect } from 'vitest';

/** What a request carries beside its route. `raw` is sent as it is, in place of `body` as JSON. */
export type Sent = {
  token?: string | undefined;
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: unknown;
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
};
export type Answer<T> = { status: number; headers: Headers; text: string; body: T };

/** Sends what a route such as `POST /api/v1/spaces/:id/join` asks for; `params` fill its names. */
export type Call = <T = unknown>(route: string, sent?: Sent) => Promise<Answer<T>>;

export const createCall =
  (baseUrl: string, token?: string): Call =>
  async <T>(route: string, sent: Sent = {}) => {
    const { method, url } = addressed(baseUrl, route, sent);
    const bearer = 'token' in sent ? sent.token : token;
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...sent.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    expect(response.status, `${route} answered ${text}`).toBeLessThan(500);
    // What the answer holds is for the case to check; the type only saves it from spelling every field out.
    return { status: response.status, headers: response.headers, text, body: parsed(response, text) as T };
  };

function addressed(baseUrl: string, route: string, { params = {}, query = {} }: Sent): { method: string; url: string } {
  const [method = '', template = ''] = route.split(' ');
  const path = template.replace(/:(\w+)/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${route} needs ${whole}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])).toString();
  return { method, url: `${baseUrl}${path}${search === '' ? '' : `?${search}`}` };
}

const parsed = (response: Response, text: string): unknown =>
  response.headers.get('content-type')?.includes('application/json') ? JSON.parse(text) : undefined;
