import * as vscode from 'vscode';
import { type BaseLanguageClient, DocumentDiagnosticRequest, type Middleware } from 'vscode-languageclient';
import { type DiagnosticData, SECTION } from '../../server/src/lsp/protocol';
import { isShown, type Other } from './same';

/** The settings that say `auto`, `on` or `off`, by the language of a rule. */
const SETTINGS: Readonly<Record<string, string>> = {
  dockerfile: 'dockerfile.lint',
  shellcheck: 'dockerfile.lint',
  kubernetes: 'kubernetes.schema',
};

type Provide = NonNullable<Middleware['provideDiagnostics']>;
type Report = Awaited<ReturnType<Provide>>;
type Items = Extract<Report, { items: unknown }>['items'];

/**
 * Keeps quiet, where a setting is `auto`, about what another extension shows already. What others show is all that
 * counts: an extension that is not active shows nothing, and so nothing needs to know which are installed.
 */
export class Beside {
  /** All that the server said last, with what the others showed then. */
  readonly #said = new Map<string, { readonly items: Items; readonly others: string }>();

  readonly provideDiagnostics: Provide = async (document, previousResultId, token, next) => {
    const uri = document instanceof vscode.Uri ? document : document.uri;
    const report = await next(document, previousResultId, token);
    const items = report && 'items' in report ? report.items : this.#said.get(uri.toString())?.items;
    if (!report || !items) return report;
    const others = othersAt(uri);
    this.#said.set(uri.toString(), { items, others: JSON.stringify(others) });
    const kept = items.filter((one) => !(isAuto(one, uri) && isShownBy(one, others)));
    return { ...report, kind: FULL, items: kept } as Report;
  };

  /** Has a client look again, while it runs, when the others or a setting say something else. */
  join(client: BaseLanguageClient): void {
    let watching: vscode.Disposable | undefined;
    client.registerFeature({
      fillClientCapabilities: () => {},
      initialize: () => {
        watching = this.#watch(client);
      },
      getState: () => ({ kind: 'static' }),
      clear: () => watching?.dispose(),
    });
  }

  #watch(client: BaseLanguageClient): vscode.Disposable {
    const again = () => {
      const feature = client.getFeature(DocumentDiagnosticRequest.method);
      const known = vscode.workspace.textDocuments.find(({ uri }) => this.#said.has(uri.toString()));
      // One asks for all.
      if (known) feature?.getProvider(known)?.onDidChangeDiagnosticsEmitter.fire();
    };
    return vscode.Disposable.from(
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => this.#isOld(uri))) again();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (Object.values(SETTINGS).some((name) => change.affectsConfiguration(`${SECTION}.${name}`)))
          again();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#said.delete(uri.toString())),
    );
  }

  #isOld(uri: vscode.Uri): boolean {
    const said = this.#said.get(uri.toString());
    return said !== undefined && said.others !== JSON.stringify(othersAt(uri));
  }
}

const FULL = 'full';

function isAuto({ code }: vscode.Diagnostic, uri: vscode.Uri): boolean {
  const setting = SETTINGS[String(codeOf(code)).split('/')[0]!];
  return setting !== undefined && vscode.workspace.getConfiguration(SECTION, uri).get(setting) === 'auto';
}

function isShownBy(own: vscode.Diagnostic & { data?: unknown }, others: readonly Other[]): boolean {
  const data = own.data as DiagnosticData | undefined;
  return data !== undefined && isShown({ ...data, rule: String(codeOf(own.code)), at: linesOf(own) }, others);
}

function othersAt(uri: vscode.Uri): Other[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source !== OURS)
    .map((one) => ({ source: one.source, code: codeOf(one.code), lines: linesOf(one) }));
}

function linesOf({ range }: vscode.Diagnostic): Other['lines'] {
  return [range.start.line, range.end.line];
}

function codeOf(code: vscode.Diagnostic['code']): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

const OURS = 'container-tutor';
