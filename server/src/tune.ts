import { setFlagsFromString } from 'node:v8';

/** How V8 runs a server, which lies still most of its life. Set before anything else is loaded. */
export function tuneServer(): void {
  // Young objects get as much room as they start with: by default it grows to 48 MB, and stays that large.
  setFlagsFromString('--semi-space-growth-factor=1');
  // A function is compiled for speed once it has run far longer than a keystroke takes. By default that begins with the
  // first keys of a session, and takes several times the CPU of the keys themselves. Since Node 22 V8 counts calls
  // instead, has more patience by itself, and complains of the flag.
  if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString('--interrupt-budget=300000');
}
