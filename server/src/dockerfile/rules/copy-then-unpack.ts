import type { Finding } from '../../core/rule';
import { type Unpacking, unpackingsIn } from '../facts/unpacking';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/copy-then-unpack',
  severity: 'info',
  scope: 'file',
  what: { ko: 'COPY한 압축 파일을 RUN에서 풀기', en: 'An archive copied, then unpacked by RUN' },
  why: {
    ko: '압축 파일을 COPY하면 그 파일이 레이어 하나로 이미지에 남고, RUN이 푼 파일들이 그 위에 다시 쌓인다. 뒤에서 지워도 아래 레이어의 크기는 그대로다. ADD는 build context의 tar 파일(gzip, bzip2, xz, zstd)을 풀어서 넣으므로 압축 파일이 남지 않고, 이미지에 tar가 없어도 된다.',
    en: 'A copied archive stays in the image as a layer of its own, and what RUN unpacks is stacked on top of it. Deleting it later does not make the lower layer smaller. ADD puts the contents of a tar archive of the build context (gzip, bzip2, xz, zstd) into the image: no archive is left, and the image needs no tar.',
  },
  how: {
    ko: 'COPY와 tar를 `ADD app.tar.gz /srv/` 한 줄로 바꾼다. 일부만 풀어야 하면 `RUN --mount=type=bind`로 압축 파일을 붙여서 푼다.',
    en: 'Replace the COPY and the tar by `ADD app.tar.gz /srv/`. To unpack only a part, mount the archive: `RUN --mount=type=bind,…`.',
  },
  messages: {
    unpacked: {
      ko: '`{name}`{name|은} 복사된 뒤 {tool:으로} 풀린다. 압축 파일이 레이어에 남는다. `ADD`는 풀어서 넣는다.',
      en: '`{name}` is copied and then unpacked by {tool}, so that the archive stays in a layer. `ADD` unpacks it on the way in.',
    },
    tar: { ko: '여기서 푼다', en: 'Unpacked here' },
  },
  concepts: ['dockerfile/ADD', 'concepts/layer'],
  source: 'https://docs.docker.com/build/building/best-practices/#add-or-copy',
  also: ['hadolint/DL3010'],
  examples: [
    {
      bad: 'FROM debian:13-slim\nCOPY «app.tar.gz» /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /srv\n',
      good: 'FROM debian:13-slim\nADD app.tar.gz /srv/\n',
    },
  ],
  allows: [
    'FROM debian:13-slim\nADD app.tar.gz /srv/\n',
    'FROM debian:13-slim\nCOPY app.tar.gz /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /srv --strip-components=1\n',
    'FROM debian:13-slim\nCOPY app.zip /tmp/\nRUN unzip /tmp/app.zip -d /srv\n',
    'FROM debian:13-slim\nCOPY --from=build /app.tar.gz /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /srv\n',
    'FROM debian:13-slim\nCOPY app.tar.gz /tmp/\nRUN tar -xzf /opt/app.tar.gz -C /srv\n',
    'FROM debian:13-slim\nCOPY app.tar.gz /tmp/\nRUN tar -xzf /tmp/app.tar.gz bin/app\n',
  ],
  *check(file) {
    for (const unpacking of unpackingsIn(file)) yield findingAt(unpacking);
  },
});

function findingAt({ source: { span, raw }, run, command }: Unpacking): Finding {
  return {
    span,
    values: { name: raw, tool: command.tool },
    related: [{ span: { part: run.part, ...command.name!.range }, message: 'tar' }],
  };
}
