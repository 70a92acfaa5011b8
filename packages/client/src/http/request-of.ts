import type { RouteContract } from '@metaverse/contracts';

/** A call before it is typed: what the route's own schemas describe. */
export type LooseInput = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };

const queryText = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

/** The address of a call below the origin: parameters filled in, query appended, lists joined by commas. */
export function urlOf(route: RouteContract, { params = {}, query = {} }: LooseInput): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new TypeError(`${route.path} needs the parameter "${name}"`);
    return encodeURIComponent(value);
  });

  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, queryText(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
