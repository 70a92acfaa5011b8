/** The version that `/health` names: that of the whole repository. */
export const VERSION = '0.1.0';
