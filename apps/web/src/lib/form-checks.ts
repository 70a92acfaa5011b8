import { ApiError } from '@metaverse/client';

/** The fields of a form, as they are typed. */
export type Texts = Record<string, string>;
/** What is wrong with a text, as a sentence, or undefined. */
export type Checks<V extends Texts> = { [K in keyof V]?: (value: string, all: V) => string | undefined };
export type Wrongs<V extends Texts> = { [K in keyof V]?: string };

/** What is wrong with each of the texts. */
export function checkAll<V extends Texts>(values: V, checks: Checks<V>): Wrongs<V> {
  const wrongs: Wrongs<V> = {};
  for (const name in checks) {
    const wrong = checks[name]?.(values[name] ?? '', values);
    if (wrong !== undefined) wrongs[name] = wrong;
  }
  return wrongs;
}

const isDetail = (value: unknown): value is { path: string; message: string } =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'message' in value &&
  typeof value.message === 'string';

const asSentence = (message: string): string => {
  const text = message.trim();
  return text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith('.') ? '' : '.');
};

/** What the server found wrong, for those of the named fields that it speaks of. */
export function wrongsOf<Name extends string>(error: unknown, names: readonly Name[]): Partial<Record<Name, string>> {
  if (!(error instanceof ApiError) || error.code !== 'invalid_payload' || !Array.isArray(error.details)) return {};
  const wrongs: Partial<Record<Name, string>> = {};
  for (const detail of error.details) {
    const name = isDetail(detail) ? names.find((each) => each === detail.path) : undefined;
    if (name !== undefined && isDetail(detail)) wrongs[name] ??= asSentence(detail.message);
  }
  return wrongs;
}
