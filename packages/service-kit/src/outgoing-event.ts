import { type EventContract, type EventOf, type OutgoingEvent, type TopicName, topics } from '@metaverse/contracts';
import { v7 } from 'uuid';

export type EventOrigin = {
  /** What order holds for: the topic says which id this is. */
  key: string;
  /** The service that says it. */
  producer: string;
  /** Id of the request or connection that caused it; the event's own id when nobody asked. */
  correlationId?: string | undefined;
};

/** An event of a topic in its envelope, with a new id, the version of its type and the time. */
export function outgoingEvent<T extends TopicName>(topic: T, event: EventOf<T>, origin: EventOrigin): OutgoingEvent {
  const types: Record<string, EventContract> = topics[topic].types;
  const type = String(event.type);
  const version = types[type]?.version ?? 1;
  const id = v7();
  return {
    topic,
    envelope: {
      id,
      type,
      version,
      occurredAt: new Date().toISOString(),
      producer: origin.producer,
      correlationId: origin.correlationId ?? id,
      key: origin.key,
      payload: event.payload,
    },
  };
}
