import type { Logger, PresenceEntry } from '@metaverse/service-kit';
import type { Redis } from './create-redis.ts';
import type { PresenceCommands } from './presence-commands.ts';

export type InStep = {
  /** Redis's answer, or the fallback when it has none; then what Redis knows of this instance is put right later. */
  ask: <T>(question: Promise<T>, fallback: () => T) => Promise<T>;
  onLost: (listener: (lost: readonly PresenceEntry[]) => void) => void;
  stop: () => void;
};

export type KeepInStepOptions = {
  redis: Pick<Redis, 'client'>;
  commands: PresenceCommands;
  /** What this instance has entered and not left. */
  own: () => readonly PresenceEntry[];
  beatMs: number;
  log: Logger;
};

/**
 * Gives signs of life, clears up after instances that give none, and enters everything again when Redis has forgotten
 * this instance (it was emptied, or took it for dead) or missed something of it.
 */
export function keepInStep({ redis, commands, own, beatMs, log }: KeepInStepOptions): InStep {
  let listener: (lost: readonly PresenceEntry[]) => void = () => undefined;
  let isInStep = true;
  let isRegistered = false;
  let isBeating = false;

  const beat = async (): Promise<void> => {
    const isKnown = await commands.beat();
    const isForgotten = isRegistered && !isKnown;
    isRegistered = true;
    if (isForgotten || !isInStep) {
      isInStep = true;
      // Sent in one go, so that nothing of this instance comes in between.
      await Promise.all([commands.clearOwn(), ...own().map(commands.enter)]);
    }
    const lost = await commands.clearSilent();
    if (lost.length > 0) listener(lost);
  };

  const tick = (): void => {
    if (isBeating || redis.client.status !== 'ready') return;
    isBeating = true;
    beat()
      .catch((error: unknown) => {
        isInStep = false;
        log.debug({ err: error }, 'presence could not be brought into step');
      })
      .finally(() => {
        isBeating = false;
      });
  };
  const timer = setInterval(tick, beatMs);
  // At once, so that nothing is entered by an instance that Redis does not know.
  redis.client.on('ready', tick);
  tick();

  return {
    ask: async (question, fallback) => {
      try {
        return await question;
      } catch {
        isInStep = false;
        return fallback();
      }
    },
    onLost: (told) => {
      listener = told;
    },
    stop: () => {
      clearInterval(timer);
      redis.client.off('ready', tick);
    },
  };
}
