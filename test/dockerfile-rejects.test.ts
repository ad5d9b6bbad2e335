import { table } from './edges';

// What BuildKit rejects, and what it takes though it looks wrong. Each row was tried with BuildKit itself.

table('unknown-instruction', [
  ['lower case stays', 'from a\n«rnu» b\n', 'from a\nrun b\n'],
  ['nothing near', 'FROM a\n«INCLUDE» b\n', 'FROM a\nINCLUDE b\n'],
  ['mixed case is known', 'FROM a\nRun b\n'],
  ['each one', 'FROM a\n«RUNN» b\n«COPPY» c d\n', 'FROM a\nRUN b\nCOPY c d\n'],
  ['a trigger fails the next build only (warning)', 'FROM a\nONBUILD «RNU» b\n', 'FROM a\nONBUILD RUN b\n'],
  ['before FROM', '«FORM» a\n', 'FROM a\n'],
  [
    'one `\\` too few, said once',
    'FROM a\nRUN b\n  «&&» c\n\n  # d\n  && e\nUSER f\n«INCLUDE» g\n',
    'FROM a\nRUN b\n  && c\n\n  # d\n  && e\nUSER f\nINCLUDE g\n',
  ],
  [
    'a slip among them is one of its own',
    'FROM a\n«curl»\nvim\n«RNU» b\n«git»\n',
    'FROM a\ncurl\nvim\nRUN b\ngit\n',
  ],
  ['CRLF', 'FROM a\r\n«curl»\r\nvim\r\n', 'FROM a\r\ncurl\r\nvim\r\n'],
  ['a conflict in lines of another', 'FROM a\n«curl»\n«<<<<<<<» b\nvim\n«>>>>>>>» c\n'],
  ['a comment of equal signs', 'FROM a\n# =======\nRUN echo =======\n'],
]);

table('unknown-flag', [
  ['case matters', 'FROM a\nCOPY «--From»=b c d\n', 'FROM a\nCOPY --from=b c d\n'],
  ['two in one line', 'FROM a\nCOPY «--chmodd»=1 «--formm»=b c d\n'],
  ['ARG and STOPSIGNAL skip theirs', 'FROM a\nARG --a b\nSTOPSIGNAL --a 9\n'],
  ['so does HEALTHCHECK NONE', 'FROM a\nHEALTHCHECK --a NONE\n'],
  ['behind `--`', 'FROM a\nCOPY -- --a b\n'],
  ['instructions without flags', 'FROM a\nUSER «--a» b\nWORKDIR «--c»=d e\n'],
  ['in a trigger (warning)', 'FROM a\nONBUILD COPY «--form»=b c d\n', 'FROM a\nONBUILD COPY --from=b c d\n'],
]);

table('flag-repeated', [
  ['three times', 'FROM a\nCOPY --link «--link» «--link=false» b c\n', 'FROM a\nCOPY --link b c\n'],
  ['unknown ones are another mistake', 'FROM a\nCOPY --a --a b c\n'],
]);

table('invalid-flag-value', [
  ['no next word', 'FROM a\nHEALTHCHECK «--interval» CMD b\n', 'FROM a\nHEALTHCHECK --interval CMD b\n'],
  ['FROM', 'FROM «--platform» linux/amd64 AS b\n', 'FROM --platform=linux/amd64 AS b\n'],
  ['an empty boolean', 'FROM a\nCOPY «--link=» b c\n', 'FROM a\nCOPY --link= b c\n'],
  ['an empty text', 'FROM a\nCOPY --from= b c\n'],
  ['an empty mount', 'FROM a\nRUN «--mount=» b\n'],
  ['a variable is not expanded', 'FROM a\nRUN --network=«$N» b\n'],
  ['case of a network', 'FROM a\nRUN --network=«HOST» b\n', 'FROM a\nRUN --network=host b\n'],
  ['security', 'FROM a\nRUN --security=«insecur» b\n', 'FROM a\nRUN --security=insecure b\n'],
  ['negative retries', 'FROM a\nHEALTHCHECK --retries=«-1» CMD b\n'],
  ['hexadecimal retries', 'FROM a\nHEALTHCHECK --retries=«0x3» CMD b\n'],
]);

table('wrong-argument-count', [
  [
    'every instruction that needs one',
    'FROM a\n«ARG»\n«ENV»\n«LABEL»\n«EXPOSE»\n«VOLUME»\n«USER»\n«STOPSIGNAL»\n«ONBUILD»\n«SHELL»\n«HEALTHCHECK»\n«COPY»\n«ADD»\n«FROM»\n',
  ],
  ['flags are no arguments', 'FROM a\n«COPY» --link\n'],
  ['HEALTHCHECK CMD', 'FROM a\n«HEALTHCHECK» CMD\n«HEALTHCHECK» CMD []\n'],
  ['an empty SHELL', 'FROM a\n«SHELL» []\n'],
  ['nothing to run', 'FROM a\n«RUN» []\nRUN\nCMD []\n'],
  ['in a stage that is not built (warning)', 'FROM a\n«RUN» []\nFROM b\n'],
  ['in a trigger (warning)', 'FROM a\nONBUILD «WORKDIR»\n'],
]);

table('malformed-from', [
  ['a tag behind a blank', 'FROM node «24-slim» AS a\n', 'FROM node:24-slim AS a\n'],
  ['a tag behind `: `', 'FROM node: «24»\n', 'FROM node:24\n'],
  ['a tag behind ` :`', 'FROM a/node «:lts»\n', 'FROM a/node:lts\n'],
  ['a second tag', 'FROM localhost:5000/node:24 «25»\n'],
  ['a tag behind a registry with a port', 'FROM localhost:5000/node «24»\n', 'FROM localhost:5000/node:24\n'],
  ['a platform before it', 'FROM --platform=$P a «b»\n', 'FROM --platform=$P a AS b\n'],
  ['four words', 'FROM a «AS b c»\n'],
  ['a comment behind a name', 'FROM a «AS b # c»\n'],
  ['continued', 'FROM a \\\n  «b»\n', 'FROM a \\\n  AS b\n'],
]);

table('invalid-stage-name', [
  ['a variable', 'FROM a AS «$b»\n', 'FROM a AS $b\n'],
  ['a leading underscore', 'FROM a AS «_b»\n', 'FROM a AS b\n'],
  ['a name that would be taken', 'FROM a AS b\nFROM c AS «_b»\n', 'FROM a AS b\nFROM c AS _b\n'],
  ['beyond the English alphabet', 'FROM a AS «빌드»\n', 'FROM a AS 빌드\n'],
  [
    'where it is mounted',
    'FROM a AS «b!»\nFROM c\nRUN --mount=from=b!,target=/d e\n',
    'FROM a AS b\nFROM c\nRUN --mount=from=b,target=/d e\n',
  ],
]);

table('pair-without-equals', [
  ['between two pairs', 'FROM a\nENV b=c «d» e=f\n', 'FROM a\nENV b="c d" e=f\n'],
  ['two places', 'FROM a\nENV b=c «d» e=f «g»\n', 'FROM a\nENV b="c d" e=f g\n'],
  ['a value with quotes', 'FROM a\nENV b="c" «d»\n', 'FROM a\nENV b="c" d\n'],
  ['continued', 'FROM a\nENV b=c \\\n  «d»\n', 'FROM a\nENV b=c \\\n  d\n'],
  ['LABEL alone', 'FROM a\nLABEL «b»\n', 'FROM a\nLABEL b=\n'],
  ['the parser reads triggers too (error)', 'FROM a\nONBUILD ENV b=c «d»\n'],
]);

table('empty-name', [
  ['in LABEL', 'FROM a\nLABEL «="b"»\n'],
  ['among others', 'FROM a\nENV b=c «=d»\n'],
]);
table('empty-volume', [
  ['blanks alone', 'FROM a\nVOLUME [«" "»]\n'],
  ['quotes around nothing', 'FROM a\nVOLUME «""»\n'],
  ['a variable that is empty', 'FROM scratch\nENV A=\nVOLUME /b «$A» «$C»\n'],
  ['the base image may set it', 'FROM a\nVOLUME $A\n'],
  ['what cannot be read is told once', 'FROM a\nVOLUME ["${b"]\n'],
  ['a build argument may be given', 'FROM a\nARG A=\nVOLUME $A\n'],
  ['a stage that is not built (warning)', 'FROM a\nVOLUME «""»\nFROM b\n'],
  ['the parser reads every stage (error)', 'FROM a\nVOLUME [«""»]\nFROM b\n'],
]);

table('healthcheck-without-type', [
  ['JSON', 'FROM a\nHEALTHCHECK «["b"]»\n', 'FROM a\nHEALTHCHECK CMD ["b"]\n'],
  ['a command that looks like it', 'FROM a\nHEALTHCHECK «cmd.sh»\n', 'FROM a\nHEALTHCHECK CMD cmd.sh\n'],
]);

table('onbuild-forbidden', [
  ['MAINTAINER', 'FROM a\nONBUILD «maintainer» b\n', 'FROM a\nmaintainer b\n'],
  ['lower case', 'from a\nonbuild «onbuild» run b\n', 'from a\nonbuild run b\n'],
]);

table('heredoc-unterminated', [
  ['indented', 'FROM a\nRUN «<<EOF»\nb\n  EOF\n', 'FROM a\nRUN <<EOF\nb\nEOF\n'],
  ['the second of two', 'FROM a\nRUN <<A «<<B»\nA\n', 'FROM a\nRUN <<A <<B\nA\nB\n'],
  ['the second of two at the end of the file', 'FROM a\nRUN <<A «<<B»\nA', 'FROM a\nRUN <<A <<B\nA\nB\n'],
  ['no line at all', 'FROM a\nCOPY «<<EOF» /b', 'FROM a\nCOPY <<EOF /b\nEOF\n'],
  ['CRLF', 'FROM a\r\nRUN «<<EOF»\r\nb\r\n', 'FROM a\r\nRUN <<EOF\r\nb\r\nEOF\r\n'],
  ['the end of the file', 'FROM a\nRUN «<<EOF»\nb', 'FROM a\nRUN <<EOF\nb\nEOF\n'],
  ['what follows is still read', 'FROM a\nRUN «<<EOF»\nb\nUSER c\n', 'FROM a\nRUN <<EOF\nb\nEOF\nUSER c\n'],
  ['in a trigger (error)', 'FROM a\nONBUILD RUN «<<EOF»\nb\n'],
]);

table('invalid-json-form', [
  ['null has no text', 'FROM a\nCMD «[null]»\n', 'FROM a\nCMD [null]\n'],
  ['nested', 'FROM a\nCMD «["a", ["b"]]»\n', 'FROM a\nCMD ["a", ["b"]]\n'],
  ['HEALTHCHECK', 'FROM a\nHEALTHCHECK «CMD ["b", 1]»\n'],
  ['COPY', 'FROM a\nCOPY «["b", 1]»\n', 'FROM a\nCOPY ["b", "1"]\n'],
  ['what is no JSON is a shell command', 'FROM a\nCMD ["b", 1\nCMD [b]\n'],
  ['SHELL with quotes missing', 'FROM a\nSHELL «[bash, -c]»\n', 'FROM a\nSHELL ["bash", "-c"]\n'],
]);

table('invalid-port', [
  ['a range turned round', 'FROM a\nEXPOSE «9000-8000»\n'],
  ['an ENV that is no port', 'FROM a\nENV P=8x\nEXPOSE «$P»\n'],
  ['an ARG may be given', 'FROM a\nARG P=8x\nEXPOSE $P\n'],
  [
    'a host port is a warning of another rule',
    'FROM a\nEXPOSE 8080:80 127.0.0.1:80:80 [::1]:80:80 80-89:80\n',
  ],
  ['a host port that is none', 'FROM a\nEXPOSE «127.0.0.1:80» «b:80»\n'],
  ['an address that is none', 'FROM a\nEXPOSE «999.0.0.1:80:80» «b:80:80» «[b]:80:80»\n'],
  ['a range for another number of ports', 'FROM a\nEXPOSE «80-81:90-92» «80:90-91» 80-81:90-91\n'],
  ['a protocol without a name', 'FROM a\nEXPOSE 80/\n'],
  ['negative', 'FROM a\nEXPOSE «-1»\n'],
  ['a stage that is not built (warning)', 'FROM a\nEXPOSE «b»\nFROM c\n'],
  ['commas with protocols', 'FROM a\nEXPOSE «80/tcp,53/udp»\n', 'FROM a\nEXPOSE 80/tcp 53/udp\n'],
]);

table('invalid-duration', [
  ['days', 'FROM a\nHEALTHCHECK --interval=«1d» CMD b\n', 'FROM a\nHEALTHCHECK --interval=24h CMD b\n'],
  ['upper case', 'FROM a\nHEALTHCHECK --timeout=«5S» CMD b\n', 'FROM a\nHEALTHCHECK --timeout=5s CMD b\n'],
  ['negative', 'FROM a\nHEALTHCHECK --timeout=«-5s» CMD b\n'],
  ['a variable', 'FROM a\nHEALTHCHECK --timeout=«$T» CMD b\n'],
  [
    'too long',
    'FROM a\nHEALTHCHECK --timeout=«99999999999h» CMD b\n',
    'FROM a\nHEALTHCHECK --timeout=99999999999h CMD b\n',
  ],
  ['signed', 'FROM a\nHEALTHCHECK --timeout=+5s CMD b\n'],
]);

table('invalid-signal', [
  ['behind it a comment', 'FROM a\nSTOPSIGNAL «SIGINT # b»\n'],
  ['past the last real-time one', 'FROM a\nSTOPSIGNAL «RTMIN+16»\n'],
  ['a negative number', 'FROM a\nSTOPSIGNAL -9\n'],
  ['an unset variable on scratch', 'FROM scratch\nSTOPSIGNAL «$S»\n', 'FROM scratch\nSTOPSIGNAL $S\n'],
  ['a variable of the base image', 'FROM a\nSTOPSIGNAL $S\n'],
]);

table('invalid-image-reference', [
  ['a tag behind a blank', 'FROM node: 24\n'],
  ['in a stage that is not built', 'FROM «Foo» AS b\nFROM c\n', 'FROM foo AS b\nFROM c\n'],
  ['a stage is found in lower case only', 'FROM a AS Build\nFROM «Build»\n', 'FROM a AS Build\nFROM build\n'],
  ['a tag that is empty', 'FROM «foo:»\n'],
  ['an unset variable is for another rule', 'FROM a:$T\n'],
  ['a build argument may be better', 'ARG T=:\nFROM a:$T\n'],
  ['a mount', 'FROM a\nRUN --mount=from=«Foo»,target=/b c\n', 'FROM a\nRUN --mount=from=foo,target=/b c\n'],
  ['COPY in a stage that is not built (error)', 'FROM a\nCOPY --from=«Foo» b c\nFROM d\n'],
]);

table('copy-from-self-or-later', [
  ['by number', 'FROM a\nFROM b\nCOPY --from=«1» c d\n'],
  ['a mount', 'FROM a AS b\nRUN --mount=from=«b»,target=/c d\n'],
  ['itself in a stage that is not built (error)', 'FROM a AS b\nCOPY --from=«b» c d\nFROM e\n'],
  [
    'a later one in a stage that is not built (warning)',
    'FROM a\nCOPY --from=«b» c d\nFROM e AS b\nFROM f\n',
  ],
  [
    'a circle in stages that are not built (error)',
    'FROM a AS b\nCOPY --from=«c» d e\nFROM f AS c\nCOPY --from=b g h\nFROM i\n',
  ],
]);

table('missing-stage-number', [
  ['a negative one', 'FROM a\nCOPY --from=«-1» b c\n'],
  ['a mount takes it for an image', 'FROM a\nRUN --mount=from=9,target=/b c\n'],
  ['a fragment has no numbers', 'COPY --from=3 a b\n'],
]);

table('variable-in-copy-from', [
  ['a mount', 'FROM a\nRUN --mount=from=«$b»,target=/c d\n'],
  ['a trigger is for the next build', 'FROM a\nONBUILD COPY --from=$b c d\n'],
]);

table('mount-option-unknown', [
  ['upper case', 'FROM a\nRUN --mount=TARGET=/b c\n'],
  [
    'without a value',
    'FROM a\nRUN --mount=target=/b,«readonyl» c\n',
    'FROM a\nRUN --mount=target=/b,readonly c\n',
  ],
  ['a stage that is not built (warning)', 'FROM a\nRUN --mount=«bogus»=1 b\nFROM c\n'],
  ['the second mount', 'FROM a\nRUN --mount=target=/b --mount=«tpye»=cache,target=/c d\n'],
]);

table('mount-option-misplaced', [
  ['bind where no type is', 'FROM a\nRUN --mount=target=/b,«size»=1g c\n'],
  ['owners of a bind', 'FROM a\nRUN --mount=target=/b,«uid»=0,«gid»=0,«mode»=0700 c\n'],
  ['owners may stand before the type', 'FROM a\nRUN --mount=uid=0,type=cache,target=/b c\n'],
  ['an empty from', 'FROM a\nRUN --mount=type=secret,id=b,from= c\n'],
  ['ssh', 'FROM a\nRUN --mount=type=ssh,«source»=b c\nRUN --mount=type=ssh,source=,from=b c\n'],
]);

table('invalid-mount-value', [
  ['an unset variable on scratch', 'FROM scratch\nRUN --mount=type=«$T»,target=/b c\n'],
  ['a variable of the base image', 'FROM a\nRUN --mount=type=$T,target=/b c\n'],
  ['no type', 'FROM a\nRUN --mount=«type»=,target=/b c\n'],
  ['sharing', 'FROM a\nRUN --mount=type=cache,target=/b,sharing=«lock» c\n'],
]);

table('invalid-variable-expansion', [
  ['an array with blanks', "FROM a\nCOPY «['b c', '/d']»\n", 'FROM a\nCOPY ["b c", "/d"]\n'],
  ['a VOLUME, a trigger', "FROM a\nONBUILD VOLUME «['/b c']»\n", 'FROM a\nONBUILD VOLUME ["/b c"]\n'],
  ['an array that is read word by word', "FROM a\nCOPY ['b', '/d']\n"],
  ['FROM, built or not (error)', 'FROM «${b» AS c\nFROM d\n'],
  ['a stage that is not built (warning)', 'FROM a\nENV b=«${c»\nFROM d\n'],
  ['an ARG before FROM', 'ARG b=«${c»\nFROM d\n'],
  ['a mount', 'FROM a\nRUN --mount=target=«${b» c\n'],
  ['a flag', 'FROM a\nCOPY --chown=«${b» c d\n'],
  ['a JSON string', 'FROM a\nVOLUME [«"${b"»]\n'],
  ['what a shell reads', "FROM a\nRUN echo '${b\nENTRYPOINT ${c^^}\n"],
  ['triggers (warning)', 'FROM a\nONBUILD ENV b=«${c»\n'],
  ['what the base image may set', 'FROM a\nUSER ${b:?}\n'],
]);

table('directive-repeated', [
  ['in upper case', '# syntax=a\n«# SYNTAX=b»\nFROM a\n', '# syntax=a\nFROM a\n'],
]);

table('directive-misplaced', [
  ['behind FROM (warning)', 'FROM a\n«# syntax=b»\n', '# syntax=b\nFROM a\n'],
  ['behind a blank line', '\n«# escape=`»\nFROM a\n', '# escape=`\n\nFROM a\n'],
  [
    'an escape that would undo the continuations',
    'FROM a\n«# escape=`»\nRUN b \\\n  c\n',
    'FROM a\n# escape=`\nRUN b \\\n  c\n',
  ],
  ['CRLF', 'FROM a\r\n«# syntax=b»\r\n', '# syntax=b\r\nFROM a\r\n'],
  ['not where the top has one', '# syntax=a\nFROM b\n«# syntax=c»\n', '# syntax=a\nFROM b\n# syntax=c\n'],
]);

table('instruction-before-from', [
  ['the first of several', 'ARG a\n«ENV» b=c\nRUN d\nFROM e\n'],
  ['an unknown one is another mistake', 'FOO a\nFROM b\n'],
  ['without any FROM', '«ENV» b=c\n'],
]);

table('copy-from-url', [
  ['in JSON', 'FROM a\nCOPY [«"https://b/c"», "/d"]\n', 'FROM a\nADD ["https://b/c", "/d"]\n'],
  [
    'from a stage',
    'FROM a\nFROM b\nCOPY --from=0 «https://c/d» /e\n',
    'FROM a\nFROM b\nCOPY --from=0 https://c/d /e\n',
  ],
  ['an ENV', 'FROM a\nENV U=https://b/c\nCOPY «$U» /d\n', 'FROM a\nENV U=https://b/c\nADD $U /d\n'],
  ['an ARG may be given', 'FROM a\nARG U=https://b/c\nCOPY $U /d\n'],
  ['a destination', 'FROM a\nCOPY b https://c/\n'],
  [
    'in a trigger (warning)',
    'FROM a\nONBUILD COPY «https://b/c» /d\n',
    'FROM a\nONBUILD ADD https://b/c /d\n',
  ],
]);

table('invalid-file-mode', [
  ['no octal digit', 'FROM a\nCOPY --chmod=«999» b c\n', 'FROM a\nCOPY --chmod=999 b c\n'],
  ['too high', 'FROM a\nADD --chmod=«77777» b c\n'],
  ['a sign before a number', 'FROM a\nCOPY --chmod=«-1» b c\n'],
  ['a letter that stands for nothing', 'FROM a\nCOPY --chmod=«u+xy» b c\nCOPY --chmod=«z+x» b c\n'],
  ['clauses', 'FROM a\nCOPY --chmod=u+x-w=r,go=u,+X,o+st b c\nCOPY --chmod=«u+x,» b c\n'],
  ['a stage that is not built (warning)', 'FROM a\nCOPY --chmod=«9» b c\nFROM d\n'],
]);

table('json-form-ignored', [
  ['not closed', 'FROM a\nCMD «["b", "c"»\n', 'FROM a\nCMD ["b", "c"]\n'],
  ['curly quotes', 'FROM a\nENTRYPOINT «[“b”]»\n', 'FROM a\nENTRYPOINT ["b"]\n'],
  [
    'a path of Windows',
    'FROM a\nCMD «["C:\\Foo\\b.exe", "-v"]»\n',
    'FROM a\nCMD ["C:\\\\Foo\\\\b.exe", "-v"]\n',
  ],
  [
    'CRLF, with a quote escaped',
    'FROM a\r\nCMD «["b\\c \\"d\\""]»\r\n',
    'FROM a\r\nCMD ["b\\\\c \\"d\\""]\r\n',
  ],
  ['a number beside it', 'FROM a\nCMD «["b\\c", 1]»\n', 'FROM a\nCMD ["b\\c", 1]\n'],
  ['escapes JSON knows', 'FROM a\nCMD ["b\\n", "\\u00e9", "c\\\\d"]\n'],
  ['backtick', '# escape=`\nFROM a\nCMD «["C:\\Foo"]»\n', '# escape=`\nFROM a\nCMD ["C:\\\\Foo"]\n'],
  ['COPY', "FROM a\nCOPY «['b', '/d']»\n", 'FROM a\nCOPY ["b", "/d"]\n'],
  ['a blank in a word, which the builder rejects', "FROM a\nCOPY ['b c', '/d']\n"],
  ['a test of the shell', 'FROM a\nRUN [ "$B" ] && c\n'],
  ['behind SHELL', 'FROM a\nSHELL ["b"]\nCMD «["c",]»\n', 'FROM a\nSHELL ["b"]\nCMD ["c"]\n'],
]);

table('invalid-escape-directive', [
  ['a word', '# escape=«slash»\nFROM a\n', '# escape=\\\nFROM a\n'],
  ['both', '# escape=«\\`»\nFROM a\n'],
  ['without spaces', '#escape=«/»\nFROM a\n'],
  ['with spaces and capitals', '#  Escape  =  «^»\nFROM a\n'],
  ['behind another directive', '# syntax=docker/dockerfile:1\n# escape=«^»\nFROM a\n'],
  ['CRLF', '# escape=«^»\r\nFROM a\r\n'],
  ['quoted', '# escape=«"`"»\nFROM a\n'],
  ['both that there are', '# escape=`\nFROM a\n'],
  ['below an instruction it is a comment', 'FROM a\n# escape=^\n'],
  ['below a comment it is one too', '# why\n# escape=^\nFROM a\n'],
]);
