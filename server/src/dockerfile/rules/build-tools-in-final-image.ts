import type { Finding, Fix } from '../../core/rule';
import type { Value } from '../../core/text';
import { familiarName, type ImageReference } from '../../image/reference';
import type { Command } from '../../shell/script';
import {
  buildImage,
  isBuild,
  isCompiler,
  isHeaders,
  isJavaBuild,
  jreFor,
  MISSING_IN_SLIM,
  slimTag,
} from '../facts/build-tools';
import { type Installed, keptBy, type LookUp, removedBy } from '../facts/installed';
import { splitTag } from '../facts/split-tag';
import { undeclaredIn } from '../facts/undeclared';
import type { Dockerfile, From, Run, Stage } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/build-tools-in-final-image',
  severity: 'warning',
  scope: 'file',
  what: { ko: '최종 이미지에 남은 빌드 도구', en: 'Build tools in the final image' },
  why: {
    ko: 'compiler, 헤더, SDK는 빌드할 때만 쓴다. 최종 이미지에 남으면 수백 MB를 더 올리고 받게 되고, 취약점 목록이 길어지고, 침입한 사람에게 도구를 쥐여 준다. 뒤의 RUN에서 지워도 앞 레이어에 그대로 남는다.',
    en: 'Compilers, headers and SDKs are needed while building only. Left in the final image they are hundreds of megabytes to push and pull, a longer list of vulnerabilities, and tools in the hands of whoever breaks in. Removing them in a later RUN does not help: the layer below keeps them.',
  },
  how: {
    ko: 'multi-stage build로 나눈다. 앞 stage(`FROM ... AS build`)에서 빌드하고, 작은 이미지에서 새로 시작하는 마지막 stage로 `COPY --from=build`를 써서 결과만 가져온다. 나눌 수 없으면 설치, 빌드, 삭제를 한 RUN에서 한다.',
    en: 'Use a multi-stage build: build in an earlier stage (`FROM ... AS build`), start the last one from a small image and take only the result with `COPY --from=build`. Where that is not possible, install, build and remove in one RUN.',
  },
  messages: {
    packages: {
      ko: '최종 이미지에 빌드 도구가 남는다: {tools}. 앞 stage에서 빌드하고 결과만 `COPY --from`으로 가져온다.',
      en: 'The final image keeps build tools: {tools}. Build in an earlier stage and take only the result with `COPY --from`.',
    },
    sdk: {
      ko: '`{image}` 이미지는 빌드용이라 compiler까지 최종 이미지에 들어간다. 앞 stage에서만 쓰고 결과를 `COPY --from`으로 가져온다.',
      en: '`{image}` is made for building, and its whole toolchain is in the final image. Use it in an earlier stage and take the result with `COPY --from`.',
    },
    jdk: {
      ko: '`{image}`에는 compiler가 든 JDK가 들어 있다. 실행만 한다면 JRE로 충분하다. ex) `{jre}`',
      en: '`{image}` holds a JDK with its compiler; to run a program a JRE is enough, ex) `{jre}`.',
    },
    full: {
      ko: '`{image}`에는 compiler와 헤더가 들어 있다. 여기서 컴파일할 것이 없다면 `{slim}`만으로 충분하다.',
      en: '`{image}` comes with compilers and headers. If nothing is compiled here, `{slim}` is enough.',
    },
    toolchain: {
      ko: '`{image}`에는 여러 언어의 compiler와 헤더가 들어 있다. 실행할 이미지라면 배포판 이미지에서 시작하고, 빌드는 앞 stage에서 한다.',
      en: '`{image}` holds compilers and headers for many languages. An image that is to run something starts from the distribution and builds in an earlier stage.',
    },
    base: { ko: '최종 stage가 그 위에 쌓인다', en: 'The final stage is built on it' },
    removed: {
      ko: '여기서 지워도 앞 레이어에는 남는다',
      en: 'Removed here, but the layer above this line keeps it',
    },
  },
  concepts: ['concepts/build-tools', 'concepts/multi-stage-build', 'concepts/layer'],
  source: 'https://docs.docker.com/build/building/multi-stage/',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13-slim\nRUN apt-get update && apt-get install -y «build-essential» curl\nCOPY . /src\nRUN make -C /src install\nCMD ["app"]\n',
      good: 'FROM debian:13-slim AS build\nRUN apt-get update && apt-get install -y build-essential curl\nCOPY . /src\nRUN make -C /src install\n\nFROM debian:13-slim\nCOPY --from=build /usr/local/bin/app /usr/local/bin/\nCMD ["app"]\n',
    },
    {
      bad: 'FROM «golang:1.27»\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]\n',
      good: 'FROM golang:1.27 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n\nFROM gcr.io/distroless/static\nCOPY --from=build /app /app\nCMD ["/app"]\n',
      message: 'sdk',
    },
    {
      bad: 'FROM «eclipse-temurin:21»\nCOPY app.jar /\nCMD ["java", "-jar", "/app.jar"]\n',
      good: 'FROM eclipse-temurin:21-jre\nCOPY app.jar /\nCMD ["java", "-jar", "/app.jar"]\n',
      message: 'jdk',
    },
    {
      bad: 'FROM «node:24»\nCOPY app.js ./\nCMD ["node", "app.js"]\n',
      good: 'FROM node:24-slim\nCOPY app.js ./\nCMD ["node", "app.js"]\n',
      message: 'full',
    },
  ],
  allows: [
    'FROM alpine:3.24\nRUN apk add --no-cache --virtual .build-deps gcc musl-dev && make && apk del .build-deps\n',
    "FROM debian:13\nRUN buildDeps='gcc make' && apt-get update && apt-get install -y $buildDeps && make && apt-get purge -y $buildDeps\n",
    'FROM fedora:44\nRUN dnf install -y gcc && make && dnf remove -y gcc && dnf clean all\n',
    'FROM debian:13 AS app\nFROM app AS dev\nRUN apt-get update && apt-get install -y build-essential\n',
    { files: { 'Dockerfile.dev': 'FROM golang:1.27\nCMD ["go", "run", "."]\n' } },
    'FROM debian:13\nRUN apt-get update && apt-get install -y curl make-guile-doc\n',
  ],
  *check(file) {
    if (isForDevelopment(file)) return;
    const [base] = file.finalChain;
    const kept = [...keptTools(file)];
    if (base) yield* inBase(file, base, kept.length > 0);
    for (const [stage, run, tools] of kept) yield inRun(file, stage, run, tools);
  },
});

/** What each RUN of the final image leaves in it for building. */
function* keptTools(file: Dockerfile): Iterable<[Stage, Run, readonly Installed[]]> {
  for (const stage of file.finalChain)
    for (const run of stage.layers) {
      if (run.keyword !== 'RUN' || !run.script) continue;
      const tools = keptBy(run.script, lookUpAt(file, run)).filter(
        (one) => isTool(one) || isHeaders(one.name),
      );
      if (tools.length > 0) yield [stage, run, tools];
    }
}

/** A compiler, or a virtual package that is named as one for building. */
function isTool({ name, group }: Installed): boolean {
  return group ? /build|compile|make|phpize/i.test(name) : isCompiler(name);
}

function lookUpAt({ states }: Dockerfile, run: Run): LookUp {
  return (name) => states.get(run)?.scope.get(name).value;
}

const DEVELOPMENT =
  /^(?:dev(?:el|elopment|container|env)?|tests?|testing|ci|lint|debug|validate|verify|check|bench)$/i;
const BUILDING = /^build(?:er)?$/i;

/** By the name of the file, or of its last stage where an earlier one may be what is shipped. */
function isForDevelopment({ uri, stages, finalStage }: Dockerfile): boolean {
  const words = uri.slice(uri.lastIndexOf('/') + 1).split(/[._-]/);
  if (uri.includes('/.devcontainer/')) return true;
  if (words.some((word) => DEVELOPMENT.test(word) || BUILDING.test(word))) return true;
  if (stages.length < 2) return false;
  const { name, base, instructions } = finalStage!;
  const runs = instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  // `FROM build` alone is that stage under no name.
  const named = (name ?? (base.kind === 'stage' ? base.stage.name : undefined))?.split(/[._-]/) ?? [];
  return named.some((word) => DEVELOPMENT.test(word) || (!runs && BUILDING.test(word)));
}

function builds({ instructions }: Stage, ofKind = isBuild): boolean {
  return instructions.some(
    (run) => run.keyword === 'RUN' && run.script?.commands.some((command) => ofKind(command)) === true,
  );
}

/** A stage of its own that builds shows that the final one need not. */
function buildsElsewhere({ stages, finalChain }: Dockerfile): boolean {
  return stages.some(
    (stage) =>
      !finalChain.includes(stage) &&
      (builds(stage) || (stage.base.kind === 'image' && buildImage(stage.base.reference) === 'sdk')),
  );
}

function* inBase(file: Dockerfile, stage: Stage, keepsTools: boolean): Iterable<Finding> {
  const { base, from } = stage;
  const message = base.kind === 'image' ? buildImage(base.reference) : undefined;
  // Who adds tools to a full image has a use for those that come with it.
  if (base.kind !== 'image' || !message || !from?.image || (message === 'full' && keepsTools)) return;
  // The tag is not what was meant.
  if (message !== 'sdk' && (splitTag(from) || undeclaredIn(from.image, stage).length > 0)) return;
  const { reference } = base;
  const ofKind = message === 'jdk' ? isJavaBuild : isBuild;
  const avoidable = buildsElsewhere(file) || file.finalChain.some((stage) => builds(stage, ofKind));
  const image = reference.text;
  const slim = slimTag(reference);
  const leansOn = ({ tool }: Command) => MISSING_IN_SLIM.has(tool);
  const movable = message === 'full' && !file.finalChain.some((stage) => builds(stage, leansOn));
  yield {
    span: from.image.span,
    message,
    values: { image, jre: jreFor(reference), slim: `${familiarName(reference)}:${slim}` },
    severity: message === 'full' ? 'hint' : avoidable && message !== 'toolchain' ? 'warning' : 'info',
    fixes: movable ? toTag(slim, from, reference) : [],
  };
}

/** Another tag, where the file says which one is taken: no variable, no digest. */
function toTag(tag: string, { image }: From, { text, digest, places }: ImageReference): Fix[] {
  if (!image || image.raw !== text || image.span.end - image.span.start !== text.length || digest) return [];
  const { start, end } = places.tag ?? { start: text.length, end: text.length };
  const at = image.span.start;
  const edit = {
    span: { ...image.span, start: at + start, end: at + end },
    text: places.tag ? tag : `:${tag}`,
  };
  return [
    { title: { ko: '`{tag}` 쓰기', en: 'Use `{tag}`' }, values: { tag }, kind: 'choice', edits: [edit] },
  ];
}

/** As many names as one line holds. */
const SHOWN = 5;

function inRun(file: Dockerfile, stage: Stage, run: Run, tools: readonly Installed[]): Finding {
  const names = [...new Set(tools.map(({ name }) => name))];
  const more = names.length - SHOWN;
  const shown: Value[] = more > 1 ? [...names.slice(0, SHOWN)] : names;
  const rest = more > 1 ? [{ ko: `그 밖에 ${more}개`, en: `${more} more` }] : [];
  const chain = file.finalChain.flatMap(({ layers }) => layers);
  const removal = chain.slice(chain.indexOf(run) + 1).flatMap((later) => {
    if (later.keyword !== 'RUN' || !later.script) return [];
    const gone = removedBy(later.script, lookUpAt(file, later)).find(({ name }) => names.includes(name));
    return gone ? [{ span: { part: later.part, ...gone.word.range }, message: 'removed' }] : [];
  })[0];
  const above = stage !== file.finalStage && file.finalStage?.from?.image;
  return {
    span: { part: run.part, ...tools[0]!.word.range },
    values: { tools: [...shown, ...rest] as Value & readonly string[] },
    severity: isAvoidable(file, run, tools) ? 'warning' : 'info',
    related: [...(above ? [{ span: above.span, message: 'base' }] : []), ...(removal ? [removal] : [])],
  };
}

/** Something is built here or in another stage; not where packages are only at hand for images built on this one. */
function isAvoidable(file: Dockerfile, run: Run, tools: readonly Installed[]): boolean {
  if (buildsElsewhere(file)) return true;
  const scope = file.states.get(run)?.scope;
  const compilers = tools.filter(isTool);
  // An ENV outlives the build: `$PHPIZE_DEPS` of the official PHP images is there for those built on them.
  const offered = ({ word }: Installed) =>
    word.expansions.some(({ name = '' }) => scope?.get(name).by?.keyword === 'ENV');
  return file.finalChain.some((stage) => builds(stage)) && compilers.some((tool) => !offered(tool));
}
