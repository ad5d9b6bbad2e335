import { familiarName } from '../../image/reference';
import { expectation } from '../expectation';

export default expectation({
  name: 'base',
  fields: { image: 'text' },
  goal: ({ image }) => ({
    text: { ko: '최종 이미지는 `{image}` 위에 쌓는다', en: 'The final image stands on `{image}`' },
    values: { image },
  }),
  check: ({ image }, { model }) => {
    const { base, from } = model.finalChain[0] ?? {};
    const found = base?.kind === 'image' ? familiarName(base.reference) : base?.kind;
    if (found === image) return undefined;
    const text = { ko: '지금은 `{found}`{found|이다}', en: 'It stands on `{found}` now' };
    return { told: { text, values: { found: found ?? '?' } }, at: from?.image?.span };
  },
});
