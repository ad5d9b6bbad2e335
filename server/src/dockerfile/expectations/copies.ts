import { expectation } from '../expectation';
import { destinationOf } from '../facts/added-paths';
import type { Add, Copy, Dockerfile, Stage } from '../model';

export default expectation({
  name: 'copies',
  fields: { path: 'text', from: 'text?' },
  goal: ({ path, from }) => ({
    text:
      from === 'stage'
        ? {
            ko: '`{path}`{path|은} 다른 stage에서 가져온다',
            en: '`{path}` is taken from another stage',
          }
        : { ko: '최종 이미지에 `{path}`{path|이} 있다', en: 'The final image has `{path}`' },
    values: { path },
  }),
  check: ({ path, from }, { model }) => {
    for (const stage of model.finalChain)
      for (const by of stage.instructions) {
        if (by.keyword !== 'COPY' && by.keyword !== 'ADD') continue;
        if (from !== undefined && sourceOf(by, stage) !== from) continue;
        if (puts(by, path, model)) return undefined;
      }
    return {
      told: {
        text: { ko: '`{path}`에 복사하는 COPY가 없다', en: 'No COPY puts anything at `{path}`' },
        values: { path },
      },
    };
  },
});

function sourceOf(by: Copy | Add, { uses }: Stage): string {
  if (by.keyword === 'ADD' || !by.from) return 'context';
  return uses.find((use) => use.by === by)?.source.kind ?? 'image';
}

/** A folder is copied with all that is in it, so that a path below may be among that. */
function puts(by: Copy | Add, path: string, model: Dockerfile): boolean {
  const to = destinationOf(by, model);
  if (to === undefined) return false;
  const below = `${to === '/' ? '' : to}/`;
  return by.sources.some(({ text }) => {
    const name = text.replace(/\/+$/, '').replace(/^.*\//, '');
    if (`${below}${name}` === path) return true;
    const isFolder = /^\.*$|[*?[]/.test(name) || !name.includes('.');
    const asFile = to === path && !by.destination!.text.endsWith('/');
    return asFile ? !/^\.*$/.test(name) : isFolder && path.startsWith(below);
  });
}
