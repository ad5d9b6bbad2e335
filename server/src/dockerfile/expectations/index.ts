// Written by `npm run gen`: one line for each file of this folder.
import base from './base';
import cached from './cached';
import copies from './copies';
import exposes from './exposes';
import ignores from './ignores';
import installs from './installs';
import layers from './layers';
import oneRun from './one-run';
import reads from './reads';
import starts from './starts';
import without from './without';

export const expectations = [
  base,
  cached,
  copies,
  exposes,
  ignores,
  installs,
  layers,
  oneRun,
  reads,
  starts,
  without,
];
