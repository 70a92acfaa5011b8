/** What was, is and was taken back, of one thing that is edited. */
export type History<T> = { past: readonly T[]; present: T; future: readonly T[] };

export type Edit<T> = { type: 'set'; value: T } | { type: 'undo' } | { type: 'redo' } | { type: 'start'; value: T };

/** Steps that can be taken back. */
const KEPT = 100;

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** The reducer of an editor with undo and redo; a new step forgets what was taken back. */
export function edited<T>(history: History<T>, edit: Edit<T>): History<T> {
  const { past, present, future } = history;
  switch (edit.type) {
    case 'start':
      return startHistory(edit.value);
    case 'set':
      return { past: [...past.slice(1 - KEPT), present], present: edit.value, future: [] };
    case 'undo': {
      const last = past.at(-1);
      return last === undefined ? history : { past: past.slice(0, -1), present: last, future: [present, ...future] };
    }
    case 'redo': {
      const [next, ...later] = future;
      return next === undefined ? history : { past: [...past, present], present: next, future: later };
    }
  }
}
