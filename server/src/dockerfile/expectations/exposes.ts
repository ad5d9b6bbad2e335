import { expectation } from '../expectation';
import { exposedBy } from '../facts/ports';

export default expectation({
  name: 'exposes',
  fields: { port: 'number' },
  goal: ({ port }) => ({
    text: { ko: 'EXPOSE에 적힌 포트는 {port}뿐이다', en: 'EXPOSE names port {port} and no other' },
    values: { port },
  }),
  check: ({ port }, { model }) => {
    const instructions = model.finalChain.flatMap((stage) => stage.instructions);
    const found = exposedBy(model, instructions) ?? [];
    const other = found.find(({ from, to }) => from !== port || to !== port);
    if (other)
      return {
        told: {
          text: { ko: '{word}도 적혀 있다', en: 'It names {word}, too' },
          values: { word: other.word.text },
        },
        at: other.word.span,
      };
    return found.length > 0
      ? undefined
      : { told: { text: { ko: 'EXPOSE가 없다', en: 'There is no EXPOSE' } } };
  },
});
