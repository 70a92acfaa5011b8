import { IconX } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { Toast as Primitive } from 'radix-ui';
import { createContext, useCallback, useContext, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Glyph } from '../text/Glyph.tsx';
import type { IconType } from '../text/Glyph.tsx';

export interface ToastContent {
  readonly text: string;
  readonly icon?: IconType | undefined;
  /** "Undo" instead of asking first, wherever undo is possible. */
  readonly action?: { readonly label: string; readonly onAct: () => void } | undefined;
  /** Failures are announced at once, the rest when the screen reader is free. */
  readonly isFailure?: boolean | undefined;
}

type Show = (content: ToastContent) => void;

interface Shown extends ToastContent {
  readonly id: number;
}

const SHOWN_MS = 6_000;
const ToastContext = createContext<Show | null>(null);

/** Shows a toast: `const toast = useToast(); toast({ text: 'Link copied' })`. Throws outside of a provider. */
export const useToast = (): Show => {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast needs a ToastProvider above it');
  return show;
};

const OneToast = ({ toast, onGone }: { readonly toast: Shown; readonly onGone: (id: number) => void }) => (
  <Primitive.Root
    type={toast.isFailure === true ? 'foreground' : 'background'}
    onOpenChange={(open) => {
      if (!open) onGone(toast.id);
    }}
    data-bordered
    className="flex min-h-12 w-max max-w-full animate-rise items-center gap-3 rounded-large bg-inverse py-2.5 ps-3.5 pe-2.5 text-14 font-medium text-on-inverse shadow-over"
  >
    {toast.icon && <Glyph icon={toast.icon} className="text-inverse-muted" />}
    <Primitive.Title className="min-w-0 wrap-anywhere">{toast.text}</Primitive.Title>
    {toast.action && (
      <Primitive.Action
        altText={toast.action.label}
        onClick={toast.action.onAct}
        className="hit rounded-inner px-2.5 py-1.5 font-bold whitespace-nowrap underline underline-offset-3"
      >
        {toast.action.label}
      </Primitive.Action>
    )}
    <Primitive.Close
      aria-label="Close"
      className="hit grid size-8 shrink-0 place-items-center rounded-inner text-inverse-muted hover:text-on-inverse"
    >
      <Glyph icon={IconX} size={18} />
    </Primitive.Close>
  </Primitive.Root>
);

export interface ToastProviderProps {
  /** Lower left on pages; in a space above the dock, in the middle of what `--free-end` leaves of the window. */
  readonly place?: 'page' | 'space' | undefined;
  readonly children: ReactNode;
}

/** Holds the toasts: 6 s each, longer while hovered or focused; F8 leads to them. */
export const ToastProvider = ({ place = 'page', children }: ToastProviderProps) => {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const nextId = useRef(0);
  const show = useCallback<Show>((content) => {
    nextId.current += 1;
    const id = nextId.current;
    setToasts((others) => [...others, { ...content, id }]);
  }, []);
  const drop = useCallback((id: number) => {
    setToasts((others) => others.filter((toast) => toast.id !== id));
  }, []);

  return (
    <ToastContext value={show}>
      <Primitive.Provider duration={SHOWN_MS} swipeDirection="down" label="Notice">
        {children}
        {toasts.map((toast) => (
          <OneToast key={toast.id} toast={toast} onGone={drop} />
        ))}
        <Primitive.Viewport
          // Two of them on a page are told apart by their names, and both from the messages of people.
          label={place === 'page' ? 'Notices (F8)' : 'Notices in this space (F8)'}
          // The key is of the one that has something to show.
          hotkey={toasts.length > 0 ? ['F8'] : []}
          className={clsx(
            'pointer-events-none fixed z-60 flex max-w-[calc(100vw-24px)] flex-col gap-2 outline-none *:pointer-events-auto',
            place === 'page' ? 'start-3 bottom-3' : 'start-3 end-[calc(12px+var(--free-end,0px))] bottom-20 items-center',
          )}
        />
      </Primitive.Provider>
    </ToastContext>
  );
};
