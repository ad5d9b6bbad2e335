import type { Finding } from '../../core/rule';
import { writeAt } from '../../yaml/change';
import type { DecodeFault } from '../../yaml/schema/decode';
import { meantField, rightPlace, shown } from '../../yaml/schema/suggest';
import type { Build } from '../model';
import { rule } from '../rule';
import { ROOT } from '../schema/schema';
import { buildTypes } from '../schema/shipped';
import { faultsOf } from '../typed';

export default rule({
  id: 'cloudbuild/unknown-field',
  severity: 'error',
  scope: 'part',
  what: { ko: '그 자리에 없는 필드', en: 'A field that does not exist there' },
  why: {
    ko: 'Cloud Build는 모르는 필드를 그냥 넘기지 않는다. `gcloud builds submit`은 `.steps[0].arg: unused`처럼 어디가 틀렸는지 말하고 거부한다. 한 단계만 밀려 쓴 `images`도 모르는 필드가 된다.',
    en: 'Cloud Build does not pass over what it does not know: `gcloud builds submit` refuses the file and names the place, as in `.steps[0].arg: unused`. An `images` that is one level too deep is unknown, too.',
  },
  how: {
    ko: '이름의 철자와 들여쓰기를 본다. 이름은 `waitFor`처럼 camelCase로 쓴다(`wait_for`도 읽힌다).',
    en: 'Look at spelling and indentation. Names are written in camelCase, `waitFor` (`wait_for` is read, too).',
  },
  messages: {
    unknown: {
      ko: '`{place}`에 `{name}`{name|이라}는 필드는 없다. 아주 새로운 필드가 아니라면 Cloud Build가 거부한다.',
      en: '`{place}` has no field `{name}`: unless it is a very new one, Cloud Build refuses it.',
    },
    near: {
      ko: '`{place}`에 `{name}`{name|이라}는 필드는 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: '`{place}` has no field `{name}`; did you mean `{near}`?',
    },
    misplaced: {
      ko: '`{name}`{name|은} `{place}`의 필드가 아니다. `{right}` 아래에 온다.',
      en: '`{name}` is no field of `{place}`; it belongs under `{right}`.',
    },
    top: {
      ko: '`{name}`{name|은} `{place}`의 필드가 아니다. 파일의 맨 위에 온다.',
      en: '`{name}` is no field of `{place}`; it belongs at the top of the file.',
    },
  },
  concepts: ['concepts/cloudbuild-file', 'concepts/yaml'],
  source: 'https://docs.cloud.google.com/build/docs/build-config-file-schema',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: "steps:\n  - name: ubuntu\n    «arg»: ['true']\n",
      good: "steps:\n  - name: ubuntu\n    args: ['true']\n",
      message: 'near',
    },
    {
      bad: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/p/shop/web:1', .]\n    «images»: ['us-docker.pkg.dev/p/shop/web:1']\n",
      good: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/p/shop/web:1', .]\nimages: ['us-docker.pkg.dev/p/shop/web:1']\n",
      message: 'top',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n«machineType»: E2_HIGHCPU_8\n',
      good: 'steps:\n  - name: ubuntu\noptions:\n  machineType: E2_HIGHCPU_8\n',
      message: 'misplaced',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n    «interactive»: true\n',
      good: 'steps:\n  - name: ubuntu\n',
    },
  ],
  allows: [
    'steps:\n  - name: ubuntu\n    wait_for: ["-"]\nsubstitutions:\n  _ANYTHING: goes\n',
    'steps:\n  - name: ubuntu\n    results:\n      - name: base\n',
  ],
  *check(build: Build) {
    for (const fault of faultsOf(build)) if (fault.kind === 'unknown-field') yield findingOf(fault);
  },
});

function findingOf({ pair, type, path }: DecodeFault & { kind: 'unknown-field' }): Finding {
  const { name, key, parent } = pair;
  const values = { name, place: shown(path.slice(0, -1)) || 'cloudbuild.yaml' };
  const { span } = key;
  const right = rightPlace(buildTypes()!, ROOT, path);
  if (right !== undefined)
    return { span, message: right === '' ? 'top' : 'misplaced', values: { ...values, right } };
  const near = meantField(name, type, parent);
  // The service learns fields that this product does not know yet.
  if (near === undefined) return { span, message: 'unknown', values, severity: 'warning' };
  return { span, message: 'near', values: { ...values, near }, fixes: [writeAt(span, near)] };
}
