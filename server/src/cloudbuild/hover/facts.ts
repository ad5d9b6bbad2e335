import type { Message, Text } from '../../core/text';
import { asScalar } from '../../yaml/navigate';
import type { Path, YamlNode } from '../../yaml/node';
import { builderOf } from '../commands';
import { BUILDERS } from '../facts/builders';
import { secondsOf } from '../facts/duration';
import { handlingOf, imageOf, isSame, mayBeSame } from '../images';
import type { Build, Step } from '../model';
import { AT_ONCE, awaited, waiting } from '../order';

interface At {
  /** Keys and indexes from the root. */
  readonly path: Path;
  /** Its keys, by their names in JSON. */
  readonly named: readonly string[];
  readonly node: YamlNode | undefined;
}

/** What this very file says about a place. */
export function aboutPlace(build: Build, { path, named, node }: At): readonly Message[] {
  const place = named.join('.');
  const step = path[0] === 'steps' ? build.steps.find(({ index }) => index === path[1]) : undefined;
  if (place === 'steps') return step ? [aboutOrder(build, step)] : aboutSteps(build);
  if (step && place === 'steps.name') return [...aboutBuilder(step), aboutOrder(build, step)];
  if (step && /^steps\.(?:id|waitFor)$/.test(place))
    return [aboutOrder(build, step), ...aboutWaiting(build, step)];
  if (/(?:^|\.)images$/.test(place)) return aboutImages(build, node);
  if (/(?:^|\.)(?:timeout|queueTtl)$/.test(place)) return aboutDuration(node);
  return [];
}

function aboutSteps({ steps }: Build): readonly Message[] {
  return steps.length > 0 ? [{ text: TEXTS.steps, values: { count: steps.length } }] : [];
}

/** Where it stands among the others, and when it starts. */
function aboutOrder(build: Build, step: Step): Message {
  const before = awaited(build, step);
  const isPlain = !step.waitFor || step.waitFor.length === 0;
  const start: Message =
    before.length === 0
      ? { text: step.waitFor?.some(({ text }) => text === AT_ONCE) ? TEXTS.dash : TEXTS.first }
      : {
          text: isPlain ? (before.length === 1 ? TEXTS.one : TEXTS.all) : TEXTS.named,
          values: { steps: before.map(called), count: before.length },
        };
  const count = build.steps.length;
  return { text: TEXTS.position, values: { number: step.index + 1, count, start } };
}

/** Who waits for it by its name. */
function aboutWaiting(build: Build, step: Step): readonly Message[] {
  const behind = step.id ? waiting(build, step).filter(({ waitFor }) => names(waitFor, step)) : [];
  return behind.length > 0 ? [{ text: TEXTS.awaited, values: { steps: behind.map(called) } }] : [];
}

function names(waitFor: Step['waitFor'], { id }: Step): boolean {
  return waitFor?.some(({ text }) => text === id?.text) ?? false;
}

/** Its id, else its number and builder. */
function called({ id, name, index }: Step): Message {
  if (id) return { text: TEXTS.id, values: { id: id.text } };
  const builder = name && builderOf(name);
  return { text: TEXTS.number, values: { number: index + 1, builder: builder?.split('/').at(-1) ?? '?' } };
}

function aboutBuilder({ name }: Step): readonly Message[] {
  const builder = name && builderOf(name);
  const known = builder === undefined ? undefined : BUILDERS[builder];
  return known ? [{ text: known }] : [];
}

/** Which step builds an image and whether anything pushes it. */
function aboutImages(build: Build, node: YamlNode | undefined): readonly Message[] {
  const scalar = asScalar(node);
  if (!scalar) return [];
  const image = imageOf(build, scalar.text);
  const { built, complete } = handlingOf(build);
  const made = built.find((one) => isSame(one.image, image));
  if (made) return [{ text: TEXTS.built, values: { step: called(made.step), at: made.span } }];
  return complete && !built.some((one) => mayBeSame(one.image, image)) ? [{ text: TEXTS.notBuilt }] : [];
}

function aboutDuration(node: YamlNode | undefined): readonly Message[] {
  const seconds = secondsOf(asScalar(node)?.text ?? '');
  if (seconds === undefined || seconds < 60) return [];
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.round((seconds % 3600) / 60);
  return [
    {
      text: hours > 0 ? (minutes > 0 ? TEXTS.both : TEXTS.hours) : TEXTS.minutes,
      values: { hours, minutes },
    },
  ];
}

const TEXTS = {
  steps: {
    ko: '이 파일에는 step이 {count}개. 따로 말하지 않으면 위에서부터 하나씩 실행한다',
    en: 'Steps in this file: {count}. They run one after the other unless `waitFor` says otherwise',
  },
  position: {
    ko: '{count}개 가운데 {number}번째 step. {start}',
    en: 'Step {number} of {count}. {start}',
  },
  first: { ko: '빌드가 시작되면 바로 시작한다', en: 'Starts with the build' },
  dash: {
    ko: "`waitFor: ['-']`: 아무것도 기다리지 않고 바로 시작한다",
    en: "`waitFor: ['-']`: waits for nothing and starts at once",
  },
  all: {
    ko: '앞의 step {count}개가 모두 끝나야 시작한다',
    en: 'Starts when all {count} steps before it have succeeded',
  },
  one: { ko: '앞의 step이 끝나면 시작한다', en: 'Starts when the step before it has succeeded' },
  named: { ko: '{steps:이} 끝나면 시작한다', en: 'Starts after {steps}' },
  awaited: { ko: '{steps:이} 이 step을 기다린다', en: 'Waited for by {steps}' },
  id: { ko: '`{id}`', en: '`{id}`' },
  number: { ko: '{number}번째 step({builder})', en: 'step {number} ({builder})' },
  built: {
    ko: '{step}에서 빌드한다 ({at}). 모든 step이 성공하면 push한다',
    en: 'Built by {step} ({at}); pushed once every step has succeeded',
  },
  notBuilt: { ko: '이 파일의 어느 step도 만들지 않는다', en: 'No step of this file makes it' },
  minutes: { ko: '{minutes}분', en: '{minutes} min' },
  hours: { ko: '{hours}시간', en: '{hours} h' },
  both: { ko: '{hours}시간 {minutes}분', en: '{hours} h {minutes} min' },
} satisfies Record<string, Text>;
