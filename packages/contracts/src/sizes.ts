/** Sizes that the wire allows. Lengths of text are UTF-16 units unless the name says otherwise. */
export const USERNAME_MIN = 3;
export const USERNAME_MAX = 32;
export const DISPLAY_NAME_MAX = 64;
export const PASSWORD_MIN = 8;
/** bcrypt reads no further than 72 bytes; a longer password would be cut in silence. */
export const PASSWORD_MAX_BYTES = 72;
export const NAME_MAX = 80;
export const DESCRIPTION_MAX = 500;
export const STATUS_TEXT_MAX = 140;
export const MESSAGE_CONTENT_MAX = 16_000;
/** The longest address that mail transports accept (RFC 5321, 4.5.3.1.3, less the angle brackets). */
export const EMAIL_MAX = 254;
export const SEARCH_QUERY_MAX = 200;

/** Sides of a space, in tiles. */
export const SPACE_SIDE_MIN = 5;
export const SPACE_SIDE_MAX = 500;

export const PAGE_LIMIT_MAX = 100;
export const PAGE_LIMIT_DEFAULT = 50;
/** Messages that a `join-room` or `get-messages` with `afterSeq` returns at the most. */
export const REPLAY_PAGE_MAX = 200;
export const METADATA_IDS_MAX = 100;

export const HTTP_BODY_MAX_BYTES = 256 * 1024;
/** A larger frame closes the connection. */
export const SOCKET_FRAME_MAX_BYTES = 128 * 1024;

/** A typing mark that is not renewed ends by itself. */
export const TYPING_TIMEOUT_MS = 6_000;
/** How long a person whose last connection ended still counts as listening in a room. */
export const LISTENER_GRACE_MS = 5_000;
/** How long the avatar of a dropped connection keeps its place. */
export const PLAYER_GRACE_MS = 10_000;

/** Highest `seq` of a step: a frame carries it plus one, in a number below 2^53. */
export const STEP_SEQ_MAX = Number.MAX_SAFE_INTEGER - 1;
