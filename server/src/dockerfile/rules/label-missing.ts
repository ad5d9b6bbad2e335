import type { LabelSchema } from '../facts/label-types';
import { LABEL_SCHEMA, labelsIn, REQUIRED_LABELS } from '../facts/labels';
import type { Stage } from '../model';
import { rule } from '../rule';

const settings = {
  options: {
    'dockerfile/label-missing': {
      labelSchema: { 'org.opencontainers.image.source': 'url' },
      requiredLabels: ['com.example.team'],
    },
  },
};

export default rule<{ labelSchema: LabelSchema; requiredLabels: readonly string[] }>({
  id: 'dockerfile/label-missing',
  severity: 'info',
  scope: 'file',
  what: { ko: '있어야 할 label이 없는 이미지', en: 'An image without a label it should have' },
  why: {
    ko: 'registry에 올라간 이미지만 보고는 어느 소스의 어느 commit에서 왔는지, 누구에게 물어야 하는지 알 수 없다. 그래서 팀은 꼭 붙일 label을 정해 두고, 스캐너와 정리 도구가 그것을 읽는다. 목록은 설정의 `labelSchema`와 `requiredLabels`에서 오고, 없으면 이 규칙은 아무 말도 하지 않는다. `FROM stage`로 물려받은 label도 센다.',
    en: 'An image in a registry does not tell what source and commit it came from, or whom to ask about it. So teams agree on labels that every image carries, and scanners and clean-up jobs read them. The list comes from `labelSchema` and `requiredLabels` in the configuration; without them this rule says nothing. Labels inherited through `FROM stage` count.',
  },
  how: {
    ko: '최종 stage에 LABEL을 더한다. 빌드마다 바뀌는 값은 ARG로 받는다. ex) `LABEL org.opencontainers.image.revision="$COMMIT"`',
    en: 'Add a LABEL to the last stage. Take what changes with every build from an ARG, ex) `LABEL org.opencontainers.image.revision="$COMMIT"`.',
  },
  messages: {
    missing: {
      ko: '이 이미지에 있어야 할 label이 없다: {labels}',
      en: 'This image lacks labels it should have: {labels}.',
    },
  },
  concepts: ['dockerfile/LABEL', 'concepts/maintainer-label'],
  source: 'https://github.com/opencontainers/image-spec/blob/main/annotations.md',
  also: ['hadolint/DL3049'],
  options: { labelSchema: LABEL_SCHEMA, requiredLabels: REQUIRED_LABELS },
  examples: [
    {
      bad: {
        files: { Dockerfile: '«FROM» nginx:1.29\nLABEL com.example.team=web\nCOPY site /srv/site\n' },
        settings,
      },
      good: {
        files: {
          Dockerfile:
            'FROM nginx:1.29\nLABEL com.example.team=web \\\n      org.opencontainers.image.source=https://github.com/example/web\nCOPY site /srv/site\n',
        },
        settings,
      },
    },
  ],
  allows: [
    'FROM nginx:1.29\n',
    {
      files: {
        Dockerfile:
          'FROM nginx:1.29 AS labelled\nLABEL com.example.team=web org.opencontainers.image.source=https://a.b\nFROM labelled\n',
      },
      settings,
    },
  ],
  *check({ stages }, { options: { labelSchema, requiredLabels } }) {
    const required = new Set([...Object.keys(labelSchema), ...requiredLabels]);
    if (required.size === 0) return;
    // What other stages are made of is no image of its own.
    const used = new Set(
      stages.flatMap((stage) => [baseOf(stage), ...stage.uses.map(({ source }) => stageOf(source))]),
    );
    for (const stage of stages) {
      if (!stage.from || used.has(stage) || hasUnknownLabel(stage)) continue;
      const present = new Set(chainOf(stage).flatMap(ownLabels));
      const labels = [...required].filter((label) => !present.has(label));
      if (labels.length > 0) yield { span: stage.from.keywordSpan, values: { labels } };
    }
  },
});

function baseOf({ base }: Stage): Stage | undefined {
  return base.kind === 'stage' ? base.stage : undefined;
}

function stageOf(source: Stage['uses'][number]['source']): Stage | undefined {
  return 'stage' in source ? source.stage : undefined;
}

function chainOf(stage: Stage): readonly Stage[] {
  return [stage, ...stage.inheritsFrom];
}

/** Those of triggers go to other images. */
function ownLabels({ instructions }: Stage): readonly string[] {
  return instructions
    .filter(({ keyword }) => keyword === 'LABEL')
    .flatMap((label) => labelsIn(label).map(({ name }) => name.text));
}

function hasUnknownLabel(stage: Stage): boolean {
  return chainOf(stage).some(({ instructions }) =>
    instructions.some(
      (one) => one.keyword === 'LABEL' && one.pairs.some(({ name }) => name.variables.length > 0),
    ),
  );
}
