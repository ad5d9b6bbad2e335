import { table } from './edges';

// What a mount is to each rule: space that is not in the layer, a file that is not in the image, a faulty flag.
// Source: https://docs.docker.com/reference/dockerfile/#run---mount

const run = (mount: string, script: string, before = '') =>
  `FROM debian:13.2-slim\n${before}RUN ${mount ? `--mount=${mount} ` : ''}${script}\n`;
const apt = 'apt-get update && apt-get install -y curl';

table('apt-lists-kept', [
  ['nothing mounted', run('', apt.replace('update', '«update»'))],
  ['a cache on the lists', run('type=cache,target=/var/lib/apt/lists', apt)],
  ['a cache above them', run('type=cache,target=/var/lib/apt', apt)],
  ['a tmpfs', run('type=tmpfs,target=/var/lib/apt/lists', apt)],
  ['target by its other names', run('type=cache,dst=/var/lib/apt/lists', apt)],
  ['a slash at the end', run('type=cache,destination=/var/lib/apt/lists/', apt)],
  ['quoted', run('"type=cache,target=/var/lib/apt/lists"', apt)],
  ['keys in any case and order', run('Target=/var/lib/apt/lists,TYPE=cache', apt)],
  ['two mounts', run('type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt/lists', apt)],
  ['a cache somewhere else', run('type=cache,target=/var/cache/apt', apt.replace('update', '«update»'))],
  ['a bind is written back nowhere', run('type=bind,target=/var/lib/apt/lists,rw', apt)],
  [
    'of another RUN',
    `${run('type=cache,target=/var/lib/apt/lists', 'true')}RUN ${apt.replace('update', '«update»')}\n`,
  ],
  ['in ONBUILD', run('type=cache,target=/var/lib/apt/lists', apt).replace('RUN', 'ONBUILD RUN')],
]);

table('package-cache-not-disabled', [
  ['nothing mounted', run('', 'pip «install» -r requirements.txt')],
  ['a cache', run('type=cache,target=/root/.cache/pip', 'pip install -r requirements.txt')],
  ['a cache above', run('type=cache,target=/root/.cache', 'pip install -r requirements.txt')],
  [
    'a cache of whoever runs it',
    run('type=cache,target=/home/me/.cache/pip', 'pip install -r requirements.txt'),
  ],
]);

table('apk-cache-kept', [
  ['nothing mounted', 'FROM alpine:3.22\nRUN apk «add» curl=8\n'],
  ['a cache', 'FROM alpine:3.22\nRUN --mount=type=cache,target=/var/cache/apk apk add curl=8\n'],
]);

table('rpm-cache-kept', [
  ['nothing mounted', 'FROM fedora:43\nRUN dnf «install» -y a\n'],
  ['a cache', 'FROM fedora:43\nRUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y a\n'],
]);

table('secret-on-command-line', [
  [
    'read from a secret',
    run('type=secret,id=token', 'curl -u "me:$(cat /run/secrets/token)" https://a.example'),
  ],
  [
    'in an environment variable',
    run('type=secret,id=token,env=TOKEN', 'curl -u "me:$TOKEN" https://a.example'),
  ],
]);

table('mount-option-unknown', [
  [
    'a typo, with the one that was meant',
    run('type=cache,«targt»=/a', 'true'),
    run('type=cache,target=/a', 'true'),
  ],
  ['several', run('type=cache,target=/a,«idd»=b,«shared»=c', 'true')],
  ['of the second mount', run('type=cache,target=/a --mount=type=tmpfs,target=/b,«sise»=1', 'true')],
]);

table('mount-option-misplaced', [
  ['of another type', run('type=cache,target=/a,«size»=1', 'true')],
  ['env where no secret is: the builder looks away', run('type=bind,target=/a,env=B', 'true')],
]);

table('invalid-mount-value', [
  ['a type there is none of', run('type=«cash»,target=/a', 'true')],
  ['sharing', run('type=cache,target=/a,sharing=«lock»', 'true')],
  ['a boolean', run('type=bind,target=/a,readonly=«maybe»', 'true')],
  ['a mode', run('type=cache,target=/a,mode=«rwx»', 'true')],
  ['a variable may be anything', run('type=cache,target=/a,sharing=$X', 'true', 'ARG X\n')],
]);

table('mount-without-target', [
  ['a tmpfs', run('«type=tmpfs»', 'true')],
  ['a cache', run('«type=cache»', 'true')],
  ['a secret has a usual one', run('type=secret,id=a', 'true')],
  ['an ssh socket too', run('type=ssh', 'true')],
]);

table('copy-from-self-or-later', [
  ['a mount from the stage itself', 'FROM a:1 AS build\nRUN --mount=from=«build»,target=/a true\n'],
  ['from a later one', 'FROM a:1\nRUN --mount=from=«late»,target=/a true\nFROM b:1 AS late\n'],
  ['from an earlier one', 'FROM a:1 AS early\nFROM b:1\nRUN --mount=from=early,target=/a true\n'],
]);

table('floating-tag', [
  ['an image that is mounted', 'FROM a:1\nRUN --mount=from=«node»,target=/a true\n'],
  ['with its tag', 'FROM a:1\nRUN --mount=from=node:24,target=/a true\n'],
]);

table('consecutive-run', [
  ['other mounts keep them apart', 'FROM a:1\nRUN --mount=type=cache,target=/a x\nRUN y\n'],
]);

table('host-command-in-run', [
  ['ssh that has a key', run('type=ssh', 'ssh git@a.example true')],
  ['ssh that has none', run('', '«ssh» git@a.example true')],
]);
