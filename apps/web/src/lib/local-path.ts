/** Where to go after signing in: a path of this app, whatever the address bar was made to say. */
export const localPath = (next: string | null): string => {
  if (next === null || !next.startsWith('/')) return '/';
  // Browsers read "//host" and "/\host" as other origins.
  const url = new URL(next, 'https://here.invalid');
  return url.host === 'here.invalid' && !next.startsWith('//') ? url.pathname + url.search + url.hash : '/';
};
