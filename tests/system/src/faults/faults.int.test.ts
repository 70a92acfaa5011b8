import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { activityCases } from './cases/activity.ts';
import { chatCrashCases } from './cases/chat-crash.ts';
import { crowdCases } from './cases/crowd.ts';
import { messageCases } from './cases/messages.ts';
import { ownerCrashCases } from './cases/owner-crash.ts';
import { ownerPauseCases } from './cases/owner-pause.ts';
import { relayCases } from './cases/relay.ts';
import { shutdownCases } from './cases/shutdown.ts';
import { storeCases } from './cases/stores.ts';
import { startSystem, type System } from './harness/system.ts';

// What the services promise when one of them, or what they stand on, dies, hangs or comes back. One system for all cases, each of
// which leaves it whole; every case has people, a space and a room of its own.

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
// A case that failed half-way takes no other one with it.
afterEach(async () => {
  const ended = system.processes.filter((process) => process.hasExited());
  await Promise.all(ended.map((process) => process.restart()));
});
afterAll(() => system.stop());
const theSystem = (): System => system;

describe('messages', () => messageCases(theSystem));
describe('a chat-socket', () => chatCrashCases(theSystem));
describe('the outbox relay', () => relayCases(theSystem));
describe('the handler activity', () => activityCases(theSystem));
describe('the owner of a space', () => {
  ownerCrashCases(theSystem);
  ownerPauseCases(theSystem);
});
describe('a crowd', () => crowdCases(theSystem));
describe('what the services stand on', () => storeCases(theSystem));
describe('a shutdown', () => shutdownCases(theSystem));
