import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Closer to the end than this counts as at the end: a line and a half. */
const AT_END_PX = 36;
/** Older messages are asked for before the first one comes into view. */
const NEAR_START_PX = 600;

export type ScrollOptions = {
  /** Key of the first row: another one means that rows came in before it. */
  firstKey: string | undefined;
  /** Key of the newest one of mine: another one means that I have just written it. */
  ownKey: string | undefined;
  /** Changes whenever the rows do. */
  rows: unknown;
  onNearStart: () => void;
};

export type Scroll = {
  ref: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  toEnd: () => void;
  /** To the unread line, where there is one. */
  toUnread: () => void;
};

/** The line stands below what was read last, so that one sees where one left off. */
const showUnread = (box: HTMLElement, unread: HTMLElement): void => {
  box.scrollTop = unread.offsetTop - box.clientHeight / 4;
};
const unreadIn = (box: HTMLElement): HTMLElement | null => box.querySelector<HTMLElement>('[data-unread]');

/**
 * Keeps a conversation where its reader is: at the end as long as they are there, else on the same rows, whatever is added above or
 * below. Begins at the unread line where there is one.
 */
export const useScroll = ({ firstKey, ownKey, rows, onNearStart }: ScrollOptions): Scroll => {
  const ref = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const followsEnd = useRef(true);
  const last = useRef<{ firstKey: string | undefined; ownKey: string | undefined; height: number }>({
    firstKey: undefined,
    ownKey,
    height: 0,
  });

  const toEnd = useCallback(() => {
    followsEnd.current = true;
    setAtEnd(true);
    const box = ref.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);
  const toUnread = useCallback(() => {
    const box = ref.current;
    const unread = box && unreadIn(box);
    if (!box || !unread) return;
    followsEnd.current = false;
    showUnread(box, unread);
    // What led here is gone: the keyboard goes on from the messages.
    if (document.activeElement === document.body) box.focus({ preventScroll: true });
  }, []);

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const before = last.current;
    const isFirstTime = before.firstKey === undefined && firstKey !== undefined;
    // Who writes wants to see it.
    if (ownKey !== undefined && ownKey !== before.ownKey) followsEnd.current = true;
    const unread = unreadIn(box);
    if (isFirstTime && unread && box.scrollHeight - unread.offsetTop > box.clientHeight) {
      showUnread(box, unread);
      followsEnd.current = false;
    } else if (followsEnd.current) box.scrollTop = box.scrollHeight;
    else if (before.firstKey !== firstKey) box.scrollTop += box.scrollHeight - before.height;
    last.current = { firstKey, ownKey: ownKey ?? before.ownKey, height: box.scrollHeight };
  }, [firstKey, ownKey, rows]);

  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const look = (): void => {
      const isEnd = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX;
      followsEnd.current = isEnd;
      setAtEnd(isEnd);
      if (box.scrollTop < NEAR_START_PX) onNearStart();
    };
    // A composer that grows or a keyboard that opens takes room from the end.
    const resized = new ResizeObserver(() => {
      if (followsEnd.current) box.scrollTop = box.scrollHeight;
    });
    look();
    box.addEventListener('scroll', look, { passive: true });
    resized.observe(box);
    return () => {
      box.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [onNearStart]);

  return { ref, isAtEnd, toEnd, toUnread };
};
