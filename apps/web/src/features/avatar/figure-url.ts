import { avatarFrame, avatarMarkup, avatarSvg, headCrop, lookHash, svgDocument, type Pose } from '@metaverse/art';
import type { Look } from '@metaverse/contracts';

/** Ten kilobytes each; all choices of all tabs are about 150. */
const KEPT = 400;
const urls = new Map<string, string>();

function remembered(key: string, draw: () => string): string {
  const known = urls.get(key);
  if (known !== undefined) return known;
  const url = `data:image/svg+xml,${encodeURIComponent(draw())}`;
  const oldest = urls.keys().next();
  if (urls.size >= KEPT && oldest.done !== true) urls.delete(oldest.value);
  urls.set(key, url);
  return url;
}

/** Somebody in one pose, as the address of a picture of `avatarFrame`'s sides. */
export const figureUrl = (look: Look, pose: Pose): string =>
  remembered(`${lookHash(look)}/${pose.direction}/${pose.action}/${pose.frame}`, () => avatarSvg(look, pose));

/** Room for tall hair above the crop of portraits, in units. */
const HEADROOM = 14;

/** Somebody's head, whole, whatever stands on it. */
export const headUrl = (look: Look): string =>
  remembered(`${lookHash(look)}/head`, () => {
    const side = headCrop.size + HEADROOM;
    const view = { x: headCrop.x - HEADROOM / 2, y: headCrop.y - HEADROOM, width: side, height: side };
    return svgDocument(view, avatarMarkup({ ...look, wheelchair: false }, { direction: 'down', action: 'stand', frame: 0 }));
  });

/** Sides of a figure's picture, as a CSS ratio. */
export const FIGURE_RATIO = `${avatarFrame.width} / ${avatarFrame.height}`;
/** How far the feet are from its lower edge, as a share of its height. */
export const FEET_SHARE = (avatarFrame.height - avatarFrame.anchorY) / avatarFrame.height;
