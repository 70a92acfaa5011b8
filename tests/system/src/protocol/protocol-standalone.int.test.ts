import { describe } from 'vitest';
import { startStandalone } from './harness/start-standalone.ts';
import { protocolSuite } from './protocol-suite.ts';

describe('standalone', () => protocolSuite(() => startStandalone()));
