import {
  messageTypes,
  presences,
  roles,
  roomKinds,
  roomRoles,
  roomVisibilities,
  spaceRoles,
  spaceVisibilities,
} from '@metaverse/contracts';
import { expect, test } from 'vitest';
import * as enums from './generated/enums.ts';

// The database and the wire each have their own list, since db may not depend on what clients are told.
const wire = {
  Role: roles,
  Presence: presences,
  SpaceVisibility: spaceVisibilities,
  SpaceRole: spaceRoles,
  RoomKind: roomKinds,
  RoomVisibility: roomVisibilities,
  RoomRole: roomRoles,
  MessageType: messageTypes,
};

test.each(Object.entries(wire))('%s has the same values in the database and on the wire', (name, values) => {
  const stored = Object.entries(enums).find(([each]) => each === name)?.[1];
  expect(Object.values(stored ?? {})).toEqual([...values]);
});

test('every enum of the database is compared', () => {
  expect(Object.keys(wire).sort()).toEqual(Object.keys(enums).sort());
});
