/** The processes of the split topology, in the order in which they start; the name is the app's, numbered where there are several. */
export const SPLIT_SERVICES = [
  { name: 'http', app: 'http' },
  { name: 'chat-socket-1', app: 'chat-socket' },
  { name: 'chat-socket-2', app: 'chat-socket' },
  { name: 'game-state-1', app: 'game-state' },
  { name: 'game-state-2', app: 'game-state' },
  { name: 'kafka-consumer', app: 'kafka-consumer' },
] as const;

export type SplitServiceName = (typeof SPLIT_SERVICES)[number]['name'];
export type SplitApp = (typeof SPLIT_SERVICES)[number]['app'];
