import { expectation } from '../expectation';
import { ignoringOf } from '../facts/ignored';
import { leavesOut } from '../ignore-file';

export default expectation({
  name: 'ignores',
  fields: { path: 'text' },
  goal: ({ path }) => ({
    text: {
      ko: '`.dockerignore`가 `{path}`{path|을} 빌드에서 뺀다',
      en: '`.dockerignore` keeps `{path}` out of the build',
    },
    values: { path },
  }),
  check: ({ path: wanted }, { path, facts }) => {
    const ignoring = ignoringOf(path, facts);
    if (!ignoring)
      return { told: { text: { ko: '`.dockerignore`가 없다', en: 'There is no `.dockerignore`' } } };
    if (leavesOut(ignoring, wanted)) return undefined;
    return {
      told: {
        text: { ko: '`{name}`에 맞는 줄이 없다', en: 'No line of `{name}` matches it' },
        values: { name: ignoring.name },
      },
    };
  },
});
