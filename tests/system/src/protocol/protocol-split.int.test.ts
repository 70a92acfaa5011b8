import { describe } from 'vitest';
import { startSplitTarget } from './harness/start-split-target.ts';
import { protocolSuite } from './protocol-suite.ts';

describe('split', () => protocolSuite(startSplitTarget));
