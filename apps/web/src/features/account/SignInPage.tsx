import { ApiError } from '@metaverse/client';
import type { SignedIn } from '@metaverse/contracts';
import { Banner, Button, Field, PasswordInput, TextInput } from '@metaverse/ui';
import { IconAlertCircle, IconDoorExit } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router-dom';
import { useApi } from '../../lib/client-context.ts';
import { failureText } from '../../lib/failure-text.ts';
import { useForm } from '../../lib/use-form.ts';
import { useTitle } from '../../lib/use-title.ts';
import { useSession } from '../session/session-context.ts';
import { meKey } from './me-queries.ts';

const refusal = (error: unknown): string =>
  error instanceof ApiError && error.code === 'unauthenticated' ? 'That name and password do not match. Check both.' : failureText(error);

/** Where one comes back in. */
export const SignInPage = () => {
  useTitle('Sign in');
  const api = useApi();
  const queries = useQueryClient();
  const session = useSession();
  const { search } = useLocation();

  const signIn = useMutation({
    mutationFn: (body: { username: string; password: string }) => api.logIn({ body }),
    onSuccess: ({ user }: SignedIn) => {
      queries.setQueryData(meKey, user);
    },
  });
  const form = useForm({
    initial: { username: '', password: '' },
    checks: {
      username: (name) => (name.trim() === '' ? 'Type your username or e-mail.' : undefined),
      password: (password) => (password === '' ? 'Type your password.' : undefined),
    },
    onSubmit: ({ username, password }) => {
      signIn.mutate({ username: username.trim(), password });
    },
  });

  // Word of a refusal stands until something else is typed.
  const { username, password } = form.values;
  const isRefused = signIn.isError && signIn.variables.username === username.trim() && signIn.variables.password === password;

  return (
    <>
      <form onSubmit={form.onSubmit} noValidate className="my-auto grid w-full max-w-98 gap-5 py-10">
        <div>
          <h1 className="mb-2">Come on in</h1>
          <p className="text-15 text-muted">Sign in to walk over to your team.</p>
        </div>
        {session.kind === 'out' && session.why === 'ended' && !isRefused && (
          <Banner tone="tide" icon={IconDoorExit} lead="You were signed out.">
            Sign in to go on where you were.
          </Banner>
        )}
        {isRefused && (
          <Banner tone="berry" icon={IconAlertCircle}>
            {refusal(signIn.error)}
          </Banner>
        )}
        <Field label="Username or e-mail" error={form.wrongs.username}>
          <TextInput size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} {...form.field('username')} />
        </Field>
        <Field label="Password" error={form.wrongs.password}>
          <PasswordInput size="large" autoComplete="current-password" {...form.field('password')} />
        </Field>
        <Button kind="primary" size="large" type="submit" isWide isWorking={signIn.isPending}>
          Sign in
        </Button>
      </form>
      <p className="text-13 text-muted">
        New here?{' '}
        <Link to={{ pathname: '/sign-up', search }} className="hit rounded-mark font-semibold text-tide underline underline-offset-2">
          Create an account
        </Link>
      </p>
    </>
  );
};
