import { IconAlertCircle, IconCheck, IconClock } from '@tabler/icons-react';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { Portrait } from '../people/Portrait.tsx';
import type { Face } from '../people/PortraitGroup.tsx';
import { Glyph } from '../text/Glyph.tsx';

/** The fate of my own message; others' messages have none. */
export type Delivery = 'sending' | 'sent' | 'failed';

export interface MessageRowProps {
  readonly author: Face;
  /** As read: "10:14", "Yesterday 17:44". */
  readonly time: string;
  /** ISO 8601. */
  readonly dateTime: string;
  /** The whole date, in the tooltip. */
  readonly fullTime: string;
  /** Follows the same person within five minutes: only the text, the time on hover. */
  readonly isGrouped?: boolean | undefined;
  /** Mentions me: the whole row is tinted. */
  readonly isForMe?: boolean | undefined;
  readonly delivery?: Delivery | undefined;
  /** With `failed`: sends it again. */
  readonly onRetry?: (() => void) | undefined;
  /** With `failed`: gives it up. */
  readonly onDiscard?: (() => void) | undefined;
  /** Why it failed, in words. */
  readonly failure?: string | undefined;
  /** The text. */
  readonly children: ReactNode;
}

type DeliveryLineProps = Pick<MessageRowProps, 'delivery' | 'onRetry' | 'onDiscard' | 'failure'>;

const DeliveryLine = ({ delivery, onRetry, onDiscard, failure }: DeliveryLineProps) => {
  if (delivery === undefined) return null;
  const line = 'mt-0.5 flex items-center gap-1.5 text-12';
  if (delivery === 'failed')
    return (
      <div role="alert" className={`${line} font-medium text-berry`}>
        <Glyph icon={IconAlertCircle} size={16} />
        {failure ?? 'Not sent'}
        {onRetry && (
          <Button kind="quiet" size="compact" className="h-6! px-1.5! text-berry!" onClick={onRetry}>
            Try again
          </Button>
        )}
        {onDiscard && (
          <Button kind="quiet" size="compact" className="!h-6 !px-1.5" onClick={onDiscard}>
            Discard
          </Button>
        )}
      </div>
    );
  return (
    <div className={`${line} text-muted`}>
      <Glyph icon={delivery === 'sending' ? IconClock : IconCheck} size={16} />
      {delivery === 'sending' ? 'Sending' : 'Sent'}
    </div>
  );
};

/** A message in the flat list. */
export const MessageRow = (props: MessageRowProps) => {
  const { author, time, dateTime, fullTime, isGrouped = false, isForMe = false, delivery, onRetry, onDiscard, failure, children } = props;
  const stamp = (
    <time dateTime={dateTime} title={fullTime} className="text-12 font-normal text-muted">
      {time}
    </time>
  );
  return (
    <article
      aria-label={`${author.name}, ${time}`}
      className={clsx(
        'group relative grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 px-4 pb-1 text-15 ground-surface @lg:px-6',
        isGrouped ? 'pt-0.5' : 'pt-1.5',
        isForMe ? 'border-s-3 border-amber bg-mark-soft ps-[13px] @lg:ps-[21px]' : 'hover:bg-hover',
      )}
    >
      {isGrouped ? (
        <span className="-ms-4 pt-1 text-end leading-4 whitespace-nowrap opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 *:text-11!">
          {stamp}
        </span>
      ) : (
        <Portrait name={author.name} look={author.look} imageUrl={author.imageUrl} className="mt-0.5" />
      )}
      <div className="min-w-0">
        {!isGrouped && (
          <div className="mb-px wrap-anywhere">
            <span className="me-2 text-14 font-name">
              <bdi>{author.name}</bdi>
            </span>
            {stamp}
          </div>
        )}
        {/* Each line in the direction of what is written in it. */}
        <div dir="auto" className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere [unicode-bidi:plaintext]">
          {children}
        </div>
        <DeliveryLine delivery={delivery} onRetry={onRetry} onDiscard={onDiscard} failure={failure} />
      </div>
    </article>
  );
};
