import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Config } from '../server/src/core/config';
import { Engine } from '../server/src/core/engine';
import { filesOf, readMarks } from '../server/src/core/marked';
import type { Span } from '../server/src/core/span';
import { dockerfile } from '../server/src/dockerfile/language';
import { edited, generator } from './edits';
import { HURRIED } from './hurry';
import { samplesOf } from './samples';

const languages = [dockerfile];
const FILE = { uri: 'file:///work/Dockerfile', path: '/work/Dockerfile', languageId: 'dockerfile' };

/** Every rule is heard. */
const config = new Config(new Engine(languages).names, {
  layers: [
    {
      rules: Object.fromEntries(dockerfile.rules.map(({ id }) => [id, 'warning'])),
      options: {
        'dockerfile/label-missing': { requiredLabels: ['a'] },
        'dockerfile/untrusted-registry': { trustedRegistries: ['ghcr.io'] },
        'dockerfile/too-many-layers': { maxLayers: 2 },
      },
    },
  ],
});

function session(text: string): Engine {
  const engine = new Engine(languages, ({ rule, error }) => {
    throw new Error(`${rule} threw`, { cause: error });
  });
  engine.roots = ['/work'];
  engine.set(FILE, text);
  for (const name of engine.beside(FILE))
    engine.setBeside(FILE, name, name === '.dockerignore' ? '*.md\n.env\n' : undefined);
  return engine;
}

/** What is found, with places in the file instead of in parts. */
function findingsIn(engine: Engine): unknown[] {
  const at = (span: Span) => {
    const { start, end } = engine.locate(span)!;
    return [start, end];
  };
  return engine.diagnose(FILE.uri, config).map(({ rule, severity, start, end, finding }) => ({
    ...finding,
    rule: rule.id,
    severity,
    span: [start, end],
    related: (finding.related ?? []).map((one) => ({ ...one, span: at(one.span) })),
    fixes: (finding.fixes ?? []).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: at(edit.span) })),
    })),
  }));
}

/** Stages that lean on each other in every way there is. */
const LINKED = `ARG BASE=debian:12
ARG TAG
FROM $BASE AS base
ENV ROOT=/srv NAME=x
WORKDIR $ROOT
USER app
FROM base AS build
ARG TAG
COPY . .
RUN apt-get update
RUN apt-get install -y gcc make && cd src && make $TAG
FROM build AS test
RUN sudo make test | tee log
FROM node:\${TAG:-22} AS web
COPY --from=0 /srv/ /srv
RUN --mount=from=build,target=/b curl -O http://x/y.tgz && wget http://x/z
FROM alpine
COPY --from=web --from=web /srv/a /srv/b ./
COPY --from=later / /
COPY --from=3 / /all
RUN chown -R app /srv && rm -rf /srv/b
RUN apk add git
CMD node main.js
FROM scratch AS later
COPY --from=later x x
COPY --from=7 x x
EXPOSE 80 80/tcp
`;

const own = dockerfile.rules.flatMap((rule) =>
  samplesOf(rule).flatMap(([name, sample]) => {
    const [, text] = filesOf(sample, 'Dockerfile')[0]!;
    return name.startsWith('bad') ? readMarks(text).text : [];
  }),
);
/** Each text with the next ones below: what stands in one stage is no news to the others. */
const stacked = own.map((text, i) => `${text}\n${own[(i + 7) % own.length]}`);
const linked = Array.from({ length: HURRIED ? 6 : 30 }, () => LINKED);
const texts = [...linked, ...(HURRIED ? stacked.filter((_, i) => i % 40 === 0) : stacked)];
const EDITS = HURRIED ? 9 : 24;

/** What changes a file beyond the stage it stands in. */
const LINES = `RUN true
ARG TAG=1
ARG BASE=a
ENV ROOT=/x
WORKDIR x
USER root
FROM base
FROM build AS web
FROM a AS b
COPY --from=web x y
COPY --from=2 a b
COPY . .
SHELL ["bash", "-c"]
ONBUILD RUN cd /x
RUN <<EOF
EOF
run ls
CMD ls
# escape=\`
# hadolint shell=pwsh
# container-tutor ignore=cd-in-run
`;
const BITS = ['\n', '\\\n', '"', ' ', '#', '$', 'x', '/', '-y ', ...LINES.split(/(?<=\n)/)];

test('after each edit, what is found is what a fresh reading finds', () => {
  const random = generator(20_261_121);
  for (const text of texts) {
    let now = text;
    const engine = session(now);
    findingsIn(engine);
    for (let i = 0; i < EDITS; i++) {
      const before = now;
      now = i % 3 === 2 ? text : edited(now, BITS, random);
      engine.set(FILE, now);
      assert.deepEqual(findingsIn(engine), findingsIn(session(now)), JSON.stringify({ before, now }));
    }
  }
});
