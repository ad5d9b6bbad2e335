import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flagNames, KEYWORDS } from '../server/src/dockerfile/facts/instructions';
import { MOUNT_OPTIONS, TYPES_OF } from '../server/src/dockerfile/facts/mounts';
import { PREDEFINED } from '../server/src/dockerfile/facts/predefined';
import { dockerfile } from '../server/src/dockerfile/language';
import { MOUNT_TYPES } from '../server/src/dockerfile/model';
import { hovers, notes, type Row } from './hovers';

const { silent, table } = hovers(dockerfile);

table('flags', [
  ['FROM --platform', 'FROM «--platform=linux/amd64» debian:13\n', 'FROM.--platform', /emulated/],
  [
    'RUN --mount',
    'FROM a\nRUN «--mount»=type=cache,target=/c x\n',
    'RUN.--mount',
    /cache at `\/c`; it is not/,
  ],
  ['RUN --network', 'FROM a\nRUN «--network=none» x\n', 'RUN.--network', /Dockerfile 1\.3/],
  ['RUN --security', 'FROM a\nRUN «--security=insecure» x\n', 'RUN.--security', /Dockerfile 1\.20/],
  ['RUN --device', 'FROM a\nRUN «--device=nvidia.com/gpu=all» x\n', 'RUN.--device', /1\.14-labs/],
  [
    'COPY --from a stage',
    'FROM a AS b\nFROM c\nCOPY «--from=b» /x /\n',
    'COPY.--from',
    /stage `b` \(line 1\)/,
  ],
  [
    'COPY --from a number',
    'FROM a AS b\nFROM c\nCOPY «--from=0» /x /\n',
    'COPY.--from',
    /stage `b` \(line 1\)/,
  ],
  ['COPY --from an image', 'FROM c\nCOPY «--from=a:1» /x /\n', 'COPY.--from', /`a`, tag `1`/],
  ['COPY --from itself', 'FROM c AS d\nCOPY «--from=d» /x /\n', 'COPY.--from'],
  ['COPY --chown', 'FROM a\nCOPY «--chown=app:app» . .\n', 'COPY.--chown', /even below a `USER`/],
  ['ADD --chown', 'FROM a\nADD «--chown=app:app» . .\n', 'ADD.--chown'],
  ['COPY --chmod', 'FROM a\nCOPY «--chmod=755» . .\n', 'COPY.--chmod', /Dockerfile 1\.2 /],
  ['ADD --chmod', 'FROM a\nADD «--chmod=755» . .\n', 'ADD.--chmod'],
  ['COPY --link', 'FROM a\nCOPY «--link» . .\n', 'COPY.--link', /Dockerfile 1\.4/],
  ['COPY --parents', 'FROM a\nCOPY «--parents» x/y z/\n', 'COPY.--parents', /Dockerfile 1\.20/],
  [
    'a flag the front end of the file does not know',
    '# syntax=docker/dockerfile:1.7\nFROM a\nCOPY «--parents» x/y z/\n',
    'COPY.--parents',
    /Needs Dockerfile 1\.20, but .* asks for 1\.7/,
  ],
  [
    'a front end that is not pinned knows it',
    '# syntax=docker/dockerfile:1\nFROM a\nCOPY «--parents» x/y z/\n',
    'COPY.--parents',
    /Dockerfile 1\.20 or newer/,
  ],
  [
    'a front end of somebody else says nothing',
    '# syntax=example/dockerfile:1.0\nFROM a\nCOPY «--parents» x/y z/\n',
    'COPY.--parents',
    /Dockerfile 1\.20 or newer/,
  ],
  [
    'labs only',
    '# syntax=docker/dockerfile:1\nFROM a\nRUN «--device=a» x\n',
    'RUN.--device',
    /Needs Dockerfile 1\.14-labs/,
  ],
  [
    'labs',
    '# syntax=docker/dockerfile:1-labs\nFROM a\nRUN «--device=a» x\n',
    'RUN.--device',
    /1\.14-labs or/,
  ],
  ['COPY --exclude', 'FROM a\nCOPY «--exclude=*.md» . .\n', 'COPY.--exclude', /Dockerfile 1\.19/],
  ['ADD --keep-git-dir', 'FROM a\nADD «--keep-git-dir» https://x/y.git /\n', 'ADD.--keep-git-dir'],
  [
    'ADD --checksum',
    'FROM a\nADD «--checksum=sha256:0» https://x/y /\n',
    'ADD.--checksum',
    /Dockerfile 1\.6/,
  ],
  ['ADD --unpack', 'FROM a\nADD «--unpack=false» x.tar /\n', 'ADD.--unpack', /Dockerfile 1\.17/],
  ['ADD --link', 'FROM a\nADD «--link» x /\n', 'ADD.--link'],
  ['ADD --exclude', 'FROM a\nADD «--exclude=x» . /\n', 'ADD.--exclude'],
  ['--interval', 'FROM a\nHEALTHCHECK «--interval=5s» CMD x\n', 'HEALTHCHECK.--interval', /`30s` by default/],
  ['--timeout', 'FROM a\nHEALTHCHECK «--timeout=5s» CMD x\n', 'HEALTHCHECK.--timeout'],
  ['--start-period', 'FROM a\nHEALTHCHECK «--start-period=5s» CMD x\n', 'HEALTHCHECK.--start-period'],
  [
    '--start-interval',
    'FROM a\nHEALTHCHECK «--start-interval=5s» CMD x\n',
    'HEALTHCHECK.--start-interval',
    /25\.0/,
  ],
  ['--retries', 'FROM a\nHEALTHCHECK «--retries=5» CMD x\n', 'HEALTHCHECK.--retries'],
  ['behind a continuation', 'FROM a\nCOPY \\\n  # why\n  «--link» \\\n  . .\n', 'COPY.--link'],
  ['in the trigger of an ONBUILD', 'FROM a\nONBUILD COPY «--link» . .\n', 'COPY.--link'],
]);

table('mounts', [
  [
    'bind',
    'FROM a\nRUN --mount=«type=bind»,target=/s,source=src x\n',
    'RUN.--mount.bind.type',
    /`src` of the build/,
  ],
  ['cache', 'FROM a\nRUN --mount=«type=cache»,target=/c x\n', 'RUN.--mount.cache.type', /outlives/],
  ['tmpfs', 'FROM a\nRUN --mount=«type=tmpfs»,target=/t x\n', 'RUN.--mount.tmpfs.type', /gone when/],
  [
    'secret',
    'FROM a\nRUN --mount=«type=secret»,id=k x\n',
    'RUN.--mount.secret.type',
    /file `\/run\/secrets\/k`/,
  ],
  [
    'secret by its file',
    'FROM a\nRUN --mount=«type=secret»,target=/k/t x\n',
    'RUN.--mount.secret.type',
    /secret `t` as the file `\/k\/t`/,
  ],
  [
    'secret in a variable',
    'FROM a\nRUN --mount=«type=secret»,id=k,env=K x\n',
    'RUN.--mount.secret.type',
    /variable `K`/,
  ],
  ['ssh', 'FROM a\nRUN --mount=«type=ssh» x\n', 'RUN.--mount.ssh.type', /--ssh default/],
  [
    'no type is bind',
    'FROM a\nRUN --mount=«target=/s» x\n',
    'RUN.--mount.bind.target',
    /`\.` of the build context at `\/s`/,
  ],
  ['an unknown type', 'FROM a\nRUN --mount=«type=chache»,target=/c x\n', 'RUN.--mount.?.type'],
  [
    'a stage',
    'FROM a AS b\nFROM c\nRUN --mount=«from=b»,target=/b x\n',
    'RUN.--mount.bind.from',
    /stage `b` \(line 1\)/,
  ],
  [
    'a stage, seen from its target',
    'FROM a AS b\nFROM c\nRUN --mount=from=b,«target=/b» x\n',
    'RUN.--mount.bind.target',
    /`\/` of `b`/,
  ],
  ['dst', 'FROM a\nRUN --mount=type=cache,«dst=/c» x\n', 'RUN.--mount.cache.target', /pip/],
  ['src', 'FROM a\nRUN --mount=«src=x»,target=/c x\n', 'RUN.--mount.bind.source'],
  ['rw', 'FROM a\nRUN --mount=target=/c,«rw» x\n', 'RUN.--mount.bind.readwrite', /dropped/],
  ['ro', 'FROM a\nRUN --mount=type=cache,target=/c,«ro» x\n', 'RUN.--mount.cache.readonly'],
  ['id', 'FROM a\nRUN --mount=type=cache,«id=apt»,target=/c x\n', 'RUN.--mount.cache.id'],
  [
    'sharing',
    'FROM a\nRUN --mount=type=cache,«sharing=locked»,target=/c x\n',
    'RUN.--mount.cache.sharing',
    /apt/,
  ],
  ['required', 'FROM a\nRUN --mount=type=secret,id=a,«required» x\n', 'RUN.--mount.secret.required'],
  ['size', 'FROM a\nRUN --mount=type=tmpfs,target=/t,«size=1g» x\n', 'RUN.--mount.tmpfs.size'],
  ['mode', 'FROM a\nRUN --mount=type=secret,id=a,«mode=0440» x\n', 'RUN.--mount.secret.mode', /0400/],
  ['uid', 'FROM a\nRUN --mount=type=cache,target=/c,«uid=1000» x\n', 'RUN.--mount.cache.uid'],
  ['gid', 'FROM a\nRUN --mount=type=cache,target=/c,«gid=1000» x\n', 'RUN.--mount.cache.gid'],
  ['env', 'FROM a\nRUN --mount=type=secret,id=a,«env=A» x\n', 'RUN.--mount.secret.env', /Dockerfile 1\.10/],
  [
    'a variable in it is expanded',
    'FROM a\nARG D=/c\nRUN --mount=«type=cache»,target=$D x\n',
    'RUN.--mount.cache.type',
    /at `\/c`/,
  ],
  [
    'the second of two, on its own line',
    'FROM a\nRUN --mount=type=ssh \\\n  --mount=«type=cache»,target=/c x\n',
    'RUN.--mount.cache.type',
  ],
]);

table('directives', [
  ['syntax', '«# syntax=docker/dockerfile:1»\nFROM a\n', '#.syntax', /newest 1\.x/],
  ['escape', '«# escape=`»\nFROM a\n', '#.escape', /Windows/],
  ['check', '«# check=skip=JSONArgsRecommended»\nFROM a\n', '#.check', /silent here/],
  [
    'check and an old front end',
    '# syntax=docker/dockerfile:1.4\n«# check=skip=all»\nFROM a\n',
    '#.check',
    /1\.8 does/,
  ],
  [
    'the last of three',
    '# syntax=docker/dockerfile:1\n# escape=\\\n«# check=error=true»\nFROM a\n',
    '#.check',
  ],
]);

table('variables', [
  [
    'an ARG with a default',
    'FROM a\nARG V=1.2\nLABEL v=«$V»\n',
    '$.ARG',
    /`1\.2`/,
    /`ARG` \(line 2\)/,
    /--build-arg V=…` changes/,
  ],
  ['in braces', 'FROM a\nARG V=1.2\nLABEL v=a«${V}»b\n', '$.ARG', /`1\.2`/],
  ['a global ARG in FROM', 'ARG V=13\nFROM debian:«$V»\n', '$.ARG', /`13`/, /line 1/],
  ['an ARG without a default', 'FROM a\nARG V\nLABEL v=«$V»\n', '$.ARG', /without a default \(line 2\)/],
  ['an ARG that takes the global default', 'ARG V=13\nFROM a\nARG V\nLABEL v=«$V»\n', '$.ARG', /`13`/],
  ['ENV', 'FROM a\nENV D=/srv\nWORKDIR «$D»\n', '$.ENV', /`\/srv`/, /`ENV` \(line 2\)/],
  [
    'an ENV made of an ARG',
    'FROM a\nARG V=1\nENV D=/srv/$V\nWORKDIR «$D»\n',
    '$.ENV',
    /`\/srv\/1`/,
    /may change it/,
  ],
  ['inherited from a stage', 'FROM a AS b\nENV D=/srv\nFROM b\nWORKDIR «$D»\n', '$.ENV', /line 2/],
  [
    'a default that is used',
    'FROM scratch\nUSER «${U:-app}»\n',
    '$.unknown',
    /comes to `app`/,
    /Nothing here sets it/,
  ],
  ['a default that is not', 'FROM a\nENV U=me\nUSER «${U:-app}»\n', '$.ENV', /comes to `me`/],
  ['what the base image may set', 'FROM a\nUSER «$U»\n', '$.unknown', /unless the base image does/],
  ['an empty value', 'FROM a\nENV U=\nUSER «$U»\n', '$.ENV', /is empty/],
  ['the name in ARG', 'FROM a\nARG «V»=1.2\n', '$.ARG', /`1\.2`/, /changes it/],
  ['the name in ARG without a default', 'FROM a\nARG «V»\n', '$.ARG', /No default/],
  ['the second name of an ARG', 'FROM a\nARG A=1 «B»=$A\n', '$.ARG', /`1`/],
  ['a name of the same ARG', 'FROM a\nARG A=1 B=«$A»\n', '$.ARG', /`1`/],
  ['the name in ENV', 'FROM a\nENV «A»=1 B=2\n', '$.ENV', /`1`/],
  ['the name in the old ENV', 'FROM a\nENV «A» 1 2\n', '$.ENV', /`1 2`/],
  ['in a heredoc of COPY', 'FROM a\nENV A=1\nCOPY <<E /a\nx «$A»\nE\n', '$.ENV', /`1`/],
  ['in a mount', 'FROM a\nARG A=1\nRUN --mount=type=cache,id=«$A»,target=/c x\n', '$.ARG', /`1`/],
  ['in a RUN', 'FROM a\nARG A=1\nRUN x --v="«$A»"\n', '$.ARG', /`1`/, /line 2/],
  ['in a RUN over lines', 'FROM a\nENV A=1\nRUN x \\\n  # why\n  && y «${A}»\n', '$.ENV', /`1`/],
  ['in a heredoc of RUN', 'FROM a\nENV A=1\nRUN <<E\necho «$A»\nE\n', '$.ENV', /`1`/],
  ['that a shell sets itself', 'FROM a\nARG A=1\nRUN A=2; echo «$A»\n', '$.shell', /another shell/],
  ['that a loop sets', 'FROM a\nARG f=1\nRUN for f in *; do echo «$f»; done\n', '$.shell'],
  ['that nobody sets', 'FROM a\nRUN echo «$HOME»\n', '$.shell'],
  ['a secret', 'FROM a\nRUN --mount=type=secret,id=k,env=K echo «$K»\n', '$.shell', /RUN alone .*line 2/],
  ['an ENV in CMD, set below it', 'FROM a\nCMD x «$A»\nENV A=1\n', '$.ENV', /`1`/],
  ['an ARG in CMD', 'FROM a\nARG A=1\nCMD x «$A»\n', '$.ARG', /gone when the container runs/],
  ['in a HEALTHCHECK', 'FROM a\nENV A=1\nHEALTHCHECK CMD x «$A»\n', '$.ENV', /`1`/],
  ['in an ONBUILD nothing is known', 'FROM a\nARG A=1\nONBUILD USER «$A»\n', '$.unknown'],
  ['a platform in FROM', 'FROM --platform=«$BUILDPLATFORM» a\n', '$.BUILDPLATFORM', /without emulation/],
  ['a platform in a stage', 'FROM a\nARG «TARGETARCH»\n', '$.TARGETARCH', /arm64/],
  ['a platform in a RUN', 'FROM a\nARG TARGETARCH\nRUN x «$TARGETARCH»\n', '$.TARGETARCH'],
  ['a proxy', 'FROM a\nENV «https_proxy»=http://p\n', '$.https_proxy', /containers use the proxy too/],
  ['a build argument', 'FROM a\nARG «SOURCE_DATE_EPOCH»\n', '$.SOURCE_DATE_EPOCH', /reproducible|same image/],
  ['a value with back quotes', 'FROM a\nENV A=`x`\nUSER «$A»\n', '$.ENV', /`'x'`/],
]);

table('instructions', [
  ...KEYWORDS.filter((keyword) => keyword !== 'FROM').map(
    (keyword): Row => [keyword, `FROM a\n«${keyword}» x\n`, keyword],
  ),
  ['FROM', '«FROM» a\n', 'FROM', /Base image `a`/],
  ['its image', 'FROM «ghcr.io/owner/some-long-name:13»\n', 'FROM', /tag `13`/],
]);

silent('nothing is said', [
  ['of an unknown flag', 'FROM a\nCOPY «--form=b» . .\n'],
  ['of an unknown key of a mount', 'FROM a\nRUN --mount=type=cache,«traget=/c» x\n'],
  ['of a comment', '# syntax=docker/dockerfile:1\n\n«# text»\nFROM a\n'],
  ['of a directive out of place', 'FROM a\n«# escape=`»\nRUN x\n'],
  ['of an escaped dollar', 'FROM a\nLABEL v=«\\$V»\n'],
  ['of quotes a shell leaves alone', "FROM a\nENV A=1\nRUN echo '«$A»'\n"],
  ['of the exec form', 'FROM a\nENV A=1\nCMD ["x", "«$A»"]\n'],
  ['of PowerShell', 'FROM a\nENV A=1\nSHELL ["pwsh", "-c"]\nRUN echo «$A»\n'],
  ['of plain words', 'FROM a\nRUN x «apt-get» update\n'],
  ['of a command nobody knows', 'FROM a\nRUN «frobnicate» update\n'],
]);

describe('everything that has a name has a hover', () => {
  const places = [
    ...KEYWORDS.map((keyword) => [keyword]),
    ...KEYWORDS.flatMap((keyword) => flagNames(keyword).map((flag) => [keyword, `--${flag}`])),
    ...MOUNT_TYPES.flatMap((type) =>
      MOUNT_OPTIONS.filter((key) => (TYPES_OF[key] ?? MOUNT_TYPES).includes(type)).map((key) => [
        'RUN',
        '--mount',
        type,
        key,
      ]),
    ),
    ...['syntax', 'escape', 'check'].map((name) => ['#', name]),
    ...['ARG', 'ENV', 'unknown', 'shell', ...PREDEFINED].map((name) => ['$', name]),
  ];
  for (const place of places)
    it(place.join('.'), () => {
      const note = notes.at('dockerfile', place);
      assert.ok(note);
      assert.match(note.body.ko.answer, /[가-힣]/);
      assert.doesNotMatch(note.body.en.answer, /[가-힣]/);
    });
  it('and every place of a brief note is one of these', () => {
    const known = new Set(places.map((place) => `dockerfile:${place.join('.')}`));
    for (const type of MOUNT_TYPES) known.add(`dockerfile:RUN.--mount.${type}`);
    const lost = notes.all
      .filter(({ brief, id }) => brief && id.startsWith('dockerfile/'))
      .flatMap(({ at }) => at)
      .filter((place) => !known.has(place) && !place.includes('*'));
    assert.deepEqual(lost, []);
  });
});
