import { presentUserSummary, summarySelect } from '@metaverse/chat';
import type { Space, SpaceRole, UserSummary } from '@metaverse/contracts';
import type { Db, Tx } from '@metaverse/db';
import { type Actor, places, type PresenceStore } from '@metaverse/service-kit';
import type { SpaceRow } from './load-space.ts';
import { presentSpace } from './spaces.presenter.ts';

/** Faces on a space's card. */
const PEOPLE_MAX = 5;
const HOUR_MS = 60 * 60 * 1_000;
/** The hour that runs and the 23 before it. */
const ACTIVITY_HOURS = 24;

export type ViewDeps = { db: Db; presence: PresenceStore; thumbnailUrl: (space: SpaceRow) => string };

/** Spaces as the actor sees them: with their own role, who is inside, and how much was said. */
export async function viewSpaces({ db, presence, thumbnailUrl }: ViewDeps, actor: Actor, spaces: readonly SpaceRow[]): Promise<Space[]> {
  const ids = spaces.map((space) => space.id);
  const [roles, inside, messages] = await Promise.all([
    rolesOf(db.prisma, actor, ids),
    insideOf(db.prisma, presence, ids),
    messagesOf(db.prisma, ids),
  ]);
  return spaces.map((space) =>
    presentSpace(space, {
      myRole: roles.get(space.id) ?? null,
      thumbnailUrl: thumbnailUrl(space),
      onlineCount: inside.get(space.id)?.count ?? 0,
      people: inside.get(space.id)?.people ?? [],
      messagesToday: messages.get(space.id) ?? 0,
    }),
  );
}

export async function viewSpace(deps: ViewDeps, actor: Actor, space: SpaceRow): Promise<Space> {
  const [view] = await viewSpaces(deps, actor, [space]);
  if (!view) throw new Error('one space gives one view');
  return view;
}

async function rolesOf(tx: Tx, { userId }: Actor, spaceIds: string[]): Promise<Map<string, SpaceRole>> {
  const memberships = await tx.spaceMember.findMany({ where: { userId, spaceId: { in: spaceIds } } });
  return new Map(memberships.map(({ spaceId, role }) => [spaceId, role]));
}

async function insideOf(
  tx: Tx,
  presence: PresenceStore,
  spaceIds: string[],
): Promise<Map<string, { count: number; people: UserSummary[] }>> {
  const counts = await presence.counts(spaceIds.map(places.space));
  const busy = spaceIds.filter((_, i) => (counts[i] ?? 0) > 0);
  const idsInside = await Promise.all(busy.map((id) => presence.list(places.space(id))));

  const shownIds = idsInside.map((ids) => ids.slice(0, PEOPLE_MAX));
  const users = await tx.user.findMany({ where: { id: { in: shownIds.flat() } }, select: summarySelect });
  const byId = new Map(users.map((user) => [user.id, presentUserSummary(user)]));

  return new Map(
    busy.map((id, i) => {
      const people = (shownIds[i] ?? []).flatMap((userId) => byId.get(userId) ?? []);
      return [id, { count: idsInside[i]?.length ?? 0, people }];
    }),
  );
}

async function messagesOf(tx: Tx, spaceIds: string[]): Promise<Map<string, number>> {
  const currentHour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  const since = new Date(currentHour - (ACTIVITY_HOURS - 1) * HOUR_MS);
  const sums = await tx.spaceActivity.groupBy({
    by: ['spaceId'],
    where: { spaceId: { in: spaceIds }, hour: { gte: since } },
    _sum: { messages: true },
  });
  return new Map(sums.map(({ spaceId, _sum }) => [spaceId, _sum.messages ?? 0]));
}
