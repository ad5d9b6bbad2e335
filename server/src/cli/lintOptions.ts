import { FAIL_ON, type FailOn, PROFILES } from '../config/contents';
import { type NameIndex, nearestName } from '../core/names';
import type { Settings } from '../core/rule';
import type { Text } from '../core/text';
import { choose, readArguments } from './arguments';
import { CannotRun } from './exit';
import { FORMAT_NAMES, type FormatName } from './formats';

export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: FormatName;
  readonly config?: string;
  readonly settings: Settings;
  readonly only?: readonly string[];
  /** Missing where nobody said: a configuration may. */
  readonly failOn?: FailOn;
  readonly fix: boolean;
  readonly stdinName?: string;
}

export function readLintOptions(
  args: readonly string[],
  names: NameIndex,
  known: readonly string[],
): LintOptions {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    language: { type: 'string', default: 'auto' },
    config: { type: 'string' },
    profile: { type: 'string' },
    only: { type: 'string', multiple: true },
    'kubernetes-version': { type: 'string' },
    'fail-on': { type: 'string' },
    fix: { type: 'boolean', default: false },
    'stdin-name': { type: 'string' },
  });
  choose('--language', values.language, ['auto', 'ko', 'en']);
  const written = values['kubernetes-version'];
  const kubernetesVersion = written && /^v?(1\.\d{1,2})(?:\.\d+)?$/.exec(written)?.[1];
  if (written && !kubernetesVersion) throw new CannotRun(WRONG.version, { written });
  const only = values.only?.flatMap((list) => list.split(',')).map((name) => name.trim());
  if (only?.includes('')) throw new CannotRun(WRONG.onlyEmpty);
  for (const name of only ?? []) if (names.rules(name).length === 0) throw unknownName(name, known);
  const paths = positionals.length > 0 ? positionals : ['.'];
  if (values.fix && paths.includes('-')) throw new CannotRun(WRONG.fixStdin);
  if (values['stdin-name'] !== undefined && !paths.includes('-')) throw new CannotRun(WRONG.stdinName);
  return {
    paths,
    format: choose('--format', values.format, FORMAT_NAMES),
    config: values.config,
    settings: {
      profile: values.profile === undefined ? undefined : choose('--profile', values.profile, PROFILES),
      kubernetesVersion,
    },
    only,
    failOn: values['fail-on'] === undefined ? undefined : choose('--fail-on', values['fail-on'], FAIL_ON),
    fix: values.fix,
    stdinName: values['stdin-name'],
  };
}

/** The error for a name that no rule (or, for `explain`, no page) answers to. */
export function unknownName(name: string, known: readonly string[]): CannotRun {
  const near = nearestName(name, known);
  return near ? new CannotRun(WRONG.nameNear, { name, near }) : new CannotRun(WRONG.name, { name });
}

const WRONG = {
  name: {
    ko: '{name}이라는 이름은 없다. `container-tutor rules`가 모든 이름을 보여 준다',
    en: 'There is nothing called {name}. `container-tutor rules` lists every name',
  },
  nameNear: {
    ko: '{name}이라는 이름은 없다. {near}를 쓰려던 것일까?',
    en: 'There is nothing called {name}. Did you mean {near}?',
  },
  version: {
    ko: '--kubernetes-version {written}은 버전이 아니다. 1.35처럼 쓴다',
    en: '--kubernetes-version {written} is no version. Write it like 1.35',
  },
  onlyEmpty: {
    ko: '--only에 빈 이름이 있다. 이름을 쉼표 하나로 나눈다. 예: --only DL3014,missing-replicas',
    en: '--only has an empty name. Write names with one comma between them: --only DL3014,missing-replicas',
  },
  stdinName: {
    ko: '--stdin-name은 표준 입력의 이름이다. 경로에 -를 함께 쓴다',
    en: '--stdin-name names the text on stdin. Add - to the paths',
  },
  fixStdin: {
    ko: '--fix는 파일을 고쳐 쓴다. 표준 입력(-)과 함께 쓸 수 없다',
    en: '--fix writes files. It cannot be used with stdin (-)',
  },
} satisfies Record<string, Text>;
