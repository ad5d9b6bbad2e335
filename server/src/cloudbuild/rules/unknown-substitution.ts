import { closest } from '../../core/closest';
import type { Finding } from '../../core/rule';
import type { Span } from '../../core/span';
import { writeAt } from '../../yaml/change';
import { written } from '../../yaml/written';
import { BUILT_IN } from '../facts/substitutions';
import type { Build } from '../model';
import { rule } from '../rule';
import { checkedUsesOf, environmentOf, type Placed } from '../substitution';

export default rule({
  id: 'cloudbuild/unknown-substitution',
  severity: 'error',
  scope: 'part',
  what: { ko: 'Cloud Build가 모르는 `$NAME`', en: 'A `$NAME` that Cloud Build does not know' },
  why: {
    ko: '`$NAME`과 `${NAME}`은 shell보다 Cloud Build가 먼저 읽는다. bash script 안에서도 마찬가지다. 대문자로 된 이름은 내장 substitution이거나 `_`로 시작하는 사용자 substitution이어야 하고, 둘 다 아니면 `key in the template "NAME" is not a valid built-in substitution`으로 빌드가 시작도 못 한다.',
    en: 'Cloud Build reads `$NAME` and `${NAME}` before any shell does, inside a bash script, too. A name in capitals is either built in or the user’s own, which begins with `_`. With any other the build does not even start: `key in the template "NAME" is not a valid built-in substitution`.',
  },
  how: {
    ko: 'shell 변수는 `$$NAME`처럼 `$`를 두 번 쓴다. 직접 정한 값이라면 `_NAME`으로 이름을 바꾸고 `substitutions`에 적는다. step에 `args` 대신 `script`를 쓰면 substitution이 끼어들지 않는다.',
    en: 'For a variable of the shell write the `$` twice, `$$NAME`. A value of your own is called `_NAME` and listed in `substitutions`. In a step with `script` instead of `args` nothing is substituted.',
  },
  messages: {
    shell: {
      ko: '`${name}`{name|은} shell보다 Cloud Build가 먼저 읽는데, 그런 substitution은 없다. shell 변수라면 `$$`로 쓴다.',
      en: 'Cloud Build reads `${name}` before the shell does and knows no such substitution; for a shell variable write `$$`.',
    },
    near: {
      ko: '`{name}`{name|이라}는 substitution은 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: 'There is no substitution `{name}`; did you mean `{near}`?',
    },
    own: {
      ko: '사용자 substitution은 `_`로 시작해야 한다. 이 파일에는 `{near}`{near|이} 있다.',
      en: 'Substitutions of one’s own begin with `_`; this file has `{near}`.',
    },
    project: {
      ko: '`{name}`{name|은} Cloud Shell의 shell 변수다. Cloud Build에서 프로젝트 ID는 `$PROJECT_ID`다.',
      en: '`{name}` is a shell variable of Cloud Shell; in Cloud Build the project’s ID is `$PROJECT_ID`.',
    },
  },
  concepts: ['cloudbuild/variables', 'cloudbuild/script'],
  source: 'https://docs.cloud.google.com/build/docs/configuring-builds/substitute-variable-values',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\n    entrypoint: bash\n    args:\n      - -c\n      - |\n        TAG=$(date +%s)\n        echo «$TAG»\n',
      good: 'steps:\n  - name: ubuntu\n    entrypoint: bash\n    args:\n      - -c\n      - |\n        TAG=$(date +%s)\n        echo $$TAG\n',
    },
    {
      bad: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/«$PROJECTID»/shop/web:1', .]\n",
      good: [
        "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/$PROJECT_ID/shop/web:1', .]\n",
        "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/$$PROJECTID/shop/web:1', .]\n",
      ],
      message: 'near',
    },
    {
      bad: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/«${GOOGLE_CLOUD_PROJECT}»/shop/web:1', .]\n",
      good: [
        "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/${PROJECT_ID}/shop/web:1', .]\n",
        "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/$${GOOGLE_CLOUD_PROJECT}/shop/web:1', .]\n",
      ],
      message: 'project',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n    args: [echo, «$REGION»]\nsubstitutions:\n  _REGION: us-central1\n',
      good: [
        'steps:\n  - name: ubuntu\n    args: [echo, $_REGION]\nsubstitutions:\n  _REGION: us-central1\n',
        'steps:\n  - name: ubuntu\n    args: [echo, $$REGION]\nsubstitutions:\n  _REGION: us-central1\n',
      ],
      message: 'own',
    },
  ],
  allows: [
    "steps:\n  - name: ubuntu\n    args: [bash, -c, 'for f in *; do echo $f $$HOME $(pwd) $PROJECT_ID $_MINE $1; done']\n",
    'steps:\n  - name: ubuntu\n    script: |\n      echo $HOME\n',
    "steps:\n  - name: ubuntu\n    args: ['$BRANCH_NAME', '$REF_NAME', '${SHORT_SHA}']\n",
  ],
  *check(build: Build) {
    if (build.sort === 'other') return;
    for (const placed of checkedUsesOf(build)) {
      const { name, operation } = placed.use;
      // Whether a text with an operation is Cloud Build's depends on what it knows of the shell's.
      if (name.startsWith('_') || Object.hasOwn(BUILT_IN, name) || operation !== '') continue;
      if (build.substitutions.every((own) => own.name !== name)) yield findingOf(build, placed);
    }
  },
});

function findingOf(build: Build, { node, use }: Placed): Finding {
  const { name, braced } = use;
  const range = written(node, build.document.text).range(use.start, use.end);
  const span: Span = { ...node.span, ...range };
  const isPlaced = range.end - range.start === use.end - use.start;
  const { message, near } = meant(build, name);
  const escaped = writeAt(span, braced ? `$\${${name}}` : `$$${name}`);
  const rename = near === undefined ? [] : [writeAt(span, braced ? `\${${near}}` : `$${near}`)];
  const values = { name, ...(near !== undefined && { near }) };
  return { span, message, values, ...(isPlaced && { fixes: [...rename, escaped] }) };
}

function meant(build: Build, name: string): { readonly message: string; readonly near?: string } {
  if (/^(?:GOOGLE_CLOUD_PROJECT|DEVSHELL_PROJECT_ID|GCLOUD_PROJECT|GCP_PROJECT)$/.test(name))
    return { message: 'project', near: 'PROJECT_ID' };
  if (build.substitutions.some((one) => one.name === `_${name}`)) return { message: 'own', near: `_${name}` };
  if (environmentOf(build).has(name)) return { message: 'shell' };
  const near = closest(name, Object.keys(BUILT_IN), 2);
  return near === undefined ? { message: 'shell' } : { message: 'near', near };
}
