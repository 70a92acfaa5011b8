import type { Viewer } from './model.ts';

const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

/** Sends a viewer's frame as the plain events that clients with `encoding: "json"` get. */
export const tellAsJson = ({ reader, outlet, player }: Viewer, parts: readonly Uint8Array[]): void => {
  const { ownStep, left, entered, moved } = reader.read(joined(parts));
  const { userId } = player;
  for (const gone of left) if (gone !== userId) outlet.emit('user-left', { userId: gone });
  for (const person of entered) if (person.userId !== userId) outlet.emit('user-joined', person);
  for (const { userId: mover, x, y, direction } of moved) {
    if (mover !== userId) outlet.emit('movement', { userId: mover, x, y, direction });
  }
  if (ownStep) {
    const { seq, x, y, direction } = ownStep;
    outlet.emit('movement', { userId, x, y, direction, ...(seq === null ? {} : { seq }) });
  }
};
