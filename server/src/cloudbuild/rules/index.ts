// Written by `npm run gen`: one line for each file of this folder.


export const rules = [
];
