import { expectation, isNamed } from '../expectation';
import { instructionsOf } from '../model';

export default expectation({
  name: 'oneRun',
  fields: { commands: 'texts' },
  goal: ({ commands }) => ({
    text: { ko: '한 RUN 안에서 차례로: {commands}', en: 'In one RUN, in this order: {commands}' },
    values: { commands: commands.map((one) => `\`${one}\``) },
  }),
  check: ({ commands }, { model }) => {
    const runs = model.stages.flatMap((stage) => instructionsOf(stage, 'RUN'));
    const found = runs.some((run) => {
      let from = 0;
      const all = run.script?.commands ?? [];
      return commands.every((wanted) => {
        const at = all.findIndex((one, i) => i >= from && isNamed(one, wanted));
        from = at + 1;
        return at >= 0;
      });
    });
    if (found) return undefined;
    const some = runs.find((run) => run.script?.commands.some((one) => isNamed(one, commands.at(-1)!)));
    return {
      told: { text: { ko: '모두 하는 RUN이 없다', en: 'No RUN does all of them' } },
      at: some?.keywordSpan,
    };
  },
});
