import type { ComponentProps } from 'react';

/** Stands for the router's link. */
export const Anchor = ({ children, ...rest }: ComponentProps<'a'>) => <a {...rest}>{children}</a>;
