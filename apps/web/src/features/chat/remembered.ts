/** What this browser was told to remember; null when nothing was, or when storage is forbidden. */
export const recall = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** Keeps a word for {@link recall}. Without storage it is forgotten, and the defaults hold. */
export const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above.
  }
};
