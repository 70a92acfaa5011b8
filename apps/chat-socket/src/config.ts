/** What chat-socket is told. */
export type ChatSocketConfig = {
  allowedOrigins: readonly string[];
  limits: ChatLimits;
};

export type ChatLimits = {
  messagesBurst: number;
  messagesPerSecond: number;
  typingPerSecond: number;
  joinsPerSecond: number;
  eventsPerSecond: number;
};
