import { describePresenceStore } from '@metaverse/test-kit';
import { createMemoryPresenceStore } from './presence-store.ts';

describePresenceStore('in memory', () => Promise.resolve(createMemoryPresenceStore()));
