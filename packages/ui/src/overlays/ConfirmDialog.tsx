import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { Field } from '../controls/Field.tsx';
import { TextInput } from '../controls/TextInput.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** The question: `Delete "Harbour test lab"?` */
  readonly title: string;
  /** What goes with it. */
  readonly description: ReactNode;
  /** The verb on the red button: "Delete space". */
  readonly confirmLabel: string;
  /** The safe choice: "Keep it". */
  readonly cancelLabel?: string | undefined;
  /** Must be typed first, for what cannot be undone. */
  readonly nameToType?: string | undefined;
  readonly isWorking?: boolean | undefined;
  readonly error?: string | undefined;
}

const ConfirmBody = (props: ConfirmDialogProps) => {
  const { isOpen, onClose, onConfirm, title, description, confirmLabel, cancelLabel = 'Keep it', nameToType, isWorking, error } = props;
  const [typed, setTyped] = useState('');
  const isMissing = nameToType !== undefined && typed.trim() !== nameToType;
  const confirm = (
    <Button kind="danger" isWorking={isWorking} disabledReason={isMissing ? 'Type the name first' : undefined} onClick={onConfirm}>
      {confirmLabel}
    </Button>
  );
  const safe = (
    <Button kind="quiet" data-autofocus={nameToType === undefined || undefined} onClick={onClose}>
      {cancelLabel}
    </Button>
  );
  const needsBody = nameToType !== undefined || error !== undefined;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      description={description}
      isAlert
      footer={
        <>
          {safe}
          {confirm}
        </>
      }
    >
      {!needsBody ? undefined : (
        <>
          {nameToType !== undefined && (
            <Field label="Type the name to confirm">
              <TextInput
                value={typed}
                autoComplete="off"
                placeholder={nameToType}
                onChange={(event) => {
                  setTyped(event.target.value);
                }}
              />
            </Field>
          )}
          {error !== undefined && (
            <p role="alert" className="text-13 font-medium text-berry">
              {error}
            </p>
          )}
        </>
      )}
    </Dialog>
  );
};

/** Asks before what cannot be undone. Where undo is possible, do it and offer "Undo" in a toast instead. */
export const ConfirmDialog = (props: ConfirmDialogProps) => <ConfirmBody key={String(props.isOpen)} {...props} />;
