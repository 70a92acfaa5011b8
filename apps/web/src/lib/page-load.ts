/** What browsers say when a part of the app could not be fetched: Chromium, Firefox, Safari; the last is Vite's, of styles. */
const SAID = /dynamically imported module|importing a module script failed|unable to preload css/i;

/** Whether a page broke only because a part of the app could not be fetched: no network, or another version was installed meanwhile. */
export const isPageMissing = (error: unknown): boolean => error instanceof Error && SAID.test(error.message);
