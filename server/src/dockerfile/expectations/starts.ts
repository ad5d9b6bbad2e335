import { expectation } from '../expectation';
import type { Cmd, Entrypoint } from '../model';

export default expectation({
  name: 'starts',
  fields: { command: 'texts' },
  goal: ({ command }) => ({
    text: { ko: '컨테이너가 뜨면 실행할 것: `{command}`', en: 'A container starts with `{command}`' },
    values: { command: JSON.stringify(command).replaceAll(',', ', ') },
  }),
  check: ({ command }, { model }) => {
    const all = model.finalChain.flatMap(({ instructions }) => instructions);
    const entrypoint = all.findLast((one): one is Entrypoint => one.keyword === 'ENTRYPOINT');
    const cmd = all.findLast((one): one is Cmd => one.keyword === 'CMD');
    const last = cmd ?? entrypoint;
    if (!last) return { told: { text: TOLD.none } };
    const shell = [entrypoint, cmd].find((one) => one?.form === 'shell');
    if (shell) return { told: { text: TOLD.shell }, at: shell.argumentsSpan };
    const words = [entrypoint, cmd].flatMap((one) => one?.words.map(({ raw }) => raw) ?? []);
    if (words.length === command.length && words.every((word, i) => word === command[i])) return undefined;
    const values = { words: JSON.stringify(words).replaceAll(',', ', ') };
    return { told: { text: TOLD.other, values }, at: last.argumentsSpan };
  },
});

const TOLD = {
  none: { ko: 'CMD도 ENTRYPOINT도 없다', en: 'There is neither a CMD nor an ENTRYPOINT' },
  shell: {
    ko: 'shell을 거쳐 시작한다. `["…", "…"]`처럼 JSON 배열로 쓴다',
    en: 'A shell starts it. Write it as a JSON array, `["…", "…"]`',
  },
  other: { ko: '지금은 `{words}`다', en: 'It starts with `{words}` now' },
};
