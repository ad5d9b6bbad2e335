// Written by `npm run gen`: one line for each file of this folder.
import pushes from './pushes';

export const expectations = [
  pushes,
];
