import type { Heading } from '@metaverse/client';
import { IconCaretDownFilled, IconCaretLeftFilled, IconCaretRightFilled, IconCaretUpFilled } from '@tabler/icons-react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { headingOf, knobAt, type Pull } from '../walk/joystick.ts';

export interface JoystickProps {
  readonly onSteer: (heading: Heading | null) => void;
}

const REST: Pull = { x: 0, y: 0 };
const caret = 'absolute text-speech size-3';

/** Walks under a thumb. Only fingers need it; everybody else has keys and the list of people. */
export const Joystick = ({ onSteer }: JoystickProps) => {
  const knob = useRef<HTMLSpanElement>(null);
  const steered = useRef('');

  const pull = (to: Pull, isHeld: boolean): void => {
    const { x, y } = knobAt(to);
    if (knob.current) {
      knob.current.style.transition = isHeld ? 'none' : 'transform var(--duration-move) var(--ease-spring)';
      knob.current.style.transform = `translate(${x}px, ${y}px)`;
    }
    const heading = isHeld ? headingOf(to) : null;
    const name = heading ? `${heading.dx},${heading.dy}` : '';
    if (name === steered.current) return;
    steered.current = name;
    onSteer(heading);
  };
  const follow = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    pull({ x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 }, true);
  };

  // Whoever is held when it vanishes is let go.
  useEffect(
    () => () => {
      if (steered.current !== '') onSteer(null);
    },
    [onSteer],
  );

  return (
    <div
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      }}
      onLostPointerCapture={() => pull(REST, false)}
      className="absolute start-5 bottom-26 z-10 size-31 touch-none rounded-full border-2 border-speech/80 bg-speech/25"
    >
      <IconCaretUpFilled className={`${caret} inset-x-0 top-1.5 mx-auto`} />
      <IconCaretDownFilled className={`${caret} inset-x-0 bottom-1.5 mx-auto`} />
      <IconCaretLeftFilled className={`${caret} inset-y-0 left-1.5 my-auto`} />
      <IconCaretRightFilled className={`${caret} inset-y-0 right-1.5 my-auto`} />
      <span ref={knob} className="absolute inset-0 m-auto size-14 rounded-full bg-speech shadow-float" />
    </div>
  );
};
