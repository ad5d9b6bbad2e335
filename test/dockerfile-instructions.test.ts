import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { suspicionOf } from '../server/src/dockerfile/facts/secret-files';
import { excludedBy, readIgnoreFile } from '../server/src/dockerfile/ignore-file';
import { dockerfile } from '../server/src/dockerfile/language';
import { type Row, table } from './edges';
import { allRules, Bench } from './samples';

// COPY, ADD, USER, EXPOSE, ENV and .dockerignore.

table('add-for-local-files', [
  ['lower case stays', 'from a\n«add» b /c\n', 'from a\ncopy b /c\n'],
  ['mixed case', 'FROM a\n«Add» b /c\n', 'FROM a\nCopy b /c\n'],
  [
    'continued, with a comment',
    'FROM a\n«ADD» b \\\n  # why\n  c \\\n  /d/\n',
    'FROM a\nCOPY b \\\n  # why\n  c \\\n  /d/\n',
  ],
  ['JSON form', 'FROM a\n«ADD» ["b c", "/d"]\n', 'FROM a\nCOPY ["b c", "/d"]\n'],
  ['CRLF', 'FROM a\r\n«ADD» b /c\r\n', 'FROM a\r\nCOPY b /c\r\n'],
  ['backtick', '# escape=`\nFROM a\n«ADD» b `\n  /c\n', '# escape=`\nFROM a\nCOPY b `\n  /c\n'],
  ['a heredoc', 'FROM a\n«ADD» <<EOF /b\nc\nEOF\n', 'FROM a\nCOPY <<EOF /b\nc\nEOF\n'],
  ['a trigger', 'FROM a\nONBUILD «ADD» . /b\n', 'FROM a\nONBUILD COPY . /b\n'],
  [
    'flags that COPY has',
    'FROM a\n«ADD» --chown=1 --chmod=644 --link --exclude=*.md b /c\n',
    'FROM a\nCOPY --chown=1 --chmod=644 --link --exclude=*.md b /c\n',
  ],
  ['a flag that COPY has not', 'FROM a\n«ADD» --keep-git-dir b /c\n', 'FROM a\nADD --keep-git-dir b /c\n'],
  ['zip and jar are never unpacked', 'FROM a\n«ADD» b.zip /c\n«ADD» b.jar /c\n'],
  ['a variable with the name of a plain file', 'FROM a\nARG V\n«ADD» app-$V.jar /c\n'],
  ['a variable that is known', 'FROM a\nENV F=b.txt\n«ADD» $F /c\n', 'FROM a\nENV F=b.txt\nCOPY $F /c\n'],
  ['one that is an archive', 'FROM a\nENV F=b.tgz\nADD $F /c\n'],
  ['one that may be a URL', 'FROM a\nARG U\nADD $U/b.jar /c\nADD ${U} /c\nADD "$U" /c\n'],
  ['one in an archive', 'FROM a\nARG V\nADD app-${V}.tar.gz /c\nADD https://x/$V /c\n'],
  [
    'every archive ADD unpacks',
    'FROM a\nADD b.tar /c\nADD b.TGZ /c\nADD b.tbz2 /c\nADD b.tb2 /c\nADD b.gem /c\nADD b.txz /c\nADD b.tar.zst /c\nADD b.tar.* /c\nADD *.tar.gz /c\n',
  ],
  ['an archive among others', 'FROM a\nADD b.txt c.tar.gz /d/\n'],
  [
    'git',
    'FROM a\nADD git://x/y /z\nADD ssh://git@x/y.git /z\nADD user@x:y.git#v1:d /z\nADD http://x/y.git /z\n',
  ],
  ['quoted URL', 'FROM a\nADD "https://x/y" /z\n'],
  ['not finished', 'FROM a\nADD b\n'],
  ['an array that is no JSON', "FROM a\nADD ['b', '/c']\nADD [ 'b', '/c' ]\nADD [\"b\", \"/c\",]\n"],
  ['a pattern that begins so', 'FROM a\n«ADD» [ab].txt /c/\n'],
]);

table('copy-many-to-file', [
  ['the value of a flag among them', 'FROM a\nCOPY --from b /c /d\nADD --chown b c /d\n'],
  ['a flag that needs none', 'FROM a\nCOPY --link b c «/d»\n', 'FROM a\nCOPY --link b c /d/\n'],
  ['a flag whose value may be a word', 'FROM a\nCOPY --from b /c /d\n'],
  ['JSON form', 'FROM a\nCOPY ["b", "c", «"/d"»]\n', 'FROM a\nCOPY ["b", "c", "/d/"]\n'],
  ['quoted', 'FROM a\nCOPY b c «"/d"»\n', 'FROM a\nCOPY b c "/d/"\n'],
  ['continued', 'FROM a\nCOPY b \\\n  # c\n  c \\\n  «/d»\n', 'FROM a\nCOPY b \\\n  # c\n  c \\\n  /d/\n'],
  ['CRLF', 'FROM a\r\nCOPY b c «/d»\r\n', 'FROM a\r\nCOPY b c /d/\r\n'],
  ['ADD', 'FROM a\nADD b c «/d»\n', 'FROM a\nADD b c /d/\n'],
  [
    'from a stage',
    'FROM a AS x\nFROM a\nCOPY --from=x /b /c «/d»\n',
    'FROM a AS x\nFROM a\nCOPY --from=x /b /c /d/\n',
  ],
  ['heredocs', 'FROM a\nCOPY <<B <<C «/d»\nB\nC\n', 'FROM a\nCOPY <<B <<C /d/\nB\nC\n'],
  ['a heredoc and a file', 'FROM a\nCOPY <<B c «/d»\nB\n', 'FROM a\nCOPY <<B c /d/\nB\n'],
  ['a trigger', 'FROM a\nONBUILD COPY b c «/d»\n', 'FROM a\nONBUILD COPY b c /d/\n'],
  ['a variable that is known', 'FROM a\nENV D=/d\nCOPY b c «$D»\n', 'FROM a\nENV D=/d\nCOPY b c $D/\n'],
  ['one that is not', 'FROM a\nCOPY b c $D\n'],
  ['one before a name', 'FROM a\nCOPY b c «$D/e»\n', 'FROM a\nCOPY b c $D/e/\n'],
  ['one before a slash', 'FROM a\nCOPY b c $D/\nCOPY b c $D/.\n'],
  ['one that ends in a slash', 'FROM a\nENV D=/d/\nCOPY b c $D\n'],
  ['directories of which the contents are copied (info)', 'FROM a\nCOPY b/ c/ «/d»\n'],
  ['the WORKDIR (info)', 'FROM a\nWORKDIR /d\nCOPY b c «../d»\n'],
  ['Windows', '# escape=`\nFROM a\nCOPY b c C:\\d\\\n'],
  ['a destination that is a heredoc', 'FROM a\nCOPY b c <<D\nD\n'],
  ['one pattern', 'FROM a\nCOPY *.js /d\n'],
  ['an array that is no JSON', "FROM a\nCOPY ['b', 'c', '/d']\n"],
]);

table('copy-to-relative-path', [
  ['each of them', 'FROM a\nCOPY b «c»\nCOPY d «./»\n'],
  ['ADD', 'FROM a\nADD b «c»\n'],
  ['JSON form', 'FROM a\nCOPY ["b", «"c"»]\n'],
  ['a heredoc', 'FROM a\nCOPY <<E «b»\nE\n'],
  ['scratch (hint)', 'FROM scratch\nCOPY b «c»\n'],
  ['a stage on scratch (hint)', 'FROM scratch AS x\nFROM x\nCOPY b «.»\n'],
  ['the tilde is a name', 'FROM a\nCOPY b «~/c»\n'],
  ['a WORKDIR of the stage below', 'FROM a AS x\nWORKDIR /w\nFROM x AS y\nFROM y\nCOPY b c\n'],
  ['a WORKDIR of another stage', 'FROM a AS x\nWORKDIR /w\nFROM a\nCOPY b «c»\n'],
  ['a WORKDIR behind it', 'FROM a\nCOPY b «c»\nWORKDIR /w\n'],
  ['a relative WORKDIR is its own mistake', 'FROM a\nWORKDIR w\nCOPY b c\n'],
  ['a WORKDIR in a trigger', 'FROM a\nONBUILD WORKDIR /w\nCOPY b «c»\n'],
  ['a trigger', 'FROM a\nONBUILD COPY b c\n'],
  ['Windows', '# escape=`\nFROM a\nCOPY b C:\\c\nCOPY b \\c\nCOPY b c:/d\n'],
  ['a variable that is relative', 'FROM a\nENV D=d\nCOPY b «$D»\n'],
  ['one that is absolute', 'FROM a\nENV D=/d\nCOPY b $D\nCOPY b ${D}/e\n'],
  ['a fragment (hint)', 'COPY b «c»\nWORKDIR /w\nCOPY b c\n'],
  ['quotes', 'FROM a\nCOPY b "/c"\nCOPY b «"c"»\nCOPY b "/c d"\n'],
]);

table('copy-whole-filesystem', [
  ['JSON form', 'FROM debian AS x\nFROM debian\nCOPY --from=x [«"/"», "/"]\n'],
  ['other spellings', 'FROM debian AS x\nFROM debian\nCOPY --from=x «/.» /./\nCOPY --from=x «.» //\n'],
  ['the WORKDIR is /', 'FROM debian AS x\nFROM debian\nWORKDIR /\nCOPY --from=x «/» .\n'],
  ['an image of Docker', 'FROM debian\nCOPY --from=golang:1 «/» /\n'],
  ['somebody else’s image may be made for it (info)', 'FROM debian\nCOPY --from=own/files «/» /\n'],
  ['the same as a stage (info)', 'FROM own/files AS x\nFROM debian\nCOPY --from=x «/» /\n'],
  ['a stage of its own', 'FROM own/files AS x\nRUN make\nFROM debian\nCOPY --from=x «/» /\n'],
  ['a stage by number', 'FROM debian\nRUN make\nFROM debian\nCOPY --from=0 «/» /\n'],
  ['to a folder', 'FROM debian AS x\nFROM debian\nCOPY --from=x / /x\n'],
  ['to an unknown WORKDIR', 'FROM debian AS x\nFROM debian\nCOPY --from=x / .\n'],
  ['a part', 'FROM debian AS x\nFROM debian\nCOPY --from=x /* /\nCOPY --from=x /out/ /\n'],
  ['the build context', 'FROM debian\nCOPY / /\n'],
  [
    'stages on nothing',
    'FROM scratch AS y\nCOPY a /\nFROM y AS x\nFROM debian\nCOPY --from=x / /\nCOPY --from=y / /\n',
  ],
  ['onto nothing', 'FROM debian AS x\nFROM scratch AS y\nCOPY --from=x / /\n'],
]);

table('last-user-root', [
  ['by number and group', 'FROM a\nUSER «0:0»\n'],
  ['zeros', 'FROM a\nUSER «00»\n'],
  ['with a group', 'FROM a\nUSER «root:app»\n'],
  ['in quotes', 'FROM a\nUSER «"root"»\n'],
  ['the last one counts', 'FROM a\nUSER 1\nUSER «root»\n'],
  ['and not the first', 'FROM a\nUSER root\nUSER 1\n'],
  ['a stage below', 'FROM a AS x\nUSER «root»\nFROM x\nRUN b\n'],
  ['a stage below is overruled', 'FROM a AS x\nUSER root\nFROM x\nUSER 1\n'],
  ['another stage', 'FROM a AS x\nUSER root\nFROM b\nUSER 1\n'],
  ['ENV', 'FROM a\nENV U=root\nUSER «$U»\n'],
  ['an ARG may be another', 'FROM a\nARG U=root\nUSER $U\n'],
  ['unknown', 'FROM a\nUSER $U\n'],
  ['a trigger', 'FROM a\nONBUILD USER root\n'],
  ['a fragment', 'USER root\n'],
  ['case matters', 'FROM a\nUSER ROOT\n'],
  ['an entrypoint script (info)', 'FROM a\nUSER «root»\nENTRYPOINT ["tini", "--", "/start.sh"]\n'],
  ['gosu in a script', 'FROM a\nCOPY <<E /e.sh\nexec gosu app "$@"\nE\nUSER root\nENTRYPOINT ["/e.sh"]\n'],
  ['su-exec in the entrypoint', 'FROM a\nUSER root\nENTRYPOINT ["su-exec", "app", "b"]\n'],
  ['setpriv', 'FROM a\nUSER root\nCMD exec setpriv --reuid=1 b\n'],
  ['the way of the official images', 'FROM a\nCOPY docker-entrypoint.sh /\nUSER root\n'],
  ['a name that only begins so', 'FROM a\nRUN apt-get install -y gosuper\nUSER «root»\n'],
]);

table('user-by-name', [
  ['of a variable that is empty', 'FROM scratch\nUSER $U:$G\n'],
  ['what cannot be read', 'FROM a\nUSER b${\n'],
  ['with a numbered group', 'FROM a\nUSER «app:1000»\n'],
  ['in quotes', 'FROM a\nUSER «"app"»\nCMD b\n'],
  ['from ENV', 'FROM a\nENV U=app\nUSER «$U»\n'],
  ['the last one only', 'FROM a\nUSER b\nUSER «c»\n'],
  ['a stage below', 'FROM a AS x\nUSER «b»\nFROM x\n'],
  ['a fragment', 'USER «app»\n'],
  ['a number in quotes', 'FROM a\nUSER "1000"\n'],
  ['a default', 'FROM a\nENV V=x\nUSER ${U:-1000}\n'],
  ['a number from ENV', 'FROM a\nENV U=1000\nUSER $U\n'],
  ['an ARG behind an ENV', 'FROM a\nARG U=app\nENV V=$U\nUSER $V\n'],
  ['other stages', 'FROM a\nUSER b\nFROM a\n'],
  ['Windows', '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nUSER ContainerUser\n'],
  ['a trigger', 'FROM a\nONBUILD USER app\n'],
]);

table('missing-user', [
  ['ENTRYPOINT before CMD', 'FROM a\nCMD b\n«ENTRYPOINT» ["c"]\n'],
  ['the last CMD', 'FROM a\nCMD b\n«CMD» c\n'],
  ['in the stage below', 'FROM a AS x\n«CMD» b\nFROM x\nRUN c\n'],
  ['a USER in another stage', 'FROM a AS x\nUSER 1\nFROM b\n«CMD» c\n'],
  ['a USER of which the name is not known', 'FROM a\nARG U\nUSER $U\nCMD b\n'],
  ['lower case', 'from a\n«cmd» b\n'],
  ['distroless as root', 'FROM gcr.io/distroless/static\n«CMD» ["/b"]\n'],
  ['distroless without', 'FROM gcr.io/distroless/static:debug-nonroot\nCMD ["/b"]\n'],
  ['chainguard', 'FROM cgr.dev/chainguard/node\nCMD ["b"]\n'],
  ['unprivileged nginx', 'FROM nginxinc/nginx-unprivileged:1\nCMD ["nginx"]\n'],
  ['nginx changes its user by itself', 'FROM nginx:1.29\nCMD ["nginx"]\n'],
  ['ubi', 'FROM registry.access.redhat.com/ubi9/nodejs-22\nCMD ["b"]\n'],
  ['chiselled .NET', 'FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nCMD ["b"]\n'],
  ['s6', 'FROM a\nADD https://x/s6-overlay-noarch.tar.xz /\nENTRYPOINT ["/init"]\n'],
  ['an unknown base', 'ARG B\nFROM $B\nCMD b\n'],
  ['a shell', 'FROM a\nCMD ["/bin/bash"]\n'],
  ['a prompt behind an entrypoint', 'FROM a\nENTRYPOINT ["/e.sh"]\nCMD ["php", "-a"]\n'],
  ['a script is a program', 'FROM a\n«CMD» ["bash", "run.sh"]\n'],
  ['servers that change their user', 'FROM a\nCMD exec /usr/sbin/apache2ctl -D FOREGROUND\n'],
  ['one of several', 'FROM a\n«CMD» php-fpm -D && b\n'],
  ['a fragment', 'CMD b\n'],
]);
table('missing-user', [['a dev container', 'FROM a\nCMD b\n']], { file: '.devcontainer/Dockerfile' });

table('variable-set-in-same-env', [
  ['braces and a default', 'FROM a\nENV A=1 B=«${A:-2}»\n', 'FROM a\nENV A=1\nENV B=${A:-2}\n'],
  ['before it is set', 'FROM a\nENV B=«$A» A=1\n', 'FROM a\nENV B=$A A=1\n'],
  ['a chain', 'FROM a\nENV A=1 B=«$A» C=«$B»\n', 'FROM a\nENV A=1\nENV B=$A\nENV C=$B\n'],
  ['in quotes', 'FROM a\nENV A=1 B="x «$A»"\n', 'FROM a\nENV A=1\nENV B="x $A"\n'],
  ['lower case', 'from a\nenv A=1 B=«$A»\n', 'from a\nenv A=1\nenv B=$A\n'],
  [
    'continued with a comment',
    'FROM a\nENV A=1 \\\n  # b\n  B=«$A»\n',
    'FROM a\nENV A=1 \\\n  # b\n  B=$A\n',
  ],
  ['CRLF', 'FROM a\r\nENV A=1 \\\r\n  B=«$A»\r\n', 'FROM a\r\nENV A=1\r\nENV B=$A\r\n'],
  ['backtick', '# escape=`\nFROM a\nENV A=1 `\n  B=«$A»\n', '# escape=`\nFROM a\nENV A=1\nENV B=$A\n'],
  ['twice the same name', 'FROM a\nENV A=1 A=«${A}»2\n'],
  ['an ARG gives the old value (info)', 'FROM a\nARG A=0\nENV A=1 B=«$A»\n'],
  ['PATH has an old value (info)', 'FROM a\nENV PATH=/b:$PATH C=«$PATH»\n'],
  ['the old value, written before the new one', 'FROM a\nENV A=1\nENV B=$A A=2\n'],
  ['nothing changes', 'FROM a\nENV A=1\nENV A=1 B=$A\n'],
  ['taken over from an ARG', 'FROM a\nARG A\nENV A=${A} B=$A\n'],
  ['adding to itself', 'FROM a\nENV A=1:$A B=2\n'],
  ['a longer name', 'FROM a\nENV A=1 B=$AB\n'],
  ['escaped, single quotes', "FROM a\nENV A=1 B=\\$A C='$A'\n"],
  ['legacy form', 'FROM a\nENV A 1 $A\n'],
  ['a trigger', 'FROM a\nONBUILD ENV A=1 B=$A\n'],
]);

table('undefined-variable', [
  ['what the same ENV sets is told once', 'FROM scratch\nENV A=1 B=$A\n'],
  ['what stops the build is told once', 'FROM scratch\nCOPY <<E /b\n«$A»${B/c}\nE\nWORKDIR ${D:?}\n'],
  ['adding to itself stays', 'FROM a\nENV A=1:«$A» B=2\n'],
]);

table('copy-then-unpack', [
  ['bundled letters', 'FROM a\nCOPY «b.tgz» /t/\nRUN tar xzf /t/b.tgz -C /s\n'],
  ['a long option', 'FROM a\nCOPY «b.tar» /t/\nRUN tar --extract --file=/t/b.tar\n'],
  ['behind cd', 'FROM a\nCOPY «b.tgz» /t/\nRUN cd /t && tar -xf b.tgz && rm b.tgz\n'],
  ['without a WORKDIR', 'FROM a\nCOPY «b.tgz» b.tgz\nRUN tar -xf b.tgz\n'],
  ['a WORKDIR between', 'FROM a\nCOPY b.tgz .\nWORKDIR /w\nRUN tar -xf b.tgz\n'],
  ['a WORKDIR nobody knows', 'FROM a\nWORKDIR $W\nCOPY b.tgz .\nRUN tar -xf b.tgz\n'],
  ['in the WORKDIR', 'FROM a\nWORKDIR /w\nCOPY «b.tgz» .\nRUN tar -xf b.tgz\n'],
  ['renamed', 'FROM a\nCOPY «b.tgz» /t/c\nRUN tar -xf /t/c\n'],
  ['a variable', 'FROM a\nARG V\nCOPY «b-${V}.tgz» /t/\nRUN tar -xf /t/b-${V}.tgz\n'],
  ['a known variable', 'FROM a\nENV V=1\nCOPY «b-$V.tgz» /t/\nRUN tar -xf /t/b-1.tgz\n'],
  ['a pattern', 'FROM a\nCOPY «*.tgz» /t/\nRUN tar -xf /t/*.tgz\n'],
  ['in the stage above', 'FROM a AS x\nCOPY «b.tgz» /t/\nFROM x\nRUN tar -xf /t/b.tgz\n'],
  ['sudo, sh -c, JSON', 'FROM a\nCOPY «b.tgz» /t/\nRUN ["sh", "-c", "sudo tar -xf /t/b.tgz"]\n'],
  ['a heredoc', 'FROM a\nCOPY «b.tgz» /t/\nRUN <<E\ntar -xf /t/b.tgz\nE\n'],
  ['one of two', 'FROM a\nCOPY c.txt «b.tgz» /t/\nRUN tar -xf /t/b.tgz\n'],
  ['other stages', 'FROM a\nCOPY b.tgz /t/\nFROM a\nRUN tar -xf /t/b.tgz\n'],
  ['before it', 'FROM a\nRUN tar -xf /t/b.tgz\nCOPY b.tgz /t/\n'],
  ['another folder', 'FROM a\nCOPY b.tgz /t/\nRUN tar -xf /u/b.tgz\n'],
  ['listing and packing', 'FROM a\nCOPY b.tgz /t/\nRUN tar -tf /t/b.tgz\nRUN tar -czf /t/b.tgz .\n'],
  ['members only', 'FROM a\nCOPY b.tgz /t/\nRUN tar -xf /t/b.tgz bin\nRUN tar -xf /t/b.tgz --exclude=doc\n'],
  ['gunzip before tar', 'FROM a\nCOPY «b.tar.gz» /t/\nRUN cd /t && gunzip b.tar.gz && tar -xf b.tar\n'],
  ['gunzip of one file', 'FROM a\nCOPY b.gz /t/\nRUN gunzip /t/b.gz\n'],
  ['a fetched file', 'FROM a\nADD https://x/b.tgz /t/\nRUN tar -xf /t/b.tgz\n'],
  ['from a stage', 'FROM a AS x\nFROM a\nCOPY --from=x /b.tgz /t/\nRUN tar -xf /t/b.tgz\n'],
]);

table('add-without-checksum', [
  ['http', 'FROM a\nADD «http://x/b» /c\n'],
  ['a variable in it', 'FROM a\nARG V=1\nADD «https://x/b-$V.tgz» /c/\n'],
  ['a variable that holds one', 'FROM a\nENV U=https://x/b\nADD «$U» /c\n'],
  ['JSON form', 'FROM a\nADD [«"https://x/b"», "/c"]\n'],
  ['each one', 'FROM a\nADD «https://x/b» d «https://x/c» /e/\n'],
  ['a trigger', 'FROM a\nONBUILD ADD «https://x/b» /c\n'],
  ['--unpack alone verifies nothing', 'FROM a\nADD --unpack=true «https://x/b.tgz» /c/\n'],
  [
    'git by its name',
    'FROM a\nADD https://x/b.git /c\nADD https://x/b.git#v1:d /c\nADD https://x/b.git?ref=v1 /c\n',
  ],
  ['COPY is another mistake', 'FROM a\nCOPY https://x/b /c\n'],
]);

table('secret-copied', [
  ['below a folder', 'FROM a\nCOPY «./conf/.env» /b/\n'],
  ['ADD and JSON form', 'FROM a\nADD [«"id_ed25519"», "/b/"]\n'],
  ['a variable', 'FROM a\nENV F=.env\nCOPY «$F» /b\n'],
  ['from a stage', 'FROM a AS x\nFROM a\nCOPY --from=x «/root/.netrc» /root/\n'],
  ['not in the final image (info)', 'FROM a AS x\nCOPY «.env» /b/\nFROM a\n'],
  ['a stage the final one is built on (warning)', 'FROM a AS x\nCOPY «.env» /b/\nFROM x\n'],
  ['often without a secret (hint)', 'FROM a\nCOPY package.json «.npmrc» /b/\n'],
  ['a trigger', 'FROM a\nONBUILD COPY «.env» /b/\n'],
  ['folders', 'FROM a\nCOPY «.ssh» /root/.ssh/\nCOPY «.aws/» /root/.aws/\n'],
  ['a name in the destination only', 'FROM a\nCOPY env.example /b/.env\n'],
  ['a heredoc', 'FROM a\nCOPY <<.env /b/\nA=1\n.env\n'],
  ['a URL', 'FROM a\nADD https://x/server.key /b/\n'],
]);

describe('names of secret files', () => {
  const secret =
    '.env conf/.env id_rsa .ssh/id_ed25519 server.key tls.key privkey.pem key.pem server-key.pem private_key.pem a.p12 a.pfx .netrc .git-credentials .pgpass .aws/credentials .docker/config.json .kube/config kubeconfig service-account.json gcp-service-account-key.json credentials.json master.key .dockercfg';
  const maybe = '.env.production .env.local .env* .npmrc .pypirc .htpasswd';
  const none =
    '.env.example .env.sample .env.template .env.test env.js .envrc id_rsa.pub known_hosts ca.pem cert.pem fullchain.pem public.pem public.key docker.gpg.key nodesource.key apt.key keyboard.key.ts config.json docker/config.json src/credentials.ts credentials tokens.css secrets.go .npmignore yarn.lock';
  for (const [names, suspicion] of [
    [secret, 'secret'],
    [maybe, 'maybe'],
    [none, undefined],
  ] as const)
    for (const name of names.split(' ')) it(name, () => assert.equal(suspicionOf(name), suspicion));
});

const exposing = (program: string, exposed = '«80»') => `FROM a\nEXPOSE ${exposed}\n${program}\n`;
table('expose-contradiction', [
  ['--port', exposing('CMD ["b", "--port", "8080"]'), exposing('CMD ["b", "--port", "8080"]', '8080')],
  ['--port=', exposing('ENTRYPOINT ["b", "--port=8080"]')],
  ['shell form', exposing('CMD exec b --port 8080')],
  ['sh -c', exposing('CMD ["sh", "-c", "b --port 8080"]')],
  ['a default', exposing('CMD b --port ${PORT:-8080}')],
  [
    'ENV PORT',
    'FROM a\nENV PORT=3000\nEXPOSE «80/tcp»\nCMD b\n',
    'FROM a\nENV PORT=3000\nEXPOSE 3000/tcp\nCMD b\n',
  ],
  ['ENV legacy form', 'FROM a\nENV PORT 3000\nEXPOSE «80»\n'],
  ['a stage below', 'FROM a AS x\nEXPOSE «80»\nFROM x\nCMD ["b", "--port", "8080"]\n'],
  ['ASP.NET', 'FROM a\nENV ASPNETCORE_URLS=http://+:5000\nEXPOSE «80»\n'],
  ['gunicorn', exposing('CMD ["gunicorn", "-b", ":8000", "b"]')],
  ['gunicorn --bind', exposing('CMD gunicorn --bind=0.0.0.0:8000 b')],
  ['flask -p', exposing('CMD ["flask", "run", "-p", "5000"]')],
  ['runserver', exposing('CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]')],
  ['http.server', exposing('CMD ["python3", "-m", "http.server", "8000"]')],
  ['Spring', exposing('CMD ["java", "-Dserver.port=8081", "-jar", "b.jar"]')],
  ['streamlit', exposing('CMD ["streamlit", "run", "b.py", "--server.port=8501"]')],
  ['several are marked once', 'FROM a\nEXPOSE «80» 443\nCMD ["b", "--port", "8080"]\n'],
  ['one of several fits', exposing('CMD ["b", "--port", "8080"]', '80 8080')],
  ['within a range', exposing('CMD ["b", "--port", "8080"]', '8000-8100')],
  ['a variable', 'FROM a\nARG P\nEXPOSE $P\nCMD ["b", "--port", "8080"]\n'],
  ['the same variable', 'FROM a\nENV PORT=8080\nEXPOSE ${PORT}\nCMD b\n'],
  ['PORT by an ARG', 'FROM a\nARG PORT=1\nENV PORT=$PORT\nEXPOSE 80\n'],
  ['another stage', 'FROM a AS x\nEXPOSE 80\nFROM a\nCMD ["b", "--port", "8080"]\n'],
  ['an earlier CMD', 'FROM a\nEXPOSE 80\nCMD ["b", "--port", "8080"]\nCMD ["b"]\n'],
  ['what another program calls -p', exposing('CMD ["b", "-p", "8080"]', '80')],
  ['the port of somebody else', exposing('CMD ["psql", "--host", "db", "--port", "5432"]', '80')],
  [
    'of another host, in one word',
    exposing('CMD mysql --host=db --port=3306 && b', '80') + exposing('CMD psql -h db --port 5432', '80'),
  ],
  ['its own host', exposing('CMD ["b", "--host=0.0.0.0", "--port=8080"]')],
  ['a short one', exposing('CMD ["b", "-h", "0.0.0.0", "--port", "8080"]')],
  ['debuggers', exposing('CMD ["python", "-m", "debugpy", "--listen", "0.0.0.0:5678", "b.py"]', '80')],
  ['another', exposing('CMD ["dlv", "--listen=0.0.0.0:2345", "exec", "/b"]', '80')],
  ['other options that end so', exposing('CMD ["b", "--debug-port", "5005", "--db.port=5432"]', '80')],
  ['udp only', exposing('CMD ["b", "--port", "8080"]', '53/udp')],
  ['nothing exposed', 'FROM a\nCMD ["b", "--port", "8080"]\n'],
]);

table('expose-repeated', [
  ['in one instruction', 'FROM a\nEXPOSE 80 81 «80»\n', 'FROM a\nEXPOSE 80 81\n'],
  ['protocol', 'FROM a\nEXPOSE 53/udp 53 «53/UDP»\n', 'FROM a\nEXPOSE 53/udp 53\n'],
  ['continued', 'FROM a\nEXPOSE 80 \\\n  «80»\n', 'FROM a\nEXPOSE 80\n'],
  ['first of two', 'FROM a\nEXPOSE 80\nEXPOSE «80» 81\n', 'FROM a\nEXPOSE 80\nEXPOSE 80 81\n'],
  ['CRLF', 'FROM a\r\nEXPOSE 80\r\nEXPOSE «80»\r\nCMD b\r\n', 'FROM a\r\nEXPOSE 80\r\nCMD b\r\n'],
  ['a range is another thing', 'FROM a\nEXPOSE 80-81 80\n'],
  ['triggers', 'FROM a\nEXPOSE 80\nONBUILD EXPOSE 80\n'],
]);

table('invalid-checksum', [
  ['a heredoc', 'FROM a\nADD «--checksum=sha256:1» <<E /b\nE\n'],
  ['no algorithm', 'FROM a\nADD --checksum=«abc» https://x/b /c\n'],
  ['sha512', `FROM a\nADD --checksum=sha512:${'a'.repeat(128)} https://x/b /c\n`],
  ['a commit', 'FROM a\nADD --checksum=abc https://x/b.git /c\n'],
  ['ENV is expanded', 'FROM a\nENV S=abc\nADD --checksum=«$S» https://x/b /c\n'],
  ['not needed by the build (warning)', 'FROM a\nADD «--checksum=abc» b /c\nFROM a\n'],
  ['a trigger (warning)', 'FROM a\nONBUILD ADD «--checksum=abc» b /c\n'],
]);

table('invalid-platform', [
  ['of a variable nobody declared', 'FROM --platform=linux/$ARCH a\n'],
  ['too long', 'FROM --platform=«a/b/c/d» e\n'],
  ['an empty part', 'FROM --platform=«linux/» e\n'],
  ['no system', 'FROM --platform=«foo» e\n'],
  ['in quotes', 'FROM --platform=«"linux arm"» e\n'],
  ['an unused stage too (error)', 'FROM --platform=«foo» e AS f\nFROM e\n'],
  [
    'case and other names',
    'FROM --platform=Linux/AMD64 e\nFROM --platform=x86_64 e\nFROM --platform=macos e\n',
  ],
]);

table('mount-without-target', [
  ['up to the top', 'FROM scratch\nRUN --mount=type=tmpfs,«target=..» b\n'],
  ['nothing on scratch (error)', 'FROM scratch\nRUN --mount=«type=cache» b\n'],
  ['an unknown base (warning)', 'FROM a\nRUN --mount=«type=cache»,id=c b\n'],
  ['without a type', 'FROM scratch\nRUN --«mount»=source=c b\n'],
  ['WORKDIR /', 'FROM a\nWORKDIR /\nRUN --mount=«target=.» b\n'],
  ['secret with env only', 'FROM a\nRUN --mount=«type=secret»,env=B c\n'],
  ['an empty id', 'FROM a\nRUN --mount=«type=secret»,id= c\n'],
  [
    'what is misspelt is told once',
    'FROM scratch\nRUN --mount=type=cache,taget=/b c\nRUN --mount=type=secret,idd=b c\n',
  ],
  ['nothing at all', 'FROM scratch\nRUN --mount= b\n'],
  ['what cannot be read', 'FROM scratch\nRUN --mount=target=${b c\n'],
  ['unknown type', 'FROM scratch\nRUN --mount=type=$T b\n'],
]);

table('invalid-mount-value', [
  [
    'sizes',
    'FROM a\nRUN --mount=type=tmpfs,target=/b,size=1.5GiB c\nRUN --mount=type=tmpfs,target=/b,size=64 c\n',
  ],
  [
    'no sizes',
    'FROM a\nRUN --mount=type=tmpfs,target=/b,size=«-1» c\nRUN --mount=type=tmpfs,target=/b,size=«1x» c\n',
  ],
  ['a size of a bind is misplaced', 'FROM a\nRUN --mount=target=/b,size=x c\n'],
]);

table('invalid-variable-expansion', [
  ['a heredoc, to the end of its line', 'FROM a\nCOPY <<E /b\none\ntwo «${c,} three»\nE\n'],
  ['an indented one', 'FROM a\nADD <<-E /b\n\t«${c/d}»\n\tE\n'],
  ['quotes mean nothing there', 'FROM a\nCOPY <<E /b\nit\'s "so\nE\n'],
  ['the shell’s own', 'FROM a\nRUN <<E\n${c,}\nE\n'],
]);

table('copy-from-url', [
  ['git', 'FROM a\nCOPY «git@x:y.git» /b\nCOPY «https://x/y.git#v1» /b\n'],
  ['a path with an at sign', 'FROM a\nCOPY node_modules/@types /b\n'],
]);

/** Rows whose text is a Dockerfile beside a `.dockerignore`. */
function beside(ignored: string, rows: readonly Row[], name = '.dockerignore'): void {
  const found = allRules.find(({ rule }) => rule.id === 'dockerfile/copy-ignored-file')!;
  describe(`dockerfile/copy-ignored-file beside ${JSON.stringify(ignored)}`, () => {
    for (const [title, marked] of rows)
      it(title, () => {
        const files = { Dockerfile: marked, [name]: ignored };
        const tried = new Bench(found.language, { files }, found.rule);
        const marks = (list: readonly { readonly start: number; readonly end: number }[]) =>
          list.map(({ start, end }) => `${start}: ${tried.text.slice(start, end)}`);
        assert.deepEqual(marks(tried.diagnose()), marks(tried.marked.ranges));
      });
  });
}

beside('# comment\n/dist\n**/*.log\ntmp/*\n', [
  ['itself and below', 'FROM a\nCOPY «dist» «dist/a.js» «./dist/» «/dist» b/\n'],
  ['at any depth', 'FROM a\nCOPY «x/y.log» «y.log» b/\n'],
  ['a pattern', 'FROM a\nCOPY «*.log» b/\n'],
  ['one level', 'FROM a\nCOPY tmp «tmp/a» «tmp/a/b» b/\n'],
  ['ADD, JSON form, triggers', 'FROM a\nADD [«"dist"», "b"]\nONBUILD COPY «dist» b\n'],
  ['a variable', 'FROM a\nENV D=dist\nCOPY «$D/x» b\nARG U\nCOPY $U b\n'],
  ['outside is inside', 'FROM a\nCOPY «../dist» b\n'],
  [
    'not the context',
    'FROM a AS x\nFROM a\nCOPY --from=x dist b\nADD https://x/y.log b\nCOPY <<dist b\ndist\n',
  ],
  ['everything is not left out', 'FROM a\nCOPY . b\nCOPY / b\n'],
  ['another name', 'FROM a\nCOPY distance b\n'],
]);
beside('**\n', [['everything', 'FROM a\nCOPY «.» b\nCOPY «c» b\n']]);
beside('*\n!src\n', [['exceptions leave it open', 'FROM a\nCOPY . b\nCOPY c b\n']]);
beside('dist\r\n', [['CRLF', 'FROM a\nCOPY «dist» b\n']], 'Dockerfile.dockerignore');
beside('dist\n', [['of another Dockerfile', 'FROM a\nCOPY dist b\n']], 'web.Dockerfile.dockerignore');

describe('.dockerignore patterns', () => {
  const rows: readonly (readonly [pattern: string, out: string, stays: string])[] = [
    ['a', 'a a/b a/b/c', 'ab b/a'],
    ['*/a', 'b/a b/a/c', 'a b/c/a'],
    ['**/a', 'a b/a b/c/a', 'ba a.b'],
    ['a/**', 'a/b a/b/c', 'a'],
    ['a?c', 'abc', 'ac a/c'],
    ['*.txt', 'b.txt', 'c/b.txt'],
    ['[ab].c', 'a.c b.c', 'c.c'],
    ['[^a].c', 'b.c', 'a.c'],
    ['a\\*', 'a*', 'ab'],
    ['./a/../b/', 'b b/c', 'a'],
    ['a.b', 'a.b', 'axb'],
    ['(x){y}+$', '(x){y}+$', 'xy'],
    ['a/**/c', 'a/c a/b/c a/b/d/c', 'a/b'],
    ['**', 'a a/b', ''],
    ['  a  ', 'a', 'b'],
    ['[', '', 'a ['],
  ];
  for (const [pattern, out, stays] of rows)
    it(pattern, () => {
      const file = readIgnoreFile(`${pattern}\n`);
      for (const path of out.split(' ').filter(Boolean)) assert.ok(excludedBy(file, path), path);
      for (const path of stays.split(' ').filter(Boolean))
        assert.equal(excludedBy(file, path), undefined, path);
    });

  it('reads comments, blank lines and exceptions', () => {
    const { patterns, hasExceptions } = readIgnoreFile('\ufeff# a\n\n #b\n! c \n/\n');
    assert.deepEqual(
      patterns.map(({ text, exception }) => [text, exception]),
      [
        ['#b', false],
        ['c', true],
        ['.', false],
      ],
    );
    assert.equal(hasExceptions, true);
  });
});

describe('dockerfile/copy-everything-without-dockerignore: edges', () => {
  const { rule } = allRules.find((one) => one.rule.id === 'dockerfile/copy-everything-without-dockerignore')!;
  const found = (files: Record<string, string>, change?: (bench: Bench) => void) => {
    const bench = new Bench(dockerfile, { files }, rule);
    change?.(bench);
    return bench.diagnose().map(({ start, end }) => `${start}-${end}`);
  };
  const all = 'FROM a\nCOPY ./ /b\nCOPY . /c\n';

  it('once, on the first', () => assert.deepEqual(found({ Dockerfile: all }), ['12-14']));
  it('silent beside either file', () => {
    assert.deepEqual(found({ Dockerfile: all, '.dockerignore': '' }), []);
    assert.deepEqual(found({ Dockerfile: all, 'Dockerfile.dockerignore': '.git' }), []);
    assert.deepEqual(found({ Dockerfile: all, 'b/.dockerignore': '' }), ['12-14']);
  });
  it('silent while the workspace is being read', () =>
    assert.deepEqual(
      found({ Dockerfile: all }, ({ engine }) => {
        engine.complete = false;
      }),
      [],
    ));
  it('silent without a path, and outside every folder', () => {
    for (const file of [
      { uri: 'untitled:Dockerfile', languageId: 'dockerfile' },
      { uri: 'file:///x/Dockerfile', path: '/x/Dockerfile' },
    ]) {
      const bench = new Bench(dockerfile, 'FROM a\n', rule);
      bench.engine.set(file, all);
      assert.deepEqual(bench.engine.diagnose(file.uri, bench.config), []);
    }
  });
  it('in other words', () => {
    assert.equal(found({ Dockerfile: 'FROM a\nADD . /b\n' }).length, 1);
    assert.equal(found({ Dockerfile: 'FROM a\nCOPY ["./", "/b"]\n' }).length, 1);
    assert.equal(found({ Dockerfile: 'FROM a\nONBUILD COPY / /b\n' }).length, 1);
    assert.equal(found({ Dockerfile: 'FROM a\nCOPY src . /b/\n' }).length, 1);
    assert.equal(found({ Dockerfile: 'FROM a\nCOPY .env .git /b/\n' }).length, 0);
    assert.equal(found({ Dockerfile: 'FROM a\nADD \\conf\\\\" /.znc\n' }).length, 0);
    assert.equal(found({ Dockerfile: 'FROM a\nCOPY .\n' }).length, 0);
  });
});
