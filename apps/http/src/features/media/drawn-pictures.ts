import { avatarCatalogue, pieceIconSvg, portraitSvg } from '@metaverse/art';

const looks = new Map(avatarCatalogue.map(({ key, look }) => [key, look]));

/** Drawn when first asked for: a few kilobytes each, and no more of them than the catalogue has. */
const remembered = (draw: (name: string) => string | undefined): ((name: string) => string | undefined) => {
  const drawn = new Map<string, string>();
  return (name) => {
    const svg = drawn.get(name) ?? draw(name);
    if (svg !== undefined) drawn.set(name, svg);
    return svg;
  };
};

/** A piece of the catalogue as an SVG document; undefined when nobody drew one of this name. */
export const pieceDrawing = remembered((name) => pieceIconSvg(name));

/** The portrait of a catalogue avatar, by its key. */
export const avatarDrawing = remembered((key) => {
  const look = looks.get(key);
  return look && portraitSvg(look);
});
