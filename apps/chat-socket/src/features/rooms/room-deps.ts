import type { Chat } from '@metaverse/chat';
import type { OrderedDelivery } from '../messages/ordered-delivery.ts';
import type { TypingMarks } from '../typing/typing-marks.ts';
import type { Listening } from './listening.ts';

/** What the handlers of rooms work with. */
export type RoomDeps = { chat: Chat; listening: Listening; delivery: OrderedDelivery; typing: TypingMarks };
