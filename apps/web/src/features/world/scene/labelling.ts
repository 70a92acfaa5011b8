import type { Point } from './camera.ts';
import type { LabelLayer } from './label-layer.ts';
import { LABEL_ROW_PX, type LabelBox, labelRows } from './label-rows.ts';
import type { DrawnPerson } from './people.ts';
import type { SpeechLayer } from './speech-layer.ts';
import type { FreePart } from './speech-layout.ts';

/** From the feet to the label under them, in CSS px. */
const LABEL_BELOW_PX = 8;
/** From the feet to the tip of what is said, in tiles. */
const SPEECH_ABOVE_TILES = 1.9;
/** With more labels than this in view, only near and speaking people keep theirs. */
const CROWD_LABELS = 40;
/** How near that is, in tiles. */
const CROWD_NEAR_TILES = 4;

type LabelFrame = {
  readonly origin: Point;
  readonly tilePx: number;
  readonly isShown: (person: DrawnPerson) => boolean;
  /** What no panel covers: speech stays within it. */
  readonly free: FreePart;
  readonly nowMs: number;
};

/** Puts names under feet and speech over heads. */
export type Labelling = {
  /** Tells whether labels came or went. */
  readonly update: (people: readonly DrawnPerson[], frame: LabelFrame) => boolean;
};

/** Who keeps a label: all, or in a crowd those near oneself, those who speak and oneself. */
export function labelledPeople(shown: readonly DrawnPerson[], isSpeaking: (userId: string) => boolean): readonly DrawnPerson[] {
  if (shown.length <= CROWD_LABELS) return shown;
  const me = shown.find(({ isMe }) => isMe)?.posture;
  return shown.filter(({ player, isMe, posture }) => {
    const isNear = me !== undefined && Math.hypot(posture.x - me.x, posture.y - me.y) <= CROWD_NEAR_TILES;
    return isMe || isNear || isSpeaking(player.userId);
  });
}

export function createLabelling(labels: LabelLayer, speech: SpeechLayer): Labelling {
  let labelled = new Set<string>();

  return {
    update(people, { origin, tilePx, isShown, free, nowMs }) {
      speech.expire(nowMs);
      const speakers = new Set(speech.speakers());
      const shown = people.filter(isShown);
      const keep = labelledPeople(shown, (userId) => speakers.has(userId));
      const before = labelled;
      labelled = new Set(keep.map(({ player }) => player.userId));
      let hasChanged = labelled.size !== before.size;

      const boxes = keep.map(({ player, posture, motion, isMe }): LabelBox => {
        const { userId: id, displayName: name, presence } = player;
        if (labels.draw(id, { name, presence, isMine: isMe })) hasChanged = true;
        const at = { x: origin.x + posture.x * tilePx, y: origin.y + posture.y * tilePx + LABEL_BELOW_PX };
        return { id, ...at, width: labels.widthOf(id), isStill: !motion.isWalking, isMine: isMe };
      });
      const rows = labelRows(boxes);
      for (const { id, x, y } of boxes) labels.place(id, { x, y: y + (rows.get(id) ?? 0) * LABEL_ROW_PX });
      const present = new Set(people.map(({ player }) => player.userId));
      for (const userId of before) {
        if (!present.has(userId)) labels.remove(userId);
        else if (!labelled.has(userId)) labels.hide(userId);
      }
      if (speakers.size > 0) {
        const speaking = shown.filter(({ player }) => speakers.has(player.userId));
        const tipOf = ({ x, y }: Point): Point => ({ x: origin.x + x * tilePx, y: origin.y + (y - SPEECH_ABOVE_TILES) * tilePx });
        speech.arrange(new Map(speaking.map(({ player, posture }) => [player.userId, tipOf(posture)])), free);
      }
      return hasChanged;
    },
  };
}
