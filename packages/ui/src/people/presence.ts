/** How reachable somebody is. Others see `invisible` as `offline`. */
export type Presence = 'online' | 'away' | 'busy' | 'dnd' | 'invisible' | 'offline';

/** The words for each presence. */
export const presenceLabels: Readonly<Record<Presence, string>> = {
  online: 'Online',
  away: 'Away',
  busy: 'Busy',
  dnd: 'Do not disturb',
  invisible: 'Invisible',
  offline: 'Offline',
};
