/** What goes on failing is told again after so long. */
const REMIND_MS = 60_000;

export type OutageLog = {
  failed: (error: unknown) => void;
  /** May be called after every success. */
  recovered: () => void;
  /** Whether the last try failed. */
  isOn: () => boolean;
};

type Say = (facts: object, text: string) => void;

export type OutageLogOptions = {
  log: { warn: Say; info: Say; debug: Say };
  /** The lines for the beginning and the end. */
  begins: string;
  ends: string;
  /** Milliseconds of a clock. */
  now?: () => number;
};

/** Keeps what is tried again and again from filling the log: a line when it begins to fail, one a minute while it does, one when it works again. */
export function createOutageLog({ log, begins, ends, now = Date.now }: OutageLogOptions): OutageLog {
  let failures = 0;
  let startedAt = 0;
  let toldAt = 0;

  return {
    failed: (error) => {
      const at = now();
      failures += 1;
      if (failures === 1) startedAt = at;
      if (failures > 1 && at - toldAt < REMIND_MS) {
        log.debug({ err: error }, begins);
        return;
      }
      toldAt = at;
      log.warn({ err: error, failures }, begins);
    },
    recovered: () => {
      if (failures === 0) return;
      log.info({ failures, seconds: Math.round((now() - startedAt) / 1_000) }, ends);
      failures = 0;
    },
    isOn: () => failures > 0,
  };
}
