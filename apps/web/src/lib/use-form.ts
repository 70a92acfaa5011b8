import { useState, type ChangeEvent, type FocusEvent, type SubmitEvent } from 'react';
import { checkAll, type Checks, type Texts, type Wrongs } from './form-checks.ts';

type FieldProps = {
  name: string;
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  onBlur: (event: FocusEvent) => void;
};

export type Form<V extends Texts> = {
  values: V;
  wrongs: Wrongs<V>;
  field: (name: keyof V & string) => FieldProps;
  set: (name: keyof V & string, value: string) => void;
  /** Shows what only the server could know; the first such field takes the focus. */
  setWrongs: (wrongs: Wrongs<V>) => void;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
};

export type FormOptions<V extends Texts> = { initial: V; checks: Checks<V>; onSubmit: (values: V) => void };

/** What takes the focus next will be pressed: a message that moved it away would swallow the press. */
const leadsToPress = (event: FocusEvent): boolean => event.relatedTarget instanceof Element && event.relatedTarget.matches('button, a');

/** Texts that are checked on leaving a field they were changed in, and all together before they are sent; typing clears. */
export const useForm = <V extends Texts>({ initial, checks, onSubmit }: FormOptions<V>): Form<V> => {
  const [values, setValues] = useState(initial);
  const [wrongs, setWrongs] = useState<Wrongs<V>>({});

  const set = (name: keyof V & string, value: string): void => {
    setValues((before) => ({ ...before, [name]: value }));
    setWrongs(({ [name]: _cleared, ...others }) => others as Wrongs<V>); // one key less of a partial record is one
  };

  const show = (found: Wrongs<V>): void => {
    setWrongs(found);
    // After the fields have been drawn as wrong. No page shows two forms to fill in.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
  };

  return {
    values,
    wrongs,
    set,
    setWrongs: show,
    field: (name) => ({
      name,
      value: values[name] ?? '',
      onChange: (event) => {
        set(name, event.target.value);
      },
      onBlur: (event) => {
        if (values[name] === initial[name] || leadsToPress(event)) return;
        const wrong = checks[name]?.(values[name] ?? '', values);
        if (wrong !== undefined) setWrongs((before) => ({ ...before, [name]: wrong }));
      },
    }),
    onSubmit: (event) => {
      event.preventDefault();
      const found = checkAll(values, checks);
      if (Object.keys(found).length > 0) show(found);
      else onSubmit(values);
    },
  };
};
