import { expectation, runOf } from '../expectation';

export default expectation({
  name: 'without',
  fields: { command: 'text' },
  goal: ({ command }) => ({
    text: { ko: '`{command}`{command|을} 하는 RUN이 없다', en: 'No RUN runs `{command}`' },
    values: { command },
  }),
  check: ({ command }, { model }) => {
    const found = runOf(model, command);
    if (!found) return undefined;
    const text = { ko: '아직 여기서 한다', en: 'It is still run here' };
    return { told: { text }, at: found.run.keywordSpan };
  },
});
