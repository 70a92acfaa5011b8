import type { Logger } from '@metaverse/service-kit';
import type pg from 'pg';
import { spaceExists } from '../spaces/load-space-plan.ts';
import type { SpaceDeps } from '../world/space-instance.ts';
import type { WorldMetrics } from '../world-metrics.ts';
import { holdsLease, type HostedSpace } from './hosted-space.ts';
import { createLeaseQueries, type LeaseQueries, type RenewedLease } from './lease-queries.ts';
import { openSpace } from './open-space.ts';
import { storeSnapshots } from './snapshot-queries.ts';

/** A space that nobody is in is given up after this long. */
const IDLE_MS = 10_000;

export type DirectoryOptions = {
  pool: pg.Pool;
  /** Names this process in leases; never used by another one. */
  owner: string;
  log: Logger;
  metrics: WorldMetrics;
  /** A clock that only goes forward and goes on while the process is paused. */
  nowMs: () => number;
  presence: (spaceId: string) => Pick<SpaceDeps, 'onEnter' | 'onLeave'>;
};

/** The spaces that this process simulates: takes them, keeps them, and gives them up. */
export class SpaceDirectory {
  readonly #options: DirectoryOptions;
  readonly #leases: LeaseQueries;
  readonly #hosted = new Map<string, HostedSpace>();
  readonly #opening = new Map<string, Promise<HostedSpace>>();
  readonly #closing = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();
  #renewing: Promise<void> | null = null;
  #saving: Promise<void> | null = null;
  #isSaveWanted = false;

  constructor(options: DirectoryOptions) {
    this.#options = options;
    this.#leases = createLeaseQueries(options);
  }

  /** The space, served by this process from now on at the latest. Throws `not_found`, or `unavailable` while another holds it. */
  async serve(spaceId: string): Promise<HostedSpace> {
    const running = this.#running(spaceId);
    if (running) return running;
    // A lease that ran out while the database was away may still be ours.
    if (this.#hosted.has(spaceId)) await this.renew();
    const kept = this.#running(spaceId);
    if (kept) return kept;
    const opening = this.#opening.get(spaceId) ?? this.#open(spaceId).finally(() => this.#opening.delete(spaceId));
    this.#opening.set(spaceId, opening);
    return opening;
  }

  /** One tick of every space; one whose lease has run out by our own clock says nothing. */
  tick(number: number): void {
    const { metrics, nowMs } = this.#options;
    const endTimer = metrics.tickSeconds.startTimer();
    let occupied = 0;
    for (const hosted of this.#hosted.values()) {
      const now = nowMs();
      if (holdsLease(hosted, now)) hosted.occupiedCells = hosted.instance.tick(number, now) ?? hosted.occupiedCells;
      occupied += hosted.occupiedCells;
    }
    metrics.occupiedCells.set(occupied);
    endTimer();
  }

  /** Renews every lease, hands over what others asked for, and gives up what is lost or empty. */
  renew(): Promise<void> {
    this.#renewing ??= this.#renewOnce().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  /** Stores where people are, wherever that has changed. A call while one is running makes it run once more. */
  async save(): Promise<void> {
    this.#isSaveWanted = true;
    this.#saving ??= this.#saveWhileWanted().finally(() => {
      this.#saving = null;
    });
    await this.#saving;
  }

  /** Gives every space up, so that others can take them at once. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#opening.values());
    await this.#renewing;
    await Promise.all(Array.from(this.#hosted.values(), (hosted) => this.#giveUp(hosted)));
  }

  #running(spaceId: string): HostedSpace | undefined {
    const hosted = this.#hosted.get(spaceId);
    return hosted && holdsLease(hosted, this.#options.nowMs()) ? hosted : undefined;
  }

  async #renewOnce(): Promise<void> {
    const held = [...this.#hosted.values()].filter(({ isOpen }) => isOpen);
    if (held.length === 0) return;
    try {
      const renewed = new Map((await this.#leases.renew(held.map(({ lease }) => lease))).map((lease) => [lease.spaceId, lease]));
      await Promise.all(held.map((hosted) => this.#keep(hosted, renewed.get(hosted.spaceId))));
    } catch (error) {
      this.#options.log.warn({ err: error }, 'could not renew the leases of spaces');
    }
  }

  /** Goes on with a space whose lease was renewed, unless its map was changed, somebody else wants it, or nobody does. */
  async #keep(hosted: HostedSpace, lease: RenewedLease | undefined): Promise<void> {
    if (!lease) return this.#lose(hosted);
    hosted.lease = lease;
    const isOutdated = lease.mapVersion !== hosted.instance.plan.mapVersion;
    if (isOutdated) hosted.instance.tellMapVersion(lease.mapVersion);
    // Whoever comes back finds it opened anew, with the map of now.
    if (isOutdated || this.#isUnwanted(hosted, lease.requestedBy)) await this.#giveUp(hosted);
  }

  async #open(spaceId: string): Promise<HostedSpace> {
    const expired = this.#hosted.get(spaceId);
    if (expired) await this.#lose(expired);
    await this.#closing.get(spaceId);
    const { metrics, presence } = this.#options;
    const hosted = await openSpace(spaceId, {
      ...this.#options,
      leases: this.#leases,
      signal: this.#stopping.signal,
      spaceDeps: (id) => ({ metrics, ...presence(id) }),
    });
    this.#hosted.set(spaceId, hosted);
    metrics.spaces.set(this.#hosted.size);
    this.#options.log.info({ spaceId, fence: hosted.lease.fence }, 'serving a space');
    return hosted;
  }

  #isUnwanted(hosted: HostedSpace, requestedBy: string | null): boolean {
    if (requestedBy !== null) {
      this.#options.metrics.handOvers.inc();
      return true;
    }
    const now = this.#options.nowMs();
    hosted.emptySinceMs = hosted.instance.isEmpty ? (hosted.emptySinceMs ?? now) : null;
    return hosted.emptySinceMs !== null && now - hosted.emptySinceMs > IDLE_MS;
  }

  /** Hands the space over in order: nothing moves any more, the last places are stored, the lease is free, people are told. */
  #giveUp(hosted: HostedSpace): Promise<void> {
    if (!hosted.isOpen) return Promise.resolve();
    hosted.isOpen = false;
    const closing = this.#release(hosted)
      .catch((error: unknown) => this.#options.log.warn({ err: error, spaceId: hosted.spaceId }, 'a space was not handed over in order'))
      .then(() => this.#forget(hosted, 'moved-away'))
      .finally(() => this.#closing.delete(hosted.spaceId));
    this.#closing.set(hosted.spaceId, closing);
    return closing;
  }

  async #release(hosted: HostedSpace): Promise<void> {
    const { pool, owner } = this.#options;
    await this.#saving;
    const positions = hosted.instance.takeUnsaved();
    if (positions) await storeSnapshots(pool, owner, [{ ...hosted.lease, positions }]);
    await this.#leases.release(hosted.lease);
  }

  /** The lease is somebody else's, or the space is gone: nothing may be stored any more. */
  async #lose(hosted: HostedSpace): Promise<void> {
    if (!hosted.isOpen) return;
    hosted.isOpen = false;
    const isThere = await spaceExists(this.#options.pool, hosted.spaceId).catch(() => true);
    if (isThere) this.#options.metrics.leasesLost.inc();
    this.#options.log.warn({ spaceId: hosted.spaceId, fence: hosted.lease.fence, isThere }, 'lost a space');
    this.#forget(hosted, isThere ? 'moved-away' : 'space-deleted');
  }

  #forget(hosted: HostedSpace, why: 'moved-away' | 'space-deleted'): void {
    const { spaceId, instance } = hosted;
    if (this.#hosted.get(spaceId) === hosted) this.#hosted.delete(spaceId);
    this.#options.metrics.spaces.set(this.#hosted.size);
    if (why === 'moved-away') instance.close('reconnect', (outlet) => outlet.emit('moved-away', { spaceId }));
    else instance.close('final', (outlet) => outlet.emit('kicked', { reason: why }));
  }

  async #saveWhileWanted(): Promise<void> {
    while (this.#isSaveWanted) {
      this.#isSaveWanted = false;
      await this.#saveOnce();
    }
  }

  async #saveOnce(): Promise<void> {
    const { pool, owner, nowMs, log, metrics } = this.#options;
    const changed = Array.from(this.#hosted.values()).flatMap((hosted) => {
      const positions = holdsLease(hosted, nowMs()) ? hosted.instance.takeUnsaved() : null;
      return positions ? [{ hosted, positions }] : [];
    });
    if (changed.length === 0) return;
    try {
      metrics.snapshots.inc(
        await storeSnapshots(
          pool,
          owner,
          changed.map(({ hosted, positions }) => ({ ...hosted.lease, positions })),
        ),
      );
    } catch (error) {
      for (const { hosted } of changed) hosted.instance.keepUnsaved();
      log.warn({ err: error }, 'could not store where people are');
    }
  }
}
