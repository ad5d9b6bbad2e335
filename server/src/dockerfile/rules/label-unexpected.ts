import { closest } from '../../core/closest';
import type { Fix } from '../../core/rule';
import type { LabelSchema } from '../facts/label-types';
import { LABEL_SCHEMA, labelsIn, REQUIRED_LABELS } from '../facts/labels';
import type { Word } from '../model';
import { rule } from '../rule';

const settings = {
  options: {
    'dockerfile/label-unexpected': {
      labelSchema: { 'org.opencontainers.image.source': 'url', 'com.example.team': 'text' },
      strictLabels: true,
    },
  },
};

interface Options {
  labelSchema: LabelSchema;
  requiredLabels: readonly string[];
  strictLabels: boolean;
}

export default rule<Options>({
  id: 'dockerfile/label-unexpected',
  severity: 'info',
  scope: 'part',
  what: { ko: '정해 두지 않은 label', en: 'A label that nobody agreed on' },
  why: {
    ko: 'label을 정해 두고 쓰는 곳에서는 목록에 없는 이름은 대개 오타다. 도구는 아는 이름만 찾으므로 `com.example.taem`은 없는 것과 같다. `strictLabels`를 켜고 `labelSchema`를 적어 두었을 때만 검사한다.',
    en: 'Where the labels are agreed on, a name outside the list is a slip more often than not, and tools only look for names they know: `com.example.taem` might as well not be there. This is checked where `strictLabels` is on and there is a `labelSchema`.',
  },
  how: {
    ko: '목록에 있는 이름으로 고치거나 지운다. 필요한 label이면 `labelSchema`에 더한다.',
    en: 'Correct it to a name on the list or delete it. A label that is needed goes into `labelSchema`.',
  },
  messages: {
    unexpected: {
      ko: 'label `{label}`{label|은} 정해 둔 것이 아니다.',
      en: 'The label `{label}` is not one of those agreed on.',
    },
    near: {
      ko: 'label `{label}`{label|은} 정해 둔 것이 아니다. `{near}`{near|을} 쓰려던 것 같다.',
      en: 'The label `{label}` is not one of those agreed on. Did you mean `{near}`?',
    },
  },
  concepts: ['dockerfile/LABEL'],
  source: 'https://docs.docker.com/engine/manage-resources/labels/',
  also: ['hadolint/DL3050'],
  fix: 'choice',
  options: {
    labelSchema: LABEL_SCHEMA,
    requiredLabels: REQUIRED_LABELS,
    strictLabels: {
      default: false,
      what: {
        ko: '`labelSchema`와 `requiredLabels`에 없는 label을 알린다.',
        en: 'Report labels that are in neither `labelSchema` nor `requiredLabels`.',
      },
    },
  },
  examples: [
    {
      bad: { files: { Dockerfile: 'FROM nginx:1.29\nLABEL «com.example.taem»=web\n' }, settings },
      good: { files: { Dockerfile: 'FROM nginx:1.29\nLABEL com.example.team=web\n' }, settings },
      message: 'near',
    },
    {
      bad: { files: { Dockerfile: 'FROM nginx:1.29\nLABEL «color»=blue com.example.team=web\n' }, settings },
      good: { files: { Dockerfile: 'FROM nginx:1.29\nLABEL com.example.team=web\n' }, settings },
    },
  ],
  allows: [
    'FROM nginx:1.29\nLABEL color=blue\n',
    { files: { Dockerfile: 'FROM nginx:1.29\nLABEL com.example.team=web $A=b\n' }, settings },
  ],
  *check(unit, { options: { labelSchema, requiredLabels, strictLabels } }) {
    if (!strictLabels || Object.keys(labelSchema).length === 0) return;
    const known = [...Object.keys(labelSchema), ...requiredLabels];
    for (const { name } of labelsIn(unit)) {
      const label = name.text;
      if (known.includes(label)) continue;
      const near = closest(label, known, 3);
      yield {
        span: name.span,
        message: near === undefined ? 'unexpected' : 'near',
        values: { label, near: near ?? '' },
        fixes: near === undefined ? [] : [rename(name, near)],
      };
    }
  },
});

function rename({ span, raw, text }: Word, near: string): Fix {
  return {
    title: { ko: '{near:으로} 바꾸기', en: 'Change to {near}' },
    values: { near },
    kind: 'choice',
    edits: [{ span, text: raw.includes(text) ? raw.replace(text, () => near) : near }],
  };
}
