import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { readMarks } from '../server/src/core/marked';
import { dockerfileGrammar, tokensOf } from './grammar-tokens';

// One row, one thing to colour: «marked» words have a scope that begins so, or with `-` none that does.

type Row = readonly [name: string, marked: string, ...scopes: string[]];

let grammar: IGrammar;
before(async () => {
  grammar = await dockerfileGrammar();
});

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [name, marked, ...expected] of rows)
      it(name, () => {
        const { text, ranges } = readMarks(marked);
        assert.equal(ranges.length, expected.length);
        const tokens = tokensOf(grammar, text);
        ranges.forEach((range, i) => {
          const scope = expected[i]!;
          const word = text.slice(range.start, range.end);
          for (const token of tokens) {
            if (token.end <= range.start || token.start >= range.end || token.end === token.start) continue;
            const found = token.scopes.some((one) => one.startsWith(scope.replace(/^-/, '')));
            assert.equal(found, !scope.startsWith('-'), `${word}: ${scope} in ${token.scopes.join(' ')}`);
          }
        });
      });
  });
}

const COMMAND = 'entity.name.command.shell';
const KEYWORD = 'keyword.other.special-method.dockerfile';
const SHELL = 'meta.embedded.command.shell';
const SCRIPT = 'meta.embedded.heredoc.shell';

table('the shell in RUN', [
  ['a command with its keyword', '«RUN» «apt-get» update\n', KEYWORD, COMMAND],
  ['what follows &&, ; and |', 'RUN a && «b»; «c» | «d»\n', COMMAND, COMMAND, COMMAND],
  [
    'strings and variables',
    `RUN echo «"a b"» «$C» «'d'»\n`,
    'string.quoted.double.shell',
    'variable.other.normal.shell',
    'string.quoted.single.shell',
  ],
  ['options', 'RUN ls «-la»\n', '-comment'],
  ['keywords', 'RUN «if» true; «then» x; «fi»\n', 'keyword.control', 'keyword.control', 'keyword.control'],
  ['it ends with the line', 'RUN ls\n«ENV» «A=ls»\n', KEYWORD, `-${SHELL}`],
  [
    'a continuation',
    'RUN ls «\\»\n  && «cat» x\n«ENV» a=b\n',
    'constant.character.escape.line-continuation',
    COMMAND,
    KEYWORD,
  ],
  ['blanks behind the backslash', 'RUN ls \\  \n  && «cat» x\n', COMMAND],
  ['nothing before the first continuation', 'RUN \\\n  «ls»\n', COMMAND],
  [
    'a comment inside',
    "RUN ls \\\n«# it's»\n  && «cat» x\nENV «a»=b\n",
    'comment.line',
    COMMAND,
    `-${SHELL}`,
  ],
  [
    'arguments go on behind a comment',
    'RUN apt-get install \\\n  # why\n  «curl» \\\n  git\n',
    'string.unquoted.argument.shell',
  ],
  ['and behind a blank line', 'RUN apt-get install \\\n\n  «curl»\n', 'string.unquoted.argument.shell'],
  [
    'a comment inside a string',
    'RUN echo "a \\\n«# b»\n «c»"\n«ENV» a=b\n',
    'comment.line',
    'string.quoted.double.shell',
    KEYWORD,
  ],
  ['a quote that is never closed ends with the instruction', `RUN echo it's\n«COPY» a b\n`, KEYWORD],
  ['what the shell grammar misreads too', 'RUN echo $((1<<2))\n«COPY» a b\n', KEYWORD],
  [
    'flags',
    'RUN «--mount»=«type»=«cache»,target=/c «ls»\n',
    '-string',
    'variable.parameter.mount',
    'string.unquoted.flag',
    COMMAND,
  ],
  [
    'flags on lines of their own',
    'RUN --mount=type=ssh \\\n  --«network»=none \\\n  «ls»\n',
    'entity.other.attribute-name.flag',
    COMMAND,
  ],
  ['ONBUILD', '«ONBUILD» «RUN» «ls»\n', 'keyword.control.dockerfile', KEYWORD, COMMAND],
  ['small letters', '«run» «ls»\nenv a=b\n', KEYWORD, COMMAND],
  ['CMD and ENTRYPOINT', 'CMD «exec» x\nENTRYPOINT «y»\n', 'meta.statement.command.shell', COMMAND],
  ['a test is no JSON', 'RUN [ "$A" = "b" ] && «x»\n', COMMAND],
  ['a word that begins so', 'RUNS «ls»\n', `-${SHELL}`],
]);

table('heredocs', [
  [
    'a script',
    'RUN «<<»«EOF»\n«echo» "a"\n«EOF»\n«ENV» a=b\n',
    'keyword.operator.heredoc',
    'punctuation.definition.heredoc',
    COMMAND,
    'punctuation.definition.heredoc',
    KEYWORD,
  ],
  ['flags before it', 'RUN --mount=type=ssh <<EOF\n«echo» a\nEOF\n', COMMAND],
  ['quotes', 'RUN <<"EOF"\n«echo» a\nEOF\n«ENV» a=b\n', SCRIPT, KEYWORD],
  ['a dash and tabs', 'RUN <<-EOF\n\t«echo» a\n\tEOF\n«ENV» a=b\n', COMMAND, KEYWORD],
  ['a quote that is never closed', `RUN <<EOF\necho it's\nEOF\n«ENV» a=b\n`, KEYWORD],
  ['a comment in the script', 'RUN <<EOF\n«# why»\n«ls»\nEOF\n', 'comment.line', COMMAND],
  ['lines that look like instructions', 'RUN <<EOF\n«USER x»\nEOF\n', SCRIPT],
  ['a shell named by the first line', 'RUN <<EOF\n#!/bin/bash -e\n«ls»\nEOF\n', COMMAND],
  ['Python', 'RUN <<EOF\n#!/usr/bin/env python3\n«print("it\'s")»\nEOF\n«ENV» a=b\n', `-${SCRIPT}`, KEYWORD],
  ['Python reads its own grammar', 'RUN <<EOF\n«#!/usr/bin/python3»\nEOF\n', 'meta.embedded.heredoc'],
  ['another interpreter', "RUN <<EOF\n#!/usr/bin/perl\n«print 'x'»\nEOF\n", `-${SCRIPT}`],
  [
    'what a command reads',
    `RUN «cat» <<EOF > /x\n«it's FROM»\nEOF\n«ENV» a=b\n`,
    COMMAND,
    'string.unquoted.heredoc',
    KEYWORD,
  ],
  [
    'a whole Dockerfile',
    'RUN cat <<EOF > /x\n«FROM x»\n«RUN y»\nEOF\n',
    'string.unquoted.heredoc',
    'string.unquoted.heredoc',
  ],
  ['a file', '«COPY» <<EOF /x\n«RUN it»\nEOF\n«ENV» a=b\n', KEYWORD, 'string.unquoted.heredoc', KEYWORD],
  ['a file of ADD, with a flag', 'ADD --chmod=755 <<EOF /x\n«RUN it»\nEOF\n', 'string.unquoted.heredoc'],
  ['a here-string is none', 'RUN cat <<<"a"\n«ENV» a=b\n', KEYWORD],
]);

table('JSON', [
  [
    'CMD',
    '«CMD» «[»«"a"»«,» "b«\\"»c"]\n',
    KEYWORD,
    'punctuation.definition.array',
    'string.quoted.double.json',
    'punctuation.separator.array',
    'constant.character.escape',
  ],
  ['RUN', 'RUN [«"a"», "b"]\nENV «a=b»\n', 'string.quoted.double.json', '-meta.embedded'],
  ['a shell reads nothing in it', 'RUN ["«ls» $A"]\n', `-${COMMAND}`],
  [
    'HEALTHCHECK',
    'HEALTHCHECK --«interval»=5s «CMD» [«"a"»]\n',
    'entity.other.attribute-name.flag',
    KEYWORD,
    'string.quoted.double.json',
  ],
  [
    'over lines, with a comment',
    'ENTRYPOINT [ \\\n  «# why»\n  «"a"», \\\n  "b" ]\n«ENV» a=b\n',
    'comment.line',
    'string.quoted.double.json',
    KEYWORD,
  ],
  ['a string that is not closed', 'CMD ["a", "b\n«ENV» a=b\n', KEYWORD],
]);

table('no shell', [
  ['of PowerShell by SHELL', 'FROM a\nSHELL ["pwsh", "-c"]\nRUN «Get-Item x»\n', `-${SHELL}`],
  ['until the next stage', 'FROM a\nSHELL ["powershell.exe", "-c"]\nRUN x\nFROM b\nRUN «ls»\n', COMMAND],
  ['or the next SHELL', 'FROM a\nSHELL ["cmd", "/S"]\nRUN x\nSHELL ["/bin/bash", "-c"]\nRUN «ls»\n', COMMAND],
  ['bash is one', 'FROM a\nSHELL ["/bin/bash", "-c"]\nRUN «ls»\n', COMMAND],
  [
    'on a Windows base',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2025 «AS» w\nRUN «dir c:»\\\n',
    KEYWORD,
    `-${SHELL}`,
  ],
  ['of a PowerShell command', 'RUN «powershell» -c x\n', `-${SHELL}`],
  ['with the backtick as escape', '# escape=`\nFROM a\nRUN «dir» c:\\\n«ENV» a=b\n', `-${SHELL}`, KEYWORD],
  ['the directive itself', '# «escape»=«`»\n', 'keyword.other.directive', 'constant.character.escape'],
]);

table('comments and directives', [
  ['syntax', '# «syntax»=«docker/dockerfile:1»\n', 'keyword.other.directive', 'string.unquoted.directive'],
  ['check', '# «check»=«skip=all»\n', 'keyword.other.directive', 'string.unquoted.directive'],
  [
    'a suppression',
    '# «container-tutor» «ignore»=«DL3008»\nRUN ls\n',
    'keyword.other.directive',
    'keyword.control.ignore',
    'variable.other.constant.rule',
  ],
  [
    'a suppression behind a RUN',
    'RUN ls\n# «container-tutor» ignore=DL3008\nRUN ls\n',
    'keyword.other.directive',
  ],
  ['a comment behind a RUN', "RUN ls\n«# it's»\n«ENV» a=b\n", 'comment.line', KEYWORD],
  [
    'flags of COPY',
    '«COPY» --«from»=«a» x y\n',
    KEYWORD,
    'entity.other.attribute-name.flag',
    'string.unquoted.flag',
  ],
  ['FROM as ever', '«FROM» a «AS» b\n', KEYWORD, KEYWORD],
]);
