import { memo } from 'react';
import { messageParts } from './message-parts.ts';

/** What somebody wrote, its web addresses clickable. */
export const MessageText = memo(({ content }: { readonly content: string }) =>
  messageParts(content).map((part, index) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      // Parts have no identity but their place, and never move.
      <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow" className="text-tide underline underline-offset-2">
        {part.text}
      </a>
    ),
  ),
);
MessageText.displayName = 'MessageText';
