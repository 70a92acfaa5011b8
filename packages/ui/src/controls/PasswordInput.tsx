import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from './IconButton.tsx';
import { TextInput } from './TextInput.tsx';
import type { TextInputProps } from './TextInput.tsx';

/** A password, with a button that shows it. Give it `autoComplete="current-password"` or `"new-password"`. */
export const PasswordInput = (props: Omit<TextInputProps, 'type' | 'end'>) => {
  const [isShown, setShown] = useState(false);
  return (
    <TextInput
      spellCheck={false}
      autoCapitalize="none"
      {...props}
      type={isShown ? 'text' : 'password'}
      end={
        <IconButton
          icon={isShown ? IconEyeOff : IconEye}
          label={isShown ? 'Hide password' : 'Show password'}
          size="compact"
          className="-me-2"
          onClick={() => {
            setShown((was) => !was);
          }}
        />
      }
    />
  );
};
