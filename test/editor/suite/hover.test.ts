import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, finding, hoverAt, isKorean, setting, show, WITHOUT_YES } from './editor';

const FROM = new vscode.Position(0, 1);

describe('hovers', () => {
  let uri: vscode.Uri;
  before(async () => {
    ({ uri } = (await show('hover/Dockerfile', WITHOUT_YES)).document);
    await finding(uri);
  });
  after(closeAll);

  for (const language of ['ko', 'en']) {
    it(`explain a concept in ${language}`, () =>
      setting('containerTutor.language', language, async () => {
        const text = await eventually(
          () => hoverAt(uri, FROM),
          (text) => text.includes('**FROM**') && isKorean(textBeforeLinks(text)) === (language === 'ko'),
        );
        assert.ok(text.split('\n').filter((line) => line.trim()).length <= 14, text);
      }));
  }

  it('explain a flag, a mount, a variable and what it is worth', async () => {
    const text =
      'FROM debian:13.2-slim\nENV AT=/srv/app\nRUN --mount=type=cache,target=/c true\nWORKDIR $AT\n';
    const { document } = await show('hover-words/Dockerfile', text);
    for (const [word, says] of [
      ['--mount', /--mount/],
      ['target', /target/],
      ['$AT', /\/srv\/app/],
    ] as const)
      await eventually(
        () => hoverAt(document.uri, document.positionAt(text.indexOf(word) + 2)),
        (said) => says.test(said),
      );
  });

  it('explain a finding, with a link that may run our commands only', async () => {
    const { range } = await finding(uri);
    const hovers = await eventually(
      () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, range.start),
      (found) => found.length > 0,
    );
    const [content] = hovers.flatMap(({ contents }) => contents) as vscode.MarkdownString[];
    assert.match(content!.value, /command:containerTutor\.openPage\?/);
    assert.deepEqual(content!.isTrusted, {
      enabledCommands: [
        'containerTutor.openPage',
        'containerTutor.setLanguage',
        'containerTutor.showPlaces',
        'containerTutor.showSteps',
        'containerTutor.fixed',
      ],
    });
  });

  it('can be longer, and off', async () => {
    const compact = await hoverAt(uri, FROM);
    await setting('containerTutor.hover', 'full', () =>
      eventually(
        () => hoverAt(uri, FROM),
        (text) => text.length > compact.length,
      ),
    );
    await setting('containerTutor.hover', 'off', () =>
      eventually(
        () => hoverAt(uri, FROM),
        (text) => text === '',
      ),
    );
  });
});

/** The last line names both languages. */
function textBeforeLinks(text: string): string {
  return text.split('\n').slice(0, -1).join('\n');
}
