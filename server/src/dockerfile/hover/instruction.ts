import type { Card } from '../../core/note';
import type { Message } from '../../core/text';
import { familiarName } from '../../image/reference';
import type { Dockerfile, From, Instruction, Stage } from '../model';
import { covers, type HoverAt, nameOf } from './place';

/** The keyword of an instruction, or the image of a FROM. */
export function instructionCard(instruction: Instruction, at: HoverAt): Card | undefined {
  const { keyword, keywordSpan } = instruction;
  const image = keyword === 'FROM' ? instruction.image?.span : undefined;
  const span = [keywordSpan, image].find((one) => one && covers(one, at.offset));
  return span && { span, place: [keyword], facts: factsOf(at.dockerfile, at.whole, instruction) };
}

function factsOf(dockerfile: Dockerfile, whole: Instruction, instruction: Instruction): Message[] {
  if (instruction.onbuild) return [{ text: TEXTS.onbuild }];
  if (instruction.keyword === 'FROM') return aboutFrom(dockerfile, instruction);
  const stage = dockerfile.stages.find(({ instructions }) => instructions.includes(whole));
  if (!stage) return [];
  return [
    ...(instruction.keyword === 'WORKDIR' ? aboutDirectory(dockerfile, whole) : []),
    ...aboutLayer(dockerfile, stage, whole),
    ...aboutRivals(stage, whole),
  ];
}

/** Which layer of the final image this is; layers of other stages are thrown away. */
function aboutLayer(dockerfile: Dockerfile, stage: Stage, instruction: Instruction): Message[] {
  const isLayer = stage.layers.includes(instruction);
  const values = { keyword: instruction.keyword, stage: nameOf(stage) };
  if (!isLayer) return [{ text: TEXTS.metadata, values }];
  if (!dockerfile.finalChain.includes(stage)) return [{ text: TEXTS.thrownAway, values }];
  const layers = dockerfile.finalChain.flatMap((part) => part.layers);
  const position = layers.indexOf(instruction) + 1;
  return [{ text: TEXTS.layer, values: { ...values, position, count: layers.length } }];
}

function aboutFrom({ stages, finalStage, finalChain }: Dockerfile, from: From): Message[] {
  const stage = stages.find((candidate) => candidate.from === from);
  if (!stage) return [];
  const values = { position: stage.index + 1, count: stages.length, stage: nameOf(stage) };
  const role = stage === finalStage ? TEXTS.final : finalChain.includes(stage) ? TEXTS.below : TEXTS.helper;
  const facts: Message[] = stages.length > 1 ? [{ text: role, values }] : [];
  if (stage.base.kind === 'stage')
    facts.push({ text: TEXTS.onStage, values: { stage: nameOf(stage.base.stage) } });
  if (stage.base.kind === 'image') {
    const { reference } = stage.base;
    const tag = reference.digest ?? reference.tag ?? 'latest';
    facts.push({ text: TEXTS.image, values: { image: familiarName(reference), tag } });
  }
  if (stage.base.kind === 'scratch') facts.push({ text: TEXTS.scratch });
  return facts;
}

function aboutDirectory(dockerfile: Dockerfile, instruction: Instruction): Message[] {
  const at = dockerfile.instructions.indexOf(instruction);
  const next = dockerfile.instructions[at + 1];
  const state = next && next.keyword !== 'FROM' ? dockerfile.states.get(next) : undefined;
  const stage = dockerfile.stages.find(({ instructions }) => instructions.at(-1) === instruction);
  const path = (state ?? stage?.state)?.workdir?.path;
  return path === undefined ? [] : [{ text: TEXTS.directory, values: { path } }];
}

/** Of several CMD or ENTRYPOINT in a stage only the last counts. */
function aboutRivals(stage: Stage, instruction: Instruction): Message[] {
  if (instruction.keyword !== 'CMD' && instruction.keyword !== 'ENTRYPOINT') return [];
  const last = stage.instructions.findLast(({ keyword }) => keyword === instruction.keyword);
  if (!last || last === instruction) return [];
  return [{ text: TEXTS.replaced, values: { keyword: instruction.keyword, place: last.keywordSpan } }];
}

const TEXTS = {
  layer: {
    ko: '이 {keyword:은} 이 파일이 최종 이미지에 쌓는 레이어 {count}개 중 {position}번째',
    en: 'This {keyword} is layer {position} of the {count} this file adds to the final image',
  },
  thrownAway: {
    ko: '이 {keyword}의 레이어는 `{stage}` stage에만 있고 최종 이미지에는 남지 않는다',
    en: 'Its layer stays in stage `{stage}`; the final image does not have it',
  },
  metadata: {
    ko: '여기서 이 {keyword:은} 레이어를 만들지 않는다. 설정만 적히고 0바이트',
    en: 'Here this {keyword} adds no layer: it is a setting of 0 bytes',
  },
  final: {
    ko: 'stage {count}개 중 {position}번째이자 마지막. 이 stage가 최종 이미지가 된다',
    en: 'Stage {position} of {count}, the last one: it becomes the final image',
  },
  below: {
    ko: 'stage {count}개 중 {position}번째. 마지막 stage가 이 위에 쌓인다',
    en: 'Stage {position} of {count}; the final stage is built on top of it',
  },
  helper: {
    ko: 'stage {count}개 중 {position}번째(`{stage}`). `COPY --from`으로 가져간 것만 최종 이미지에 남는다',
    en: 'Stage {position} of {count} (`{stage}`); only what `COPY --from` takes from it reaches the final image',
  },
  onStage: { ko: '베이스는 이 파일의 stage `{stage}`', en: 'Its base is stage `{stage}` of this file' },
  image: { ko: '베이스 이미지는 `{image}`, tag는 `{tag}`', en: 'Base image `{image}`, tag `{tag}`' },
  scratch: {
    ko: '`scratch`는 빈 이미지다. shell도 없다',
    en: '`scratch` is empty: there is not even a shell',
  },
  directory: {
    ko: '여기부터 작업 디렉터리는 `{path}`',
    en: 'From here on the working directory is `{path}`',
  },
  replaced: {
    ko: '이 {keyword:은} 쓰이지 않는다. 뒤에 나온 것({place})이 이긴다',
    en: 'This {keyword} is never used: a later one wins ({place})',
  },
  onbuild: {
    ko: '지금은 실행되지 않는다. 이 이미지를 FROM으로 쓰는 빌드에서 실행된다',
    en: 'Nothing runs now; it runs in the build that uses this image as its base',
  },
} as const;
