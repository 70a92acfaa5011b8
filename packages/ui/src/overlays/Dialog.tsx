import { IconX } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { Dialog as Primitive } from 'radix-ui';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/IconButton.tsx';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Says what happens: "Create a space". */
  readonly title: string;
  readonly description?: ReactNode | undefined;
  /** 480 px, or 664 for pictures. */
  readonly width?: 'regular' | 'wide' | undefined;
  /** Buttons, the safe one first. */
  readonly footer?: ReactNode | undefined;
  /** A question that must be answered by a button: no cross, announced as an alert. */
  readonly isAlert?: boolean | undefined;
  readonly children?: ReactNode | undefined;
}

/** What takes the focus first: what asks for it, else the first field, else the first button. */
const firstFocus = ['[data-autofocus]', 'input:not([type="hidden"], [aria-hidden="true"]), textarea, select'];

/** What had the focus; of an entry of a menu, which is gone by then, the button that opens the menu. */
const openerOf = (focused: Element | null): HTMLElement | null => {
  const trigger = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = trigger ? document.getElementById(trigger) : focused;
  return opener instanceof HTMLElement ? opener : null;
};

/**
 * A dialog over the page. Esc and a press outside close it unless something was typed. Inside a form, wrap the dialog's
 * children and footer in your own `<form>` or give the footer's button the form's id.
 */
export const Dialog = ({ isOpen, onClose, title, description, width = 'regular', footer, isAlert = false, children }: DialogProps) => {
  const content = useRef<HTMLDivElement>(null);
  const wasTyped = useRef(false);
  const opener = useRef<HTMLElement>(null);

  const focusFirst = (event: Event): void => {
    wasTyped.current = false;
    opener.current = openerOf(document.activeElement);
    const first = firstFocus.map((wanted) => content.current?.querySelector<HTMLElement>(wanted)).find((found) => found);
    if (!first) return;
    event.preventDefault();
    // A tall dialog on a small screen begins at its title.
    first.focus({ preventScroll: true });
  };
  const giveBack = (event: Event): void => {
    event.preventDefault();
    opener.current?.focus();
  };
  const keepTyped = (event: Event): void => {
    if (wasTyped.current) event.preventDefault();
  };

  return (
    <Primitive.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Primitive.Portal>
        {/* Not Radix's overlay: it locks scrolling through a style element, which the content security policy forbids.
            This one takes the wheel and lets nothing of it through. */}
        <div
          data-state={isOpen ? 'open' : 'closed'}
          className="pointer-events-auto! fixed inset-0 z-40 flex animate-appear overflow-y-auto overscroll-contain [overflow-anchor:none] bg-scrim p-4 data-[state=closed]:animate-vanish"
        >
          <Primitive.Content
            ref={content}
            role={isAlert ? 'alertdialog' : 'dialog'}
            aria-modal
            {...(description === undefined && { 'aria-describedby': undefined })}
            onOpenAutoFocus={focusFirst}
            onCloseAutoFocus={giveBack}
            onEscapeKeyDown={keepTyped}
            onInteractOutside={keepTyped}
            onInput={() => {
              wasTyped.current = true;
            }}
            data-bordered
            className={clsx(
              'm-auto flex w-full animate-rise flex-col overflow-hidden rounded-sheet bg-surface shadow-over outline-none ground-surface data-[state=closed]:animate-sink',
              width === 'wide' ? 'max-w-[664px]' : 'max-w-[480px]',
            )}
          >
            <div className="flex items-start justify-between gap-4 px-6 pt-6 max-sm:px-4 max-sm:pt-4">
              <div className="min-w-0">
                <Primitive.Title className={clsx('wrap-anywhere', width === 'wide' && 'text-26')}>{title}</Primitive.Title>
                {description !== undefined && (
                  <Primitive.Description className="mt-1 text-14 text-muted">{description}</Primitive.Description>
                )}
              </div>
              {!isAlert && <IconButton icon={IconX} label="Close" keys="Esc" className="-me-2 -mt-1.5" onClick={onClose} />}
            </div>
            {children !== undefined && <div className="grid gap-5 px-6 pt-4 pb-6 max-sm:px-4">{children}</div>}
            {footer !== undefined && (
              <div
                className={clsx(
                  'flex flex-wrap justify-end gap-2 px-6 py-4 max-sm:px-4',
                  'border-t border-line',
                  children === undefined && 'mt-4',
                )}
              >
                {footer}
              </div>
            )}
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive.Root>
  );
};
