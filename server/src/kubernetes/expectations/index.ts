// Written by `npm run gen`: one line for each file of this folder.
import env from './env';
import field from './field';
import image from './image';
import mounts from './mounts';
import object from './object';
import portChain from './port-chain';
import rollout from './rollout';
import selects from './selects';

export const expectations = [
  env,
  field,
  image,
  mounts,
  object,
  portChain,
  rollout,
  selects,
];
