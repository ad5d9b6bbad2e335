import { parseReference } from '../../image/reference';
import { undeclaredIn } from '../facts/undeclared';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-default-image',
  severity: 'warning',
  scope: 'file',
  what: { ko: '기본값만으로는 틀린 FROM의 이미지 이름', en: 'An image name that is invalid by default' },
  why: {
    ko: 'FROM에 쓰는 ARG에 기본값이 없으면 `docker build .`만 했을 때 그 자리가 빈다. `node:$VERSION`은 `node:`이 되고, 이런 이름은 없으니 빌드가 바로 멈춘다. `--build-arg`를 아는 사람만 빌드할 수 있는 파일이 된다.',
    en: 'Where an ARG used in FROM has no default, a plain `docker build .` leaves its place empty. `node:$VERSION` becomes `node:`, which is no image name, and the build stops at once. Only those who know the `--build-arg` can build the file.',
  },
  how: {
    ko: 'ARG에 그대로 빌드되는 기본값을 준다. ex) `ARG VERSION=24`',
    en: 'Give the ARG a default that builds, ex) `ARG VERSION=24`.',
  },
  messages: {
    invalid: {
      ko: '기본값으로는 이미지 이름이 "{value}"{value|이} 되어 맞지 않는다. `--build-arg` 없이는 빌드되지 않는다.',
      en: 'By default the image name is "{value}", which is not valid: it does not build without a `--build-arg`.',
    },
    empty: {
      ko: '기본값으로는 이미지 이름이 비어 있다. `--build-arg` 없이는 빌드되지 않는다.',
      en: 'By default the image name is empty: it does not build without a `--build-arg`.',
    },
    arg: { ko: '이 ARG의 기본값', en: 'The default of this ARG' },
  },
  concepts: ['dockerfile/ARG', 'dockerfile/FROM', 'concepts/image-tag'],
  source: 'https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/',
  also: ['buildkit/InvalidDefaultArgInFrom'],
  examples: [
    {
      bad: 'ARG VERSION\nFROM node:«$VERSION»\n',
      good: 'ARG VERSION=24\nFROM node:$VERSION\n',
    },
    {
      bad: 'ARG IMAGE\nFROM «$IMAGE»\n',
      good: 'ARG IMAGE=debian:13\nFROM $IMAGE\n',
      message: 'empty',
    },
  ],
  allows: [
    'ARG VERSION=24\nFROM node:$VERSION\n',
    'ARG VERSION\nFROM node:${VERSION:-24}\n',
    'ARG VARIANT\nFROM node:24$VARIANT\n',
    'FROM example.com/app-$TARGETARCH\n',
  ],
  *check(file) {
    const { stages, globalArgs } = file;
    const definitions = globalArgs.flatMap((arg) => arg.definitions);
    for (const stage of stages) {
      const { from } = stage;
      const { image } = from ?? {};
      // A variable nobody declared is another rule's.
      if (!from || !image?.variables.length || image.problem) continue;
      if (undeclaredIn(image, stage).length > 0) continue;
      const { value, unset, problem } = stage.states.get(from)!.scope.expand(image);
      if (value === undefined || problem || (value !== '' && !parseReference(value).problem)) continue;
      const reference = unset[0] ?? image.variables[0]!;
      const alone = unset.length > 0 || image.variables.length === 1;
      const arg = definitions.findLast(({ name }) => name.raw === reference.name);
      yield {
        span: alone ? reference.span : image.span,
        ...(value === '' && { message: 'empty' }),
        values: { value },
        related: arg ? [{ span: arg.span, message: 'arg' }] : [],
      };
    }
  },
});
