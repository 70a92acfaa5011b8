const DAY_MS = 86_400_000;

/** The locale of the browser, made once: making a format is slow. */
const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const dayAndMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });

/** "10:14" */
export const timeWords = (date: Date): string => clock.format(date);

/** The whole date and time, for a tooltip. */
export const fullTimeWords = (date: Date): string => whole.format(date);

/** The local day: "2026-11-20". */
export const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** "Today, 20 November", "Yesterday, 19 November", "Friday, 14 November", "3 May 2025" */
export function dayWords(date: Date, now: Date): string {
  if (dayOf(date) === dayOf(now)) return `Today, ${dayAndMonth.format(date)}`;
  // Noon is the same day whatever the clocks were turned by.
  const noon = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 12);
  if (dayOf(date) === dayOf(new Date(noon.getTime() - DAY_MS))) return `Yesterday, ${dayAndMonth.format(date)}`;
  return date.getFullYear() === now.getFullYear() ? weekday.format(date) : withYear.format(date);
}
