import { entry, get, keySpan, numberOf } from '../../yaml/navigate';
import { expectation, noObject, objectNamed } from '../expectation';
import { rollingSteps } from '../pods/rolling-steps';

export default expectation({
  name: 'rollout',
  fields: { deployment: 'text', ready: 'number' },
  goal: ({ deployment, ready }) => ({
    text: {
      ko: '`{deployment}`{deployment|을} 업데이트하는 동안에도 준비된 Pod가 {ready}개 아래로 내려가지 않는다',
      en: 'While `{deployment}` is updated, no fewer than {ready} Pods are ready',
    },
    values: { deployment, ready },
  }),
  check: ({ deployment, ready }, manifests) => {
    const object = objectNamed(manifests, 'Deployment', deployment);
    if (!object) return noObject('Deployment', deployment);
    const { workload } = object;
    const blind = workload?.template?.containers.find(({ node }) => !get(node, 'readinessProbe'));
    if (blind) return { told: { text: TOLD.blind }, at: blind.anchor };
    const count = numberOf(workload?.replicas) ?? 1;
    const steps = rollingSteps(workload?.spec, count);
    const strategy = entry(workload?.spec, 'strategy')?.key.span;
    const at = strategy ?? (workload?.replicas ? keySpan(workload.replicas) : object.name?.node.span);
    if (steps === 'recreate') return { told: { text: TOLD.recreate }, at };
    if (!steps) return { told: { text: TOLD.unclear }, at };
    const least = count - steps.down;
    return least >= ready ? undefined : { told: { text: TOLD.fewer, values: { least } }, at };
  },
});

const TOLD = {
  blind: {
    ko: '`readinessProbe`가 없어 뜨자마자 준비된 것으로 친다',
    en: 'Without a `readinessProbe` a Pod counts as ready the moment it is up',
  },
  recreate: { ko: '`Recreate`라서 모두 내린 뒤에 띄운다', en: '`Recreate` stops all of them first' },
  unclear: {
    ko: '`maxSurge`나 `maxUnavailable`의 값을 읽을 수 없다. 숫자나 퍼센트로 쓴다',
    en: '`maxSurge` or `maxUnavailable` is unclear. Write a number or a percentage',
  },
  fewer: { ko: '지금은 {least}개까지 내려간다', en: 'There may be {least} now' },
};
