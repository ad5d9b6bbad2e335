import type { Finding, Fix } from '../../core/rule';
import type { ImageReference } from '../../image/reference';
import { splitTag } from '../facts/split-tag';
import type { Word } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-image-reference',
  severity: 'error',
  scope: 'section',
  what: { ko: '잘못된 이미지 이름', en: 'An invalid image name' },
  why: {
    ko: '이미지 이름은 `registry/저장소:tag@digest` 모양이다. 저장소는 소문자, 숫자와 `.`, `_`, `-`만 쓰고, tag는 128자까지다. 주소가 아니라서 `https://`는 붙이지 않는다. 어긋나면 BuildKit은 내려받기 전에 "invalid reference format"이라며 멈춘다.',
    en: 'An image name has the form `registry/repository:tag@digest`. The repository has lower-case letters, digits, `.`, `_` and `-` only, and a tag up to 128 characters. It is no address, so there is no `https://`. BuildKit stops before it downloads anything: "invalid reference format".',
  },
  how: {
    ko: '저장소를 소문자로 적고, tag와 digest의 모양을 확인한다. ex) `FROM ghcr.io/owner/app:1.2`',
    en: 'Write the repository in lower case and check the form of tag and digest, ex) `FROM ghcr.io/owner/app:1.2`.',
  },
  messages: {
    uppercase: {
      ko: '`{image}`{image|은} 이미지 이름이 될 수 없다. 저장소는 소문자로만 적는다.',
      en: '`{image}` is no image name: the repository is in lower case.',
    },
    scheme: {
      ko: '`{image}`{image|은} 이미지 이름이 될 수 없다. 이미지 이름에는 `https://`를 붙이지 않는다.',
      en: '`{image}` is no image name: leave out `https://`.',
    },
    tag: {
      ko: '`{image}`의 tag가 잘못됐다. 영문자, 숫자, `_`, `.`, `-`로 128자까지 쓴다.',
      en: 'The tag of `{image}` is invalid: it has letters, digits, `_`, `.` and `-`, up to 128 of them.',
    },
    digest: {
      ko: '`{image}`의 digest가 잘못됐다. `sha256:`과 16진수 64자로 적는다.',
      en: 'The digest of `{image}` is invalid: it is `sha256:` with 64 hexadecimal digits.',
    },
    invalid: {
      ko: '`{image}`{image|은} 이미지 이름이 될 수 없다.',
      en: '`{image}` is no image name.',
    },
  },
  concepts: ['dockerfile/FROM', 'concepts/image-tag', 'concepts/registry'],
  source: 'https://docs.docker.com/reference/cli/docker/image/tag/#description',
  also: [],
  fix: 'choice',
  examples: [
    { bad: 'FROM «Nginx»:1.29\n', good: 'FROM nginx:1.29\n' },
    {
      bad: 'FROM «https://ghcr.io/owner/app:1.2»\n',
      good: 'FROM ghcr.io/owner/app:1.2\n',
      message: 'scheme',
    },
    { bad: 'FROM nginx:«1.29:alpine»\n', good: 'FROM nginx:1.29-alpine\n', message: 'tag' },
    {
      bad: 'FROM nginx@«sha256:1234»\n',
      good: `FROM nginx@sha256:${'0123456789abcdef'.repeat(4)}\n`,
      message: 'digest',
    },
    {
      bad: 'FROM nginx:1.29\nCOPY --from=«my_-app» /a /b\n',
      good: 'FROM nginx:1.29\nCOPY --from=my-app /a /b\n',
      message: 'invalid',
    },
  ],
  allows: [
    'FROM localhost:5000/a/b_c:X-1\nFROM ghcr.io/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
    'FROM a:$TAG\nFROM scratch\n',
    'FROM a AS Build\nFROM b\nCOPY --from=Build c d\n',
  ],
  *check({ from, base, uses, states }) {
    // What a build argument gives, and what an unset variable leaves, is for another rule.
    const image = base.kind === 'image' && !base.overridable && !splitTag(from!) ? from?.image : undefined;
    if (image && base.kind === 'image' && base.reference.problem)
      if (states.get(from!)?.scope.expand(image).unset.length === 0) yield findingIn(image, base.reference);
    for (const { word, source } of uses)
      if (source.kind === 'image' && source.reference.problem) yield findingIn(word, source.reference);
  },
});

const MESSAGES: Readonly<Record<string, string>> = {
  'repository-uppercase': 'uppercase',
  'tag-invalid': 'tag',
  'digest-invalid': 'digest',
};

function findingIn({ span, raw }: Word, { text, problem, places }: ImageReference): Finding {
  const { code, start, end } = problem!;
  const scheme = /^https?:\/\//i.exec(text)?.[0];
  const message = scheme ? 'scheme' : (MESSAGES[code] ?? 'invalid');
  const values = { image: text };
  // What a variable expands to has no place of its own.
  if (raw !== text || span.end - span.start !== raw.length) return { span, message, values };
  if (scheme) return { span, message, values, fixes: [replace(span, text.slice(scheme.length))] };
  const at = { ...span, start: span.start + start, end: span.start + end };
  const { repository } = places;
  const lower = text.slice(repository.start, repository.end).toLowerCase();
  const fixes = code === 'repository-uppercase' ? [replace(at, lower)] : [];
  return { span: end > start ? at : span, message, values, fixes };
}

function replace(span: Finding['span'], better: string): Fix {
  return {
    title: { ko: '`{better}`{better|으로} 바꾸기', en: 'Change to `{better}`' },
    values: { better },
    kind: 'choice',
    edits: [{ span, text: better }],
  };
}
