import type { Fix } from '../../core/rule';
import { asTransfer, type SourceKind, sourceKind } from '../facts/transfer';
import { type Add, instructionsOf, stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/add-for-local-files',
  severity: 'info',
  strict: 'warning',
  scope: 'section',
  what: { ko: 'COPY면 될 곳에 ADD', en: 'ADD where COPY would do' },
  why: {
    ko: 'ADD는 COPY에 두 가지를 더 한다. URL이나 Git 저장소를 받아 오고, tar 압축 파일을 풀어 놓는다. 그냥 파일을 복사하는데 ADD를 쓰면 읽는 사람은 무엇이 풀리거나 내려받아지는지 확인해야 한다. 나중에 이름만 그대로인 tar 파일로 바뀌면 말없이 풀려 버린다.',
    en: 'ADD does two things that COPY does not: it fetches URLs and Git repositories, and it unpacks tar archives. Where plain files are copied, ADD makes the reader check whether anything is unpacked or fetched. Should the file turn into a tar archive one day, it is unpacked without a word.',
  },
  how: {
    ko: '`COPY`로 바꾼다. ADD는 URL, Git 저장소, 풀어야 할 tar 파일에만 쓴다.',
    en: 'Write `COPY`. Keep ADD for URLs, Git repositories and tar archives that are to be unpacked.',
  },
  messages: {
    local: {
      ko: '받아 오거나 풀 것이 없는 ADD다. `COPY`면 된다.',
      en: 'This ADD has nothing to fetch or unpack; `COPY` does the same.',
    },
  },
  concepts: ['dockerfile/ADD', 'dockerfile/COPY'],
  source: 'https://docs.docker.com/build/building/best-practices/#add-or-copy',
  also: ['hadolint/DL3020'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\n«ADD» package.json package-lock.json ./\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json package-lock.json ./\n',
    },
  ],
  allows: [
    'FROM debian:13\nADD https://example.com/app.conf /etc/app.conf\n',
    'FROM debian:13\nADD git@github.com:moby/buildkit.git#v0.26.2:docs /docs\n',
    'FROM scratch\nADD rootfs.tar.xz /\n',
    'FROM debian:13\nARG SOURCE\nADD $SOURCE /srv/\n',
    'FROM debian:13\nCOPY app.js /srv/\n',
  ],
  *check(stage) {
    for (const add of instructionsOf(stage, 'ADD')) {
      if (!asTransfer(add) || add.words.length < 2) continue;
      const state = stateBefore(stage, add);
      if (!add.sources.every((source) => PLAIN.includes(sourceKind(source, state)))) continue;
      yield { span: add.keywordSpan, fixes: add.flags.every(fitsCopy) ? [toCopy(add)] : [] };
    }
  },
});

const PLAIN: readonly SourceKind[] = ['local'];

function fitsCopy({ name }: { readonly name: string }): boolean {
  return ['chown', 'chmod', 'link', 'exclude'].includes(name);
}

function toCopy({ keywordSpan: span, written, sources }: Add): Fix {
  const text = written === 'add' ? 'copy' : written === 'ADD' ? 'COPY' : 'Copy';
  // A bare pattern may meet an archive, which COPY would leave as it is.
  const open = sources.some(({ raw }) => /\*$/.test(raw));
  return {
    title: { ko: '`COPY`로 바꾸기', en: 'Change to `COPY`' },
    kind: open ? 'choice' : 'safe',
    edits: [{ span, text }],
  };
}
