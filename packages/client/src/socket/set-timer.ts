/** Resolves after that many milliseconds. */
export const setTimer = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
