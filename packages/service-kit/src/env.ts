import { z } from 'zod';

/** One environment variable: what it means, and its shape when it is set. */
export type EnvVariable<T = unknown> = {
  description: string;
  schema: z.ZodType<T, string | undefined>;
  /** As it stands in `.env.example` and in the README. */
  example?: string;
  isSecret?: boolean;
};
export type EnvSpec = Record<string, EnvVariable>;
export type EnvOf<S extends EnvSpec> = { [K in keyof S]: z.output<S[K]['schema']> };

/** Ties a schema to its description; the type of the value follows from the schema. */
export const variable = <T>(
  description: string,
  schema: z.ZodType<T, string | undefined>,
  extra: Pick<EnvVariable, 'example' | 'isSecret'> = {},
): EnvVariable<T> => ({
  description,
  schema,
  ...extra,
});

/** A whole number with bounds; `fallback` where it is unset. */
export const integerVariable = (
  description: string,
  fallback: number,
  bounds: { min?: number; max?: number } = {},
): EnvVariable<number> => {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = bounds;
  const error = `must be a whole number ${max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`}`;
  return variable(
    description,
    z.string().default(String(fallback)).pipe(z.coerce.number<string>({ error }).int({ error }).min(min, { error }).max(max, { error })),
    { example: String(fallback) },
  );
};

/** Comma-separated values. */
export const listVariable = (description: string, example = ''): EnvVariable<string[]> =>
  variable(
    description,
    z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== ''),
      ),
    { example },
  );

/** A bad configuration: every problem at once, a line each. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Reads the variables of a spec; an empty string counts as unset. Throws `ConfigurationError` with all problems. */
export function readEnv<S extends EnvSpec>(spec: S, source: Record<string, string | undefined>): EnvOf<S> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, description }] of Object.entries(spec)) {
    const parsed = schema.safeParse(source[name] === '' ? undefined : source[name]);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')} (${description})`);
  }
  if (problems.length > 0) throw new ConfigurationError(`The configuration has ${problems.length} problem(s):\n  ${problems.join('\n  ')}`);
  // Every key of the spec was filled from its own schema in the loop above.
  return values as EnvOf<S>;
}
