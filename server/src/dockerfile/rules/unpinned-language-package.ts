import { floatingIn } from '../facts/language-packages';
import { asInstruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/unpinned-language-package',
  severity: 'hint',
  strict: 'warning',
  scope: 'part',
  what: {
    ko: 'pip, npm, gem, go 패키지에 버전이 없다',
    en: 'A package of pip, npm, gem or go without a version',
  },
  why: {
    ko: '버전을 안 적으면 빌드하는 날의 가장 새것이 깔린다. 그래서 같은 Dockerfile인데 다음 달 이미지는 내용이 다르고, 아무도 손대지 않은 빌드가 새 major 버전 때문에 깨진다. 반대쪽 말도 맞다. 박아 둔 버전은 누가 올려 줄 때까지 보안 수정도 못 받고, 고정되는 것은 이름을 적은 패키지뿐이라 그 아래 의존성은 계속 바뀐다. 그래서 패키지마다 버전을 적기보다 lock 파일을 쓰는 쪽이 낫다.',
    en: 'Without a version the build installs whatever is newest that day. The same Dockerfile then gives another image next month, and a new major version breaks a build that nobody touched. There is another side to it: a pinned package gets no security fixes until somebody raises its version, and only the packages you name are pinned, not what they depend on. That is why a lock file beats versions written one by one.',
  },
  how: {
    ko: '앱의 의존성은 lock 파일을 복사해 그대로 깐다. ex) `npm ci`, `bundle install`, `uv sync --locked`, hash까지 적은 `pip install -r requirements.txt`, `go.mod`. 올리는 일은 Dependabot이나 Renovate에 맡길 수 있다. 도구 하나만 깐다면 버전을 적는다: pip `name==version`, npm `name@version`, gem `name:version`, go `path@version`. 늘 최신을 쓰기로 정했다면 이 힌트는 꺼도 된다.',
    en: 'Install an application’s dependencies from a lock file that is copied in, ex) `npm ci`, `bundle install`, `uv sync --locked`, `pip install -r requirements.txt` with hashes, a `go.mod`; Dependabot or Renovate can raise it. For a single tool write the version: pip `name==version`, npm `name@version`, gem `name:version`, go `path@version`. If always the newest is what you want, ignore this hint.',
  },
  messages: {
    found: {
      ko: '{packages}에 버전이 없어 빌드하는 날의 최신이 깔린다. `{form}`처럼 적거나 lock 파일로 깐다.',
      en: '{packages}: whatever is newest on the day of the build. Write `{form}`, or install from a lock file.',
    },
  },
  concepts: ['concepts/package-manager', 'dockerfile/RUN'],
  source: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
  also: ['hadolint/DL3013', 'hadolint/DL3016', 'hadolint/DL3028', 'hadolint/DL3062'],
  examples: [
    {
      bad: 'FROM python:3.14-slim\nRUN pip install --no-cache-dir «flask» gunicorn==23.0.0\n',
      good: 'FROM python:3.14-slim\nRUN pip install --no-cache-dir flask==3.1.2 gunicorn==23.0.0\n',
    },
    {
      bad: 'FROM node:24-slim\nRUN npm install -g «pnpm@latest»\n',
      good: 'FROM node:24-slim\nRUN npm install -g pnpm@10.22.0\n',
    },
    {
      bad: 'FROM ruby:3.4-slim\nRUN gem install «rake»\n',
      good: 'FROM ruby:3.4-slim\nRUN gem install rake:13.3.1\n',
    },
    {
      bad: 'FROM golang:1.25 AS build\nRUN go install «golang.org/x/tools/cmd/stringer@latest»\n',
      good: 'FROM golang:1.25 AS build\nRUN go install golang.org/x/tools/cmd/stringer@v0.38.0\n',
    },
  ],
  allows: [
    'FROM python:3.14-slim\nCOPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\n',
    'FROM python:3.14-slim\nRUN pip install "flask>=3,<4" ./vendor/lib git+https://github.com/pallets/click@8.3.0\n',
    'FROM node:24-slim\nCOPY package*.json ./\nRUN npm ci\n',
    'FROM golang:1.25 AS build\nCOPY . .\nRUN go get ./... && go install ./cmd/app\n',
  ],
  *check(unit) {
    const run = asInstruction(unit, 'RUN');
    for (const command of run?.script?.commands ?? []) {
      const { manager, packages } = floatingIn(command) ?? {};
      if (!manager || !packages) continue;
      yield {
        span: { part: run!.part, ...packages[0]!.range },
        values: { packages: packages.map(({ value }) => `\`${value}\``), form: manager.form },
        also: [manager.also],
      };
    }
  },
});
