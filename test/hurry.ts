/** `npm test` takes the time for every text and prefix; `test:fast` for enough of them to see most mistakes. */
export const HURRIED = process.env['TESTS'] !== 'all';

/** How many letters are typed from one look at a text to the next. */
export const STRIDE = HURRIED ? 47 : 1;
