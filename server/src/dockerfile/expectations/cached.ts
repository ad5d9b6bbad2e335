import { expectation, noRun, runOf } from '../expectation';
import { takenBy, upTo } from '../taken';

export default expectation({
  name: 'cached',
  fields: { command: 'text', when: 'text' },
  goal: ({ command, when }) => ({
    text: {
      ko: '`{when}`만 고치면 `{command}`{command|은} 캐시에서 온다',
      en: 'When only `{when}` changes, `{command}` comes from the cache',
    },
    values: { command, when },
  }),
  check: ({ command, when }, file) => {
    const found = runOf(file.model, command);
    if (!found) return noRun(command);
    for (const instruction of upTo(found.stage, found.run)) {
      const span = takenBy(instruction, when, file);
      if (span)
        return {
          told: {
            text: {
              ko: '위에서 `{when}`까지 복사하니 `{command}`도 다시 한다',
              en: '`{when}` is copied above it, so `{command}` runs again',
            },
            values: { command, when },
          },
          at: span,
        };
    }
    return undefined;
  },
});
