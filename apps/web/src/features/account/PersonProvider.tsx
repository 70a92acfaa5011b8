import { useTheme } from '@metaverse/ui';
import { useEffect, type ReactNode } from 'react';
import { UnreachablePage } from '../../app/UnreachablePage.tsx';
import { MeContext } from './me-context.ts';
import { useMeQuery } from './me-queries.ts';

/** Knows who is signed in before anything below is drawn, and shows the theme that they chose on another device. */
export const PersonProvider = ({ children }: { readonly children: ReactNode }) => {
  const { data: me, isError, refetch } = useMeQuery();
  const { setTheme } = useTheme();
  const theme = me?.settings.theme;

  useEffect(() => {
    if (theme !== undefined) setTheme(theme);
  }, [theme, setTheme]);

  if (me) return <MeContext value={me}>{children}</MeContext>;
  return isError ? <UnreachablePage onRetry={() => void refetch()} /> : null;
};
