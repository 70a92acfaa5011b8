import { type RefObject, useEffect } from 'react';
import { useChat } from './chat-context.ts';

/** `seq` of the last message that reaches into the box, 0 for none. */
function lastSeen(box: HTMLElement): number {
  const bottom = box.getBoundingClientRect().bottom;
  const rows = box.querySelectorAll<HTMLElement>('[data-seq]');
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row && row.getBoundingClientRect().top < bottom) return Number(row.dataset['seq']);
  }
  return 0;
}

/** Marks as read what has come into view while somebody is looking. `rows` changes whenever what is shown does. */
export const useReadMarks = (box: RefObject<HTMLElement | null>, roomId: string, rows: unknown): void => {
  const chat = useChat();
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (!box.current || document.visibilityState !== 'visible') return;
        const seq = lastSeen(box.current);
        if (seq > 0) chat.markRead(roomId, seq);
      });
    };
    const element = box.current;
    look();
    element?.addEventListener('scroll', look, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      cancelAnimationFrame(frame);
      element?.removeEventListener('scroll', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [box, chat, roomId, rows]);
};
