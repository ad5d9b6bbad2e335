import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { table } from './edges';
import { allRules, Bench } from './samples';

// BuildKit's checks: what the rules' own examples leave out. Each was compared with BuildKit's linter
// (Dockerfile 1.26); where we differ, the row says so.

describe('JSONArgsRecommended is said of what BuildKit says it of', () => {
  const { rule, language } = allRules.find((one) => one.rule.id === 'dockerfile/json-form-ignored')!;
  const namesOf = (text: string) =>
    new Bench(language, { files: { Dockerfile: text } }, rule)
      .diagnose()
      .map(({ names }) => names.filter((name) => !name.startsWith('dockerfile/')).join(' '));
  const rows: readonly (readonly [string, string, string])[] = [
    ['CMD', 'FROM a\nCMD ["b",]\n', 'hadolint/DL3025 buildkit/JSONArgsRecommended'],
    ['behind SHELL', 'FROM a\nSHELL ["b"]\nCMD ["c",]\n', 'hadolint/DL3025'],
    ['SHELL of the stage below', 'FROM a AS b\nSHELL ["c"]\nFROM b\nCMD ["d",]\n', 'hadolint/DL3025'],
    ['RUN', 'FROM a\nRUN ["b",]\n', ''],
    ['VOLUME', 'FROM a\nVOLUME ["/b"\n', ''],
    ['a trigger', 'FROM a\nONBUILD CMD ["b",]\n', ''],
  ];
  for (const [name, text, names] of rows) it(name, () => assert.deepEqual(namesOf(text), [names]));
});

table('stage-name-casing', [
  ['what is no name', 'FROM a AS $B\nFROM c AS _D\n'],
  ['every stage', 'FROM a AS «A»\nFROM b AS «cD.e»\n', 'FROM a AS a\nFROM b AS cd.e\n'],
  ['image names are not stage names', 'FROM Example.com/a AS b\n'],
  ['without AS', 'FROM a Build b\n'],
]);

table('from-as-casing', [
  ['mixed As', 'FROM a «As» b\n', 'FROM a AS b\n'],
  [
    'behind a platform',
    'from --platform=linux/arm64 a «AS» arm64\n',
    'from --platform=linux/arm64 a as arm64\n',
  ],
  ['over two lines', 'FROM a \\\n  «as» b\n', 'FROM a \\\n  AS b\n'],
  ['without a name', 'FROM a as\n'],
]);

table('inconsistent-instruction-casing', [
  ['a tie goes to capitals', 'FROM a\n«run» b\n', 'FROM a\nRUN b\n'],
  ['mixed ones do not count', 'from a\n«Run» b\n«Run» c\n', 'from a\nrun b\nrun c\n'],
  ['FROM with its AS', '«From» a As b\nRUN c\n', 'FROM a AS b\nRUN c\n'],
  ['FROM too', '«from» a\nRUN b\nRUN c\n', 'FROM a\nRUN b\nRUN c\n'],
  ['ARGs before FROM are left out', 'arg A=1\narg B=1\narg C=1\nFROM a\n'],
  ['triggers are left out', 'FROM a\nRUN b\nONBUILD run c\n'],
  ['all stages together', 'FROM a\nRUN b\n«from» c\n'],
  ['a keyword nobody knows', 'FROM a\nRUN b\nfoo c\n'],
]);

table('empty-continuation', [
  ['the last line, once', 'FROM a\nRUN b \\\n\n  c \\\n\n\n  «d»\n', 'FROM a\nRUN b \\\n  c \\\n  d\n'],
  ['blanks in the line', 'FROM a\nENV A=1 \\\n \t \n  «B=2»\n', 'FROM a\nENV A=1 \\\n  B=2\n'],
  ['above a heredoc', 'FROM a\nRUN b \\\n\n  «<<E»\nx\nE\n', 'FROM a\nRUN b \\\n  <<E\nx\nE\n'],
  ['at the end of the file', 'FROM a\nRUN b \\\n«\n»', 'FROM a\nRUN b \\\n'],
  ['the next instruction swallowed', 'FROM a\nRUN b \\\n\n«RUN c»\n', 'FROM a\nRUN b \\\nRUN c\n'],
  ['a comment line', 'FROM a\nRUN b \\\n# x\n  c\n'],
  ['a blank line between two', 'FROM a\nRUN b\n\nRUN c\n'],
]);

table('duplicate-stage-name', [
  ['whatever the case', 'FROM a AS x\nFROM b AS «X»\n'],
  ['each after the first', 'FROM a AS x\nFROM b AS «x»\nFROM c AS «x»\n'],
]);

table('reserved-stage-name', [
  ['whatever the case', 'FROM a AS «Scratch»\nFROM b AS «context»\n'],
  ['the image', 'FROM scratch\n'],
]);

table('duplicate-instruction', [
  ['all but the last', 'FROM a\n«CMD» b\n«CMD» c\nCMD d\n', 'FROM a\nCMD d\n'],
  ['ENTRYPOINT', 'FROM a\n«ENTRYPOINT» ["b"]\nENTRYPOINT ["c"]\n', 'FROM a\nENTRYPOINT ["c"]\n'],
  ['HEALTHCHECK NONE', 'FROM a\n«HEALTHCHECK» CMD b\nHEALTHCHECK NONE\n', 'FROM a\nHEALTHCHECK NONE\n'],
  ['whatever the case', 'FROM a\n«cmd» b\nCMD c\n'],
  ['over two lines', 'FROM a\n«CMD» b \\\n  c\nCMD d\n', 'FROM a\nCMD d\n'],
  ['others may stand many times', 'FROM a\nUSER b\nUSER c\nSHELL ["d"]\nSHELL ["e"]\n'],
]);

table('shell-form-command', [
  ['an option that is taken for a flag', 'FROM a\nCMD --port 80\nENTRYPOINT --b\n'],
  ['ENTRYPOINT', 'FROM a\n«ENTRYPOINT» b -c d:e\n', 'FROM a\nENTRYPOINT ["b", "-c", "d:e"]\n'],
  ['over two lines', 'FROM a\n«CMD» b \\\n  -c\n', 'FROM a\nCMD ["b", "-c"]\n'],
  ['a variable needs the shell', 'FROM a\n«CMD» b $C\n', 'FROM a\nCMD b $C\n'],
  ['so do operators', 'FROM a\n«CMD» b && c\n', 'FROM a\nCMD b && c\n'],
  ['so do quotes', "FROM a\n«CMD» b 'c d$'\n", "FROM a\nCMD b 'c d$'\n"],
  [
    'so do assignments and builtins',
    'FROM a\n«CMD» A=1 b\nFROM a\n«CMD» cd /b\n',
    'FROM a\nCMD A=1 b\nFROM a\nCMD cd /b\n',
  ],
  ['a comment inside is not lost', 'FROM a\n«CMD» b \\\n# c\n  d\n', 'FROM a\nCMD b \\\n# c\n  d\n'],
  ['exec makes the program PID 1 (hint)', 'FROM a\n«CMD» exec b\n'],
  ['nothing at all', 'FROM a\n«CMD»\n'],
  ['SHELL below, or in another stage', 'FROM a\n«CMD» b\nSHELL ["c"]\nFROM a\n«CMD» b\n'],
  ['SHELL of the stage below', 'FROM a AS c\nSHELL ["d"]\nFROM c\nCMD b\n'],
  ['triggers', 'FROM a\nONBUILD CMD b\n'],
  ['an empty array', 'FROM a\nCMD []\n'],
]);

table('relative-workdir', [
  ['the first of the chain only', 'FROM a\nWORKDIR «b»\nWORKDIR c\n', 'FROM a\nWORKDIR /b\nWORKDIR c\n'],
  ['also where a base stage has one', 'FROM a AS b\nWORKDIR «c»\nFROM b\nWORKDIR d\n'],
  ['each chain', 'FROM a\nWORKDIR /c\nFROM a\nWORKDIR «d»\n'],
  ['on scratch', 'FROM scratch\nWORKDIR «app»\n'],
  ['through a variable', 'FROM a\nENV B=c\nWORKDIR «$B/d»\n', 'FROM a\nENV B=c\nWORKDIR $B/d\n'],
  ['no fix for the dot', 'FROM a\nWORKDIR «.»\n', 'FROM a\nWORKDIR .\n'],
  ['from the dot', 'FROM a\nWORKDIR «./b»\n', 'FROM a\nWORKDIR /b\n'],
  ['quotes', 'FROM a\nWORKDIR "/b c"\n'],
  ['behind an absolute variable', 'FROM a\nARG B=/c\nWORKDIR $B\n'],
  ['BuildKit takes an unknown variable for relative, we do not', 'FROM a\nARG B\nWORKDIR $B\n'],
  ['triggers', 'FROM a\nONBUILD WORKDIR b\n'],
]);

table('legacy-key-value', [
  ['a quoted value', 'FROM a\nENV «B» "c d"\nENV «C» \'d e\'\n', 'FROM a\nENV B="c d"\nENV C=\'d e\'\n'],
  ['variables', 'FROM a\nENV «B» c $D\n', 'FROM a\nENV B="c $D"\n'],
  ['an equals sign in the value', 'FROM a\nENV «B» C= D=e\n', 'FROM a\nENV B="C= D=e"\n'],
  ['over lines', 'FROM a\nENV «B» \\\n  c \\\n  d\n', 'FROM a\nENV B="c \\\n  d"\n'],
  ['quotes inside: no fix', 'FROM a\nENV «B» c "d"\n', 'FROM a\nENV B c "d"\n'],
  ['escapes: no fix', 'FROM a\nENV «B» c\\ d\n', 'FROM a\nENV B c\\ d\n'],
  ['in ONBUILD', 'FROM a\nONBUILD ENV «B» c\n', 'FROM a\nONBUILD ENV B=c\n'],
  ['an ARG of two names', 'FROM a\nARG B c\n'],
]);

table('undeclared-arg-in-from', [
  ['a platform that is none then (error)', 'FROM --platform=linux/«$ARCH» a\n'],
  ['a platform that is one (warning)', 'FROM --platform=linux«$ARCH» a\n'],
  ['an ENV above, which is wrong by itself', 'ENV A=1\nFROM a:$A\n'],
  ['an empty name does not build (error)', 'FROM «$A»\n'],
  ['nor does an empty tag (error)', 'FROM a:«$V»\n'],
  ['a name that still is one (warning)', 'FROM a«$V»\n'],
  ['with a default (warning)', 'FROM «${V:-a}»\n'],
  ['in the platform (error)', 'FROM --platform=«$P» a\n'],
  ['once each', 'FROM «$A»/«$B»:$A\n'],
  ['every use is renamed', 'ARG REPO=a\nFROM «$REPOO»/$REPOO\n', 'ARG REPO=a\nFROM $REPO/$REPO\n'],
  ['a platform ARG misspelt', 'FROM --platform=«$BUILDPLATFROM» a\n', 'FROM --platform=$BUILDPLATFORM a\n'],
  ['an ENV is no ARG', 'FROM a AS b\nENV V=1\nFROM c:«$V»\n'],
  ['an ARG without default', 'ARG V\nFROM a$V\n'],
]);

table('invalid-default-image', [
  ['an empty default', 'ARG V=\nFROM a:«${V}»\n'],
  ['a wrong default', 'ARG V=A/B\nFROM «$V»\n'],
  ['a platform is known to be something', 'FROM a:$TARGETARCH\n'],
  ['not declared at all', 'FROM $A\n'],
  ['the name of a stage', 'ARG B=c\nFROM a AS c\nFROM $B\n'],
]);

table('undefined-variable', [
  ['in a word that cannot be read', 'FROM scratch\nENV A="$B\n'],
  ['beside one', 'FROM scratch\nCOPY «$A» "$B\n'],
  ['a value that is rejected', 'FROM scratch\nSTOPSIGNAL $A\nVOLUME $A\nRUN --mount=type=$A,target=/b c\n'],
  ['a value that is taken', 'FROM scratch\nVOLUME /b«$A»\nRUN --mount=type=cache,target=/b«$A» c\n'],
  ['on an image nobody reads (hint)', 'FROM a\nCOPY «$B» c\n'],
  ['the name of an ARG is never expanded (hint)', 'FROM a\nARG $A B$C=1 D=«$E»\n'],
  [
    'itself, not the one beside it (hint)',
    'FROM a\nARG ADMIN_PORT=1\nARG ADMIN_PART="«${ADMIN_PART:-2}»"\n',
    'FROM a\nARG ADMIN_PORT=1\nARG ADMIN_PART="${ADMIN_PART:-2}"\n',
  ],
  ['in flags and mounts (hint)', 'FROM a\nCOPY --chown=«$B» c d\nRUN --mount=type=cache,target=/«$C» d\n'],
  ['in heredocs BuildKit expands (hint)', 'FROM a\nCOPY <<E /b\n«$C»\nE\nCOPY <<"E" /b\n$C\nE\n'],
  ['in names (hint)', 'FROM a\nLABEL «$B»=c\n'],
  ['with a default, as BuildKit does (hint)', 'FROM a\nUSER «${B:-c}»\n'],
  [
    'added to what the image has (hint)',
    'FROM a\nENV LD_LIBRARY_PATH=/b LIBRARY_PATH=/c\nENV CPATH=«$CPATH»:/b\n',
  ],
  [
    'a platform ARG not declared (warning)',
    'FROM a\nCOPY «$TARGETARCH» b\n',
    'FROM a\nARG TARGETARCH\nCOPY $TARGETARCH b\n',
  ],
  [
    'misspelt (warning)',
    'FROM a\nENV HOME_DIR=/b\nCOPY . «${HOMEDIR}»\n',
    'FROM a\nENV HOME_DIR=/b\nCOPY . ${HOME_DIR}\n',
  ],
  [
    'in another case (warning)',
    'FROM a\nARG VERSION\nLABEL v=«$version»\n',
    'FROM a\nARG VERSION\nLABEL v=$VERSION\n',
  ],
  ['on scratch (warning)', 'FROM scratch\nUSER «$B»\n'],
  ['lower case', 'arg V=1\nfrom a\nuser «$V»\n', 'arg V=1\nfrom a\narg V\nuser $V\n'],
  ['an ARG that reads itself', 'FROM a\nARG B=«$B»\n'],
  ['an ARG that reads a later one', 'FROM a\nARG B=«$Xyz» Xyz=1\n'],
  ['once for each instruction', 'FROM a\nCOPY «$B» $B c\n'],
  ['an ARG of the base stage', 'FROM a AS b\nARG C\nFROM b\nUSER $C\n'],
  ['escaped and quoted', "FROM a\nCOPY \\$B c\nCOPY '$B' c\n"],
  ['what a shell expands', 'FROM a\nRUN $B\nENTRYPOINT $B\nHEALTHCHECK CMD $B\n'],
  ['triggers, and EXPOSE as BuildKit does not look', 'FROM a\nONBUILD COPY $B c\nEXPOSE $B\n'],
]);

table('redundant-target-platform', [
  ['in braces', 'FROM «--platform=${TARGETPLATFORM}» a\n', 'FROM a\n'],
  ['with a default', 'FROM «--platform=${TARGETPLATFORM:-linux/amd64}» a AS b\n', 'FROM a AS b\n'],
  ['an ARG without default changes nothing', 'ARG TARGETPLATFORM\nFROM «--platform=$TARGETPLATFORM» a\n'],
  ['a part of one', 'FROM --platform=linux/$TARGETARCH a\n'],
]);

table('constant-platform', [
  ['no platform is rejected anyway', 'FROM --platform=adm64 a\nFROM --platform=linux/ a\n'],
  ['as containerd reads it', 'FROM --platform=x86_64 a AS amd64\nFROM --platform=«aarch64» a AS aarch64\n'],
  ['a system alone', 'FROM --platform=«linux» a\nFROM --platform=windows a AS windows-base\n'],
  ['a variant', 'FROM --platform=«linux/arm/v7» a AS v7\nFROM --platform=linux/arm/v7 a AS arm7\n'],
  ['the name in capitals', 'FROM --platform=linux/amd64 a AS AMD64\n'],
  ['in part', 'FROM --platform=linux/$ARCH a\n'],
  ['between other flags', 'FROM --platform=«linux/amd64»   a AS b\n', 'FROM a AS b\n'],
]);

table('secret-in-arg-or-env', [
  ['words between underscores', 'FROM a\nENV «my_apikey»=b «AUTH»=c «X_PWORD_Y»=d «Credentials»=e\n'],
  ['the old form', 'FROM a\nENV «TOKEN» b\n'],
  ['several ARGs', 'FROM a\nARG «GIT_TOKEN» B «SECRET»=c\n'],
  ['no value (hint)', 'FROM a\nENV «PASSWORD»=\n'],
  ['a fingerprint (hint)', 'FROM a\nENV «GPG_KEY»=7169605F62C751356D054A26A821E680E5FA6305\n'],
  ['a script (hint)', 'FROM a\nENV «RESET_PASSWORD»="resetPassword.sh"\n'],
  ['a path or a switch (hint)', 'FROM a\nENV «TLS_KEY»=/etc/tls/key.pem «USE_AUTH»=true\n'],
  ['in ONBUILD', 'FROM a\nONBUILD ARG «TOKEN»\n'],
  ['parts of words', 'FROM a\nENV KEYS=a MYTOKEN=b PASSWORDS=c USERNAME=d\n'],
]);

table('expose-protocol-casing', [
  ['each', 'FROM a\nEXPOSE 1/«TCP» 2/«Udp» 3/sctp\n', 'FROM a\nEXPOSE 1/tcp 2/udp 3/sctp\n'],
  ['behind a variable', 'FROM a\nEXPOSE $P/«TCP»\n', 'FROM a\nEXPOSE $P/tcp\n'],
]);

table('expose-host-port', [
  ['what is no port at all', 'FROM a\nEXPOSE b:80 127.0.0.1:80 80:c 80:81,82\n'],
  ['ports of a variable', 'FROM a\nENV P="80:80 81:81" Q="80:80 b:81"\nEXPOSE «$P» $Q\n'],
  ['IPv6', 'FROM a\nEXPOSE «[::1]:80»:80\n', 'FROM a\nEXPOSE 80\n'],
  ['a variable keeps its place', 'FROM a\nENV P=80\nEXPOSE «$P:80»\n', 'FROM a\nENV P=80\nEXPOSE $P:80\n'],
  ['an empty host, as BuildKit does', 'FROM a\nEXPOSE :80\n'],
]);

table(
  'invalid-description',
  [
    ['the last line counts', '# A b\n«# b»\nARG A\n# B c\nARG A B\n'],
    ['a stage without a name', '# b\nFROM a\n'],
    ['the name in lower case', '# build b\nFROM a AS Build\n'],
    ['behind an instruction', 'FROM a\n«# b»\nARG C\n'],
    ['across a blank line', '# b\n«# c»\n\nARG D\n# e\n#\n\nARG F\n'],
  ],
  { settings: { rules: { 'dockerfile/invalid-description': 'info' } } },
);
