/** Where browsers do not say when they are idle: by then a page has drawn itself. */
const SOON_MS = 1_500;

/** Does something once the page has nothing more pressing to do; returns what calls it off. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const request = requestIdleCallback(work);
    return () => {
      cancelIdleCallback(request);
    };
  }
  const timer = setTimeout(work, SOON_MS);
  return () => {
    clearTimeout(timer);
  };
}
