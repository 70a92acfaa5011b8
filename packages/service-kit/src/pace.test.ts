import { describePace } from '@metaverse/test-kit';
import { createMemoryPace } from './pace.ts';

describePace('a process', (limits) => Promise.resolve(createMemoryPace(limits)));
