import { expectation } from '../expectation';

export default expectation({
  name: 'layers',
  fields: { atMost: 'number' },
  goal: ({ atMost }) => ({
    text: {
      ko: '최종 이미지에 쌓는 레이어는 많아야 {atMost}개',
      en: 'The final image adds at most {atMost} layers',
    },
    values: { atMost },
  }),
  check: ({ atMost }, { model }) => {
    const layers = model.finalChain.flatMap((stage) => stage.layers);
    if (layers.length <= atMost) return undefined;
    return {
      told: {
        text: {
          ko: '지금은 {count}개다. RUN, COPY, ADD, WORKDIR이 하나씩 쌓는다',
          en: 'There are {count} now. RUN, COPY, ADD and WORKDIR add one each',
        },
        values: { count: layers.length },
      },
      at: layers[atMost]!.keywordSpan,
    };
  },
});
