import type { Point } from './camera.ts';
import { type FreePart, layoutSpeech, type SpeechBox, type SpeechPlace, TAIL_PX } from './speech-layout.ts';

/** Text in a bubble stays for this long, and longer the more there is to read. */
const SPEECH_MS = 5_000;
const SPEECH_MS_PER_LETTER = 60;
/** More than three lines never show; what is cut is in the chat. */
const SPEECH_MAX_LETTERS = 240;
const OUT_MS = 147;

const tail =
  "after:absolute after:-bottom-1.5 after:left-(--tail-x) after:-ml-[7px] after:h-2 after:w-3.5 after:bg-speech after:[clip-path:path('M0_0h14c-3_1-4.5_3-6_6.5a1.2_1.2_0_0_1-2_0C4.5_3_3_1_0_0z')]";
// What had to move up stays tied to its head by a stem, which newer words cover.
const stem =
  'before:absolute before:top-full before:left-(--tail-x) before:h-px before:w-[3px] before:origin-top before:-translate-x-1/2 before:bg-speech before:[scale:1_var(--stem)] before:transition-[scale] before:duration-(--glide)';
// Where it lies beside its tip glides: whoever gives way to somebody else's words does so visibly.
const boxClass = `absolute top-0 left-0 w-max max-w-58 transition-[translate] duration-(--glide) animate-rise rounded-panel bg-speech px-3 py-2 text-14 leading-[19px] font-medium text-on-speech shadow-float ${tail} ${stem}`;

type Bubble = {
  readonly element: HTMLElement;
  readonly box: HTMLElement;
  readonly text: HTMLElement;
  sides: { readonly width: number; readonly height: number };
  /** Rises with all that is said, by whomever. */
  age: number;
  /** Other words than when it was last placed: nothing glides then. */
  isFresh: boolean;
  untilMs: number;
};

export type SpeechLayer = {
  /** Shows what somebody said over their head, in place of what they said before. */
  readonly say: (userId: string, content: string, nowMs: number) => void;
  /** Whose bubbles show. */
  readonly speakers: () => Iterable<string>;
  /** Puts all bubbles over their heads, at points of the window in CSS px, so that they can be read; hides those of all others. */
  readonly arrange: (tips: ReadonlyMap<string, Point>, free: FreePart) => void;
  /** Takes away what has been shown for long enough. */
  readonly expire: (nowMs: number) => void;
  readonly destroy: () => void;
};

/** Balanced lines are shorter than the box that they were broken for: the box gives way. An even width keeps its middle on a whole pixel. */
const hugText = (text: HTMLElement): void => {
  text.style.width = '';
  const range = document.createRange();
  range.selectNodeContents(text);
  const lines = Array.from(range.getClientRects(), ({ width }) => width);
  text.style.width = `${Math.ceil(Math.max(0, ...lines) / 2) * 2}px`;
};

const createBubble = (parent: HTMLElement): Bubble => {
  const element = document.createElement('div');
  const box = document.createElement('div');
  const text = document.createElement('div');
  element.className = 'absolute top-0 left-0 will-change-transform';
  box.className = boxClass;
  text.dir = 'auto';
  text.className = 'line-clamp-3 text-balance wrap-anywhere [unicode-bidi:plaintext]';
  box.append(text);
  element.append(box);
  parent.append(element);
  return { element, box, text, sides: { width: 0, height: 0 }, age: 0, isFresh: true, untilMs: 0 };
};

const move = (bubble: Bubble, { tip, left, top, tailX, stemPx }: SpeechPlace): void => {
  const { element, box, isFresh } = bubble;
  bubble.isFresh = false;
  box.style.setProperty('--glide', isFresh ? '0s' : 'var(--duration-quick)');
  element.style.transform = `translate(${tip.x}px, ${tip.y}px)`;
  box.style.translate = `${left - tip.x}px ${top - tip.y}px`;
  box.style.setProperty('--tail-x', `${tailX}px`);
  // As far as the tail's own end, where it is not moved up at all.
  box.style.setProperty('--stem', String(stemPx === 0 ? 0 : stemPx + TAIL_PX));
};

/** Speech over heads, as text of the page: it is set, wrapped and cut by the browser. The chat has the same for screen readers. */
export function createSpeechLayer(parent: HTMLElement): SpeechLayer {
  const bubbles = new Map<string, Bubble>();
  let said = 0;

  const remove = (userId: string, { element }: Bubble): void => {
    bubbles.delete(userId);
    element.style.transition = `opacity ${OUT_MS}ms`;
    element.style.opacity = '0';
    setTimeout(() => {
      element.remove();
    }, OUT_MS);
  };

  return {
    say(userId, content, nowMs) {
      const words = content.trim().slice(0, SPEECH_MAX_LETTERS);
      if (words === '') return;
      const bubble = bubbles.get(userId) ?? createBubble(parent);
      bubbles.set(userId, bubble);
      bubble.text.textContent = words;
      hugText(bubble.text);
      bubble.sides = { width: bubble.box.offsetWidth, height: bubble.box.offsetHeight };
      said += 1;
      bubble.age = said;
      bubble.isFresh = true;
      bubble.element.style.zIndex = String(said);
      bubble.untilMs = nowMs + SPEECH_MS + words.length * SPEECH_MS_PER_LETTER;
    },
    speakers: () => bubbles.keys(),
    arrange(tips, free) {
      const shown = [...bubbles.entries()].sort(([, one], [, other]) => other.age - one.age);
      const boxes = shown.flatMap(([id, { sides }]): SpeechBox[] => {
        const tip = tips.get(id);
        return tip ? [{ id, tip: { x: Math.round(tip.x), y: Math.round(tip.y) }, ...sides }] : [];
      });
      const places = layoutSpeech(boxes, free);
      for (const [id, bubble] of shown) {
        const place = places.get(id);
        bubble.element.style.visibility = place ? 'visible' : 'hidden';
        if (place) move(bubble, place);
      }
    },
    expire(nowMs) {
      for (const [userId, bubble] of bubbles) if (nowMs >= bubble.untilMs) remove(userId, bubble);
    },
    destroy() {
      for (const { element } of bubbles.values()) element.remove();
      bubbles.clear();
    },
  };
}
