import { table } from './edges';

// What a heredoc is to each rule: a script in the image's shell, a script of another program, or a file's text.
// Source: https://docs.docker.com/reference/dockerfile/#here-documents

const run = (body: string, head = 'RUN <<EOF') => `FROM debian:13.2-slim\n${head}\n${body}\nEOF\n`;

table('apt-get-without-yes', [
  [
    'in the script',
    run('apt-get update\napt-get «install» curl'),
    run('apt-get update\napt-get install -y curl'),
  ],
  ['with tabs stripped', run('\tapt-get «install» curl', 'RUN <<-EOF')],
  ['with the end quoted', run('apt-get «install» $X', "RUN <<'EOF'")],
  ['read by a shell that is named', run('apt-get «install» curl', 'RUN bash <<EOF')],
  ['read by a shell with options', run('apt-get «install» curl', 'RUN bash -ex <<EOF')],
  ['read by a shell by its #! line', run('#!/bin/bash -e\napt-get «install» curl')],
  ['in ONBUILD', run('apt-get «install» curl', 'ONBUILD RUN <<EOF')],
  ['behind a flag', run('apt-get «install» curl', 'RUN --network=default <<EOF')],
  ['two are input of no command', 'FROM debian:13.2-slim\nRUN <<A <<B\ntrue\nA\napt-get install curl\nB\n'],
  ['as the answers of a command', 'FROM debian:13.2-slim\nRUN apt-get install curl <<EOF\ny\nEOF\n'],
  ['a word that only looks like the end', run('echo EOFS\n EOF\napt-get «install» curl')],
  [
    'a comment in the script stays',
    run('# why\napt-get «install» curl # here'),
    run('# why\napt-get install -y curl # here'),
  ],
  ['CRLF', run('apt-get «install» curl').replaceAll('\n', '\r\n')],
  ['read by Python', run('apt-get install curl', 'RUN python3 <<EOF')],
  ['read by Python, by its #! line', run('#!/usr/bin/env python3\napt-get install curl')],
  ['given to cat', run('apt-get install curl', 'RUN cat <<EOF')],
  ['written to a file', run('apt-get install curl', 'RUN cat <<EOF > /usr/local/bin/setup')],
  ['text of COPY', 'FROM debian:13.2-slim\nCOPY <<EOF /setup.sh\napt-get install curl\nEOF\n'],
  ['a heredoc inside the script', run('cat > /setup.sh <<X\napt-get install curl\nX\ntrue')],
  ['a here-string', 'FROM debian:13.2-slim\nRUN cat <<< "apt-get install curl"\n'],
]);

table('heredoc-unterminated', [
  ['no end', 'FROM debian:13.2-slim\nRUN «<<EOF»\necho a\n'],
  ['an indented end', 'FROM debian:13.2-slim\nRUN «<<EOF»\necho a\n  EOF\n'],
  ['an end with a space behind it', 'FROM debian:13.2-slim\nRUN «<<EOF»\necho a\nEOF \n'],
  ['an end indented by spaces under <<-', 'FROM debian:13.2-slim\nRUN «<<-EOF»\necho a\n  EOF\n'],
  ['an end indented by tabs under <<-', 'FROM debian:13.2-slim\nRUN <<-EOF\necho a\n\tEOF\n'],
  ['the second of two', 'FROM debian:13.2-slim\nRUN <<A «<<B»\na\nA\nb\n'],
  ['of COPY', 'FROM debian:13.2-slim\nCOPY «<<EOF» /a\necho a\n'],
  ['on the last line without a line end', 'FROM debian:13.2-slim\nRUN <<EOF\necho a\nEOF'],
]);

table('pipe-hides-failure', [
  ['a pipe in the script', run('«curl» https://a.example/x | sh')],
  ['pipefail set in the script', run('set -o pipefail\ncurl https://a.example/x | sh', 'RUN bash <<EOF')],
  ['pipefail by the #! line', run('#!/bin/bash -eo pipefail\ncurl https://a.example/x | sh')],
]);

table('apt-lists-kept', [
  ['removed on a later line', run('apt-get update\napt-get install -y curl\nrm -rf /var/lib/apt/lists/*')],
  [
    'removed before they are there',
    run('rm -rf /var/lib/apt/lists/*\napt-get «update»\napt-get install -y curl'),
  ],
]);

table('apt-get-update-alone', [
  ['both in one script', run('apt-get update\napt-get install -y curl')],
  ['alone in a script', run('apt-get «update»')],
]);

table('consecutive-run', [
  [
    'scripts are not joined to lines',
    'FROM a:1\nRUN <<A\nx\nA\n«RUN» <<B\ny\nB\n',
    'FROM a:1\nRUN <<A\nx\nA\nRUN <<B\ny\nB\n',
  ],
  ['nor a line to a script', 'FROM a:1\nRUN x\n«RUN» <<B\ny\nB\n', 'FROM a:1\nRUN x\nRUN <<B\ny\nB\n'],
]);

table('cd-in-run', [['first in a script', run('«cd» /app\nmake')]]);

table('sudo-in-run', [['in a script', run('«sudo» make install')]]);

table('undefined-variable', [
  ['BuildKit leaves the script to the shell', run('echo $NOTHING')],
  ['but fills in the text of COPY', 'FROM scratch\nCOPY <<EOF /a\n«$NOTHING»\nEOF\n'],
  ['not behind a quoted end', "FROM scratch\nCOPY <<'EOF' /a\n$NOTHING\nEOF\n"],
]);

table('heredoc-as-destination', [
  ['the last word of COPY', 'FROM scratch\nCOPY a «<<EOF»\nb\nEOF\n'],
  ['the first word', 'FROM scratch\nCOPY <<EOF /a\nb\nEOF\n'],
]);

table('unknown-instruction', [
  ['lines of a script are none', run('FORM a\nMAINTAINER b')],
  ['the line behind the end is one', `${run('true')}«FORM» a\n`],
]);

table('unpinned-system-package', [['in a script', run('apk add «curl»')]]);
table('too-many-layers', [['a script is one layer', `FROM a:1\n${'RUN <<E\nx\ny\nE\n'.repeat(5)}`]]);
