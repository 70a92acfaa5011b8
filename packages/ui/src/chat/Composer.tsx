import { IconArrowUp } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { Tooltip } from '../overlays/Tooltip.tsx';
import { Glyph } from '../text/Glyph.tsx';

export interface ComposerProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called with Enter or the button, only when there is something to send. Clearing is the caller's. */
  readonly onSend: () => void;
  /** "Message #general"; also the accessible name. */
  readonly label: string;
  /** False on phones: Enter makes a line there, `Ctrl Enter` sends. */
  readonly isEnterSend?: boolean | undefined;
  /** Why nothing can be written here; replaces the placeholder. */
  readonly disabledReason?: string | undefined;
  /** The most characters a message may have; shown when it gets close. */
  readonly maxLength?: number | undefined;
  /** Esc: back to the world. */
  readonly onEscape?: (() => void) | undefined;
  readonly ref?: Ref<HTMLTextAreaElement> | undefined;
}

const LINE_PX = 22;
const MOST_LINES = 8;
const PADDING_PX = 20;
/** The count of what is left appears this close to the limit. */
const NEAR_LIMIT = 200;

/** Puts a line break where the caret is, as typing would: undo keeps working. */
const breakLine = (field: HTMLTextAreaElement, onChange: (value: string) => void): void => {
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
  onChange(field.value);
};

/** Where messages are written: grows to eight lines, sends with Enter, makes a line with Shift or Ctrl and Enter. */
export const Composer = (props: ComposerProps) => {
  const { value, onChange, onSend, label, isEnterSend = true, disabledReason, maxLength, onEscape, ref } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const hasText = value.trim() !== '';
  const left = maxLength === undefined ? undefined : maxLength - value.length;
  const isTooLong = left !== undefined && left < 0;
  const canSend = hasText && !isTooLong && disabledReason === undefined;

  useLayoutEffect(() => {
    const field = own.current;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, MOST_LINES * LINE_PX + PADDING_PX)}px`;
  }, [value]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onEscape?.();
    if (event.key !== 'Enter' || event.shiftKey) return;
    const isWithCtrl = event.ctrlKey || event.metaKey;
    if (!isEnterSend && !isWithCtrl) return;
    event.preventDefault();
    if (isEnterSend && isWithCtrl) breakLine(event.currentTarget, onChange);
    else if (canSend) onSend();
  };

  return (
    <div
      data-bordered
      className={clsx(
        'mx-3 mt-1 mb-3 @lg:mx-6 @lg:mb-5 flex shrink-0 items-end rounded-large border transition-[border-color,box-shadow] has-[textarea:focus-visible]:border-tide has-[textarea:focus-visible]:shadow-field max-sm:mx-2',
        disabledReason === undefined ? 'border-field bg-surface' : 'border-line-strong bg-sunken',
      )}
    >
      <textarea
        ref={(field) => {
          own.current = field;
          if (typeof ref === 'function') ref(field);
          else if (ref) ref.current = field;
        }}
        rows={1}
        dir="auto"
        value={value}
        aria-label={label}
        aria-invalid={isTooLong || undefined}
        placeholder={disabledReason ?? label}
        disabled={disabledReason !== undefined}
        enterKeyHint={isEnterSend ? 'send' : 'enter'}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
        className="block min-w-0 flex-1 resize-none bg-transparent py-2.5 ps-3 pe-1 text-15 outline-none focus-visible:shadow-none touch:text-16"
      />
      {left !== undefined && left < NEAR_LIMIT && (
        <span role="status" className={clsx('pe-1 pb-3 text-12', isTooLong ? 'font-semibold text-berry' : 'text-muted')}>
          {left}
        </span>
      )}
      <Tooltip label="Send" keys={isEnterSend ? 'Enter' : 'Ctrl Enter'}>
        <button
          type="button"
          aria-label="Send"
          aria-disabled={!canSend || undefined}
          onClick={() => {
            if (!canSend) return;
            onSend();
            own.current?.focus();
          }}
          className={clsx(
            'hit relative m-[3px] grid size-9 shrink-0 place-items-center rounded-control transition-[background-color,color]',
            canSend ? 'bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-press' : 'bg-sunken text-muted',
          )}
        >
          <Glyph icon={IconArrowUp} size={18} />
        </button>
      </Tooltip>
    </div>
  );
};
