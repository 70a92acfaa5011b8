import { Banner, Button, Field, PasswordInput, TextInput } from '@metaverse/ui';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router-dom';
import { useApi } from '../../lib/client-context.ts';
import { failureText } from '../../lib/failure-text.ts';
import { wrongsOf } from '../../lib/form-checks.ts';
import { useForm } from '../../lib/use-form.ts';
import { useTitle } from '../../lib/use-title.ts';
import { displayNameWrong, emailWrong, passwordWrong, usernameWrong } from './account-checks.ts';
import { meKey } from './me-queries.ts';
import { passwordStrength, type Strength } from './password-strength.ts';
import { StrengthMeter } from './StrengthMeter.tsx';
import { takenOf } from './taken.ts';
import { TakenName } from './TakenName.tsx';

const fields = ['displayName', 'username', 'email', 'password'] as const;
type Values = Record<(typeof fields)[number], string>;
const empty: Values = { displayName: '', username: '', email: '', password: '' };

const advice: Readonly<Record<Strength, string>> = {
  0: 'Easily guessed. Three or four unrelated words hold best.',
  1: 'Easily guessed. Three or four unrelated words hold best.',
  2: 'Fair. Three or four unrelated words hold best.',
  3: 'Good. Three or four unrelated words hold best.',
  4: 'Strong.',
};

const bodyOf = ({ displayName, username, email, password }: Values) => ({
  username,
  password,
  ...(displayName !== '' && { displayName }),
  ...(email !== '' && { email }),
});

function refusedFields(error: unknown, username: string): Partial<Values> {
  const taken = takenOf(error);
  if (!taken) return wrongsOf(error, fields);
  return taken.field === 'email'
    ? { email: 'There is an account with this address already. Sign in instead.' }
    : { username: `“${username}” is taken.` };
}

/** Where one comes in for the first time. */
export const SignUpPage = () => {
  useTitle('Create an account');
  const api = useApi();
  const queries = useQueryClient();
  const { search } = useLocation();

  const signUp = useMutation({
    mutationFn: (values: Values) => api.signUp({ body: bodyOf(values) }),
    onSuccess: ({ user }) => {
      queries.setQueryData(meKey, user);
    },
    onError: (error, { username }) => {
      form.setWrongs(refusedFields(error, username));
    },
  });
  const form = useForm<Values>({
    initial: empty,
    checks: { displayName: displayNameWrong, username: usernameWrong, email: emailWrong, password: passwordWrong },
    onSubmit: signUp.mutate,
  });
  const { values, wrongs } = form;

  const isOther = signUp.isError && Object.keys(refusedFields(signUp.error, '')).length === 0;
  const strength = passwordStrength(values.password, [values.username, values.displayName]);
  const taken = takenOf(signUp.error);

  return (
    <>
      <form onSubmit={form.onSubmit} noValidate className="my-auto grid w-full max-w-98 gap-4 py-8">
        <div className="mb-1">
          <h1 className="mb-2">Make yourself at home</h1>
          <p className="text-15 text-muted">A minute from now you are inside.</p>
        </div>
        {isOther && (
          <Banner tone="berry" icon={IconAlertCircle}>
            {failureText(signUp.error)}
          </Banner>
        )}
        <Field
          label="Display name"
          aside="Optional"
          error={wrongs.displayName}
          help="Shown over your avatar. You can change it at any time."
        >
          <TextInput size="large" autoComplete="name" {...form.field('displayName')} />
        </Field>
        <Field
          label="Username"
          error={
            taken?.field === 'username' && wrongs.username !== undefined && signUp.variables?.username === values.username ? (
              <TakenName
                name={values.username}
                suggestions={taken.suggestions}
                onPick={(name) => {
                  form.set('username', name);
                }}
              />
            ) : (
              wrongs.username
            )
          }
        >
          <TextInput size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} {...form.field('username')} />
        </Field>
        <Field label="E-mail" aside="Optional, to sign in with" error={wrongs.email}>
          <TextInput size="large" type="email" autoComplete="email" placeholder="you@company.com" {...form.field('email')} />
        </Field>
        <Field
          label="Password"
          error={wrongs.password}
          okay={strength >= 3 ? advice[strength] : undefined}
          help={values.password === '' ? 'At least 8 characters.' : advice[strength]}
        >
          <PasswordInput size="large" autoComplete="new-password" {...form.field('password')} />
          {values.password !== '' && <StrengthMeter strength={strength} />}
        </Field>
        <Button kind="primary" size="large" type="submit" isWide isWorking={signUp.isPending} className="mt-1">
          Create account and enter
        </Button>
      </form>
      <p className="text-13 text-muted">
        Already have an account?{' '}
        <Link to={{ pathname: '/sign-in', search }} className="hit rounded-mark font-semibold text-tide underline underline-offset-2">
          Sign in
        </Link>
      </p>
    </>
  );
};
