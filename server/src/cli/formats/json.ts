import type { Format } from '../formats';

/** One object on one line; the version changes when a key changes its meaning. */
export const json: Format = ({ files, findings }) => `${JSON.stringify({ version: 1, files, findings })}\n`;
