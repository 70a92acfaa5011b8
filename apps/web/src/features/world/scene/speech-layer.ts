/** Text in a bubble stays for this long, and longer the more there is to read. */
const SPEECH_MS = 5_000;
const SPEECH_MS_PER_LETTER = 60;
/** More than three lines never show; what is cut is in the chat. */
const SPEECH_MAX_LETTERS = 240;
const OUT_MS = 147;

const tail =
  "after:absolute after:-bottom-1.5 after:left-1/2 after:-ml-[7px] after:h-2 after:w-3.5 after:bg-speech after:[clip-path:path('M0_0h14c-3_1-4.5_3-6_6.5a1.2_1.2_0_0_1-2_0C4.5_3_3_1_0_0z')]";
const boxClass = `absolute bottom-1.5 left-0 w-max max-w-58 -translate-x-1/2 animate-rise rounded-panel bg-speech px-3 py-2 text-14 leading-[19px] font-medium text-on-speech shadow-float ${tail}`;

type Bubble = { readonly element: HTMLElement; readonly text: HTMLElement; untilMs: number };

export type SpeechLayer = {
  /** Shows what somebody said over their head, in place of what they said before. */
  readonly say: (userId: string, content: string, nowMs: number) => void;
  /** Whose bubbles show. */
  readonly speakers: () => Iterable<string>;
  /** Puts somebody's bubble with its tip at a point of the window in CSS px; null hides it. */
  readonly place: (userId: string, tip: { x: number; y: number } | null) => void;
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
  text.className = 'line-clamp-3 text-balance wrap-anywhere';
  box.append(text);
  element.append(box);
  parent.append(element);
  return { element, text, untilMs: 0 };
};

/** Speech over heads, as text of the page: it is set, wrapped and cut by the browser. The chat has the same for screen readers. */
export function createSpeechLayer(parent: HTMLElement): SpeechLayer {
  const bubbles = new Map<string, Bubble>();

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
      const said = content.trim().slice(0, SPEECH_MAX_LETTERS);
      if (said === '') return;
      const bubble = bubbles.get(userId) ?? createBubble(parent);
      bubbles.set(userId, bubble);
      bubble.text.textContent = said;
      hugText(bubble.text);
      bubble.untilMs = nowMs + SPEECH_MS + said.length * SPEECH_MS_PER_LETTER;
    },
    speakers: () => bubbles.keys(),
    place(userId, tip) {
      const bubble = bubbles.get(userId);
      if (!bubble) return;
      bubble.element.style.visibility = tip ? 'visible' : 'hidden';
      if (tip) bubble.element.style.transform = `translate(${Math.round(tip.x)}px, ${Math.round(tip.y)}px)`;
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
