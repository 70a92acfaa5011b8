import { announceEnded, evictFromSpace, leaveSpaceRooms } from '@metaverse/chat';
import { insertOutbox } from '@metaverse/db';
import { type Actor, forbidden, outgoingEvent, socketRooms } from '@metaverse/service-kit';
import type { HttpDeps } from '../../http-context.ts';
import { loadSpaceToChange } from './load-space.ts';
import { canLeave } from './spaces.policy.ts';
import { putOut } from './tell-world.ts';

type Deps = Pick<HttpDeps, 'db' | 'chat' | 'sockets'>;

/**
 * Gives up membership of a space and of its rooms; leaving again changes nothing. [CH4] Once it resolves nothing of the
 * rooms reaches the person any more; when it throws `unavailable` the memberships are gone already and the same call again
 * confirms the rest. Throws `not_found`, `forbidden` for the owner.
 */
export async function leaveSpace({ db, chat, sockets }: Deps, actor: Actor, input: { spaceId: string; requestId: string }): Promise<void> {
  const { userId } = actor;
  const { space, ended } = await db.transaction(async (tx) => {
    const { space, standing } = await loadSpaceToChange(tx, actor, input.spaceId);
    if (!canLeave(standing)) throw forbidden('The owner stays. Delete the space to be rid of it.');

    const membership = { userId, spaceId: space.id };
    const { count } = await tx.spaceMember.deleteMany({ where: membership });
    const origin = { key: userId, producer: 'http', correlationId: input.requestId };
    if (count > 0) await insertOutbox(tx, [outgoingEvent('user-events', { type: 'space.left', payload: membership }, origin)]);
    return { space, ended: await leaveSpaceRooms(tx, membership) };
  });

  const payload = { userId, spaceId: space.id };
  if (space.visibility === 'private') putOut(sockets, payload);
  else sockets.chat.in(socketRooms.user(userId)).socketsLeave(socketRooms.space(space.id));
  if (ended.length > 0) await announceEnded(chat, ended);
  else await evictFromSpace(chat, payload);
}
