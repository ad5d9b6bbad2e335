import * as vscode from 'vscode';
import { SECTION } from '../../server/src/lsp/protocol';
import { NAME } from './identity';
import { NAMES, wouldRatherReadKorean } from './language';
import { SELECTOR } from './ours';
import { language, say } from './say';
import type { Session } from './session';

/** One entry among the language status items of our texts: which language we speak, or that the server is gone. */
export function showStatus(session: Session, spoken: readonly string[]): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('containerTutor.status', SELECTOR);
  item.name = NAME;
  const update = () => Object.assign(item, session.gaveUp ? stopped() : speaking(spoken));
  update();
  return vscode.Disposable.from(
    item,
    session.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.language`)) update();
    }),
  );
}

type State = Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'severity' | 'command'>;

function speaking(spoken: readonly string[]): State {
  const text = say('Explains in {0}', NAMES[language()]);
  const severity = vscode.LanguageStatusSeverity.Information;
  if (wouldRatherReadKorean(spoken)) {
    // In Korean whatever VS Code speaks: it is meant for those who would rather read Korean.
    const command = { command: 'containerTutor.setLanguage', title: '한국어로 보기', arguments: ['ko'] };
    return { text, detail: NAME, severity, command };
  }
  const command = { command: 'containerTutor.switchLanguage', title: say('Switch Language') };
  return { text, detail: NAME, severity, command };
}

function stopped(): State {
  return {
    text: say('The server stopped after crashing several times'),
    detail: NAME,
    severity: vscode.LanguageStatusSeverity.Error,
    command: { command: 'containerTutor.restartServer', title: say('Restart') },
  };
}
