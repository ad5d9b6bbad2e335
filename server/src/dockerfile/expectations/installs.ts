import { expectation } from '../expectation';
import { keptBy } from '../facts/installed';
import { asInstruction } from '../model';

export default expectation({
  name: 'installs',
  fields: { packages: 'texts' },
  goal: ({ packages }) => ({
    text: { ko: '최종 이미지에 깔려 있다: {packages}', en: 'Installed in the final image: {packages}' },
    values: { packages },
  }),
  check: ({ packages }, { model }) => {
    const runs = model.finalChain
      .flatMap(({ instructions }) => instructions)
      .flatMap((one) => asInstruction(one, 'RUN') ?? []);
    const kept = runs.flatMap((run) =>
      run.script ? keptBy(run.script, (name) => model.states.get(run)?.scope.get(name).value) : [],
    );
    const missing = packages.filter((name) => !kept.some((one) => one.name === name));
    if (missing.length === 0) return undefined;
    const text = { ko: '깔지 않는다: {missing}', en: 'Not installed: {missing}' };
    return { told: { text, values: { missing } } };
  },
});
