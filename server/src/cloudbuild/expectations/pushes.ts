import { expectation } from '../expectation';
import { handlingOf, imageOf, imageText } from '../images';
import type { Build } from '../model';

export default expectation({
  name: 'pushes',
  fields: { image: 'text', tag: 'text' },
  goal: ({ image, tag }) => ({
    text: {
      ko: 'Cloud Build가 `{image}:{tag}`{tag|을} 빌드해서 올린다',
      en: 'Cloud Build builds and pushes `{image}:{tag}`',
    },
    values: { image, tag },
  }),
  check: ({ image, tag }, builds) => {
    const [build] = builds;
    if (!build) return { told: { text: TOLD.noBuild } };
    const isAsked = (one: Named) => one.text === imageText({ name: imageOf(build, image).name, tag });
    const { built, pushed } = namesIn(build);
    const [made] = built;
    if (!made) return { told: { text: TOLD.notBuilt }, at: build.steps[0]?.anchor };
    if (!built.some(isAsked))
      return { told: { text: TOLD.builds, values: { text: made.text } }, at: made.span };
    if (pushed.some(isAsked)) return undefined;
    const [sent] = pushed;
    if (!sent) return { told: { text: TOLD.notPushed }, at: made.span };
    return { told: { text: TOLD.pushes, values: { text: sent.text } }, at: sent.span };
  },
});

interface Named {
  readonly text: string;
  readonly span: Build['images'][number]['span'];
}

/** What is built, and what is pushed: by a step, or after the last one. */
function namesIn(build: Build): { readonly built: readonly Named[]; readonly pushed: readonly Named[] } {
  const { built, pushed } = handlingOf(build);
  const listed = build.images.map(({ text, span }) => ({ text: imageText(imageOf(build, text)), span }));
  const named = (all: typeof built) => all.map(({ image, span }) => ({ text: imageText(image), span }));
  return { built: named(built), pushed: [...listed, ...named(pushed)] };
}

const TOLD = {
  noBuild: { ko: 'Cloud Build 파일이 없다', en: 'There is no file of Cloud Build' },
  notBuilt: { ko: '이미지를 빌드하는 step이 없다', en: 'No step builds an image' },
  builds: { ko: '지금 빌드하는 것: `{text}`', en: 'It builds `{text}` now' },
  notPushed: {
    ko: '빌드만 하고 올리지 않는다. `images`에 적는다',
    en: 'It is built and not pushed. List it in `images`',
  },
  pushes: { ko: '지금 올리는 것: `{text}`', en: 'It pushes `{text}` now' },
};
