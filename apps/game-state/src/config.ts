/** What game-state is told. */
export type GameStateConfig = {
  /** Name of this instance; leases add something of their own, so that a restarted one is another owner. */
  serviceId: string;
  allowedOrigins: readonly string[];
  limits: WorldLimits;
};

export type WorldLimits = {
  /** Of one connection. */
  joinsPerSecond: number;
  /** Above it a connection is closed. */
  eventsPerSecond: number;
};
