import type { DeadLetter } from '@metaverse/contracts';
import { describeEventLog } from '@metaverse/test-kit';
import { silentLogger } from './logger.ts';
import { createMemoryEventLog } from './memory-event-log.ts';

describeEventLog('in process', () => {
  const letters: DeadLetter[] = [];
  const log = createMemoryEventLog({ log: silentLogger(), onDeadLetter: (letter) => void letters.push(letter) });
  return Promise.resolve({ log, deadLetters: () => Promise.resolve(letters) });
});
