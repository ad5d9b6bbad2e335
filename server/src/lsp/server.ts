import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { isConfig } from '../config/kind';
import { canonical } from '../core/address';
import { render, type Text } from '../core/text';
import { ConfigProblems } from './configProblems';
import { Diagnostics } from './diagnostics';
import { CODE_ACTION_KINDS, codeActions, resolveCodeAction } from './features/codeActions';
import { complete, triggersOf } from './features/completion';
import { definition } from './features/definition';
import { explain } from './features/explain';
import { folding } from './features/folding';
import { highlights } from './features/highlight';
import { hover } from './features/hover';
import { Lenses } from './features/lenses';
import { links } from './features/links';
import { outline } from './features/outline';
import { references } from './features/references';
import { prepareRename, rename } from './features/rename';
import { selections } from './features/selection';
import { kubernetesVersion } from './features/version';
import { guard } from './guard';
import { readPage } from './pages';
import {
  CATALOGUE,
  EXPLAIN,
  type ExplainParams,
  KUBERNETES_VERSION,
  type KubernetesVersionParams,
  PAGE_SCHEME,
  RECONFIGURED,
  SECTION,
  USES,
  type UsesParams,
} from './protocol';
import { scan } from './scan';
import { type Host, Session } from './session';
import { applySettings } from './settings';
import { catalogue } from './views/catalogue';
import { LAYERS, type LayersParams, OBJECTS, type ObjectsParams } from './views/drawingProtocol';
import { CHECK_LAB, LAB_TEXT, LABS, type LabParams, type LabTextParams } from './views/labProtocol';
import { Labs } from './views/labs';
import { layers } from './views/layers';
import { Objects } from './views/objects';
import { Uses } from './views/uses';
import { filesChanged, watchFiles } from './watchedFiles';

/** Serves one client over a connection; what Node and the browser share. Only wiring: each feature has its file. */
export function serve(connection: Connection, host: Host): void {
  const session = new Session(host, (message) => connection.console.error(message));
  const diagnostics = new Diagnostics(session, connection);
  const lenses = new Lenses(session, connection);
  const labs = new Labs(session, connection);
  const objects = new Objects(session, connection);
  const uses = new Uses(session);
  const problems = new ConfigProblems(session, connection);
  let folders: readonly string[] = [];
  let start = () => {};
  session.started = new Promise((resolve) => {
    start = resolve;
  });
  const safely = <T>(doing: string, answer: () => T | Promise<T>, empty: T) =>
    guard(connection, doing, answer, empty);
  const inBackground = (doing: string, work: () => Promise<void>) => void safely(doing, work, undefined);

  /** What the workspace says may be something else now. */
  const changed = () => {
    diagnostics.changed();
    lenses.changed();
    objects.changed();
  };
  session.shellChecks.onChanged = () => diagnostics.changed();
  session.shellChecks.onMissing = (program) =>
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: render(NO_SHELLCHECK, session.lang, { program }),
    });
  const rescan = () =>
    inBackground('Reading the workspace', async () => {
      if (await scan(session, connection, folders)) changed();
    });
  const reconfigured = async () => {
    session.configFiles.forget();
    session.configs.forget();
    changed();
    await problems.tell();
    if (session.options.reconfigured) await connection.sendNotification(RECONFIGURED);
  };

  connection.onInitialize((params) => {
    session.initialize(params);
    folders = foldersOf(params);
    return { capabilities: capabilities(session), serverInfo: { name: PAGE_SCHEME, version } };
  });
  connection.onInitialized(() => {
    inBackground('Starting', async () => {
      session.workspace.folders = folders;
      await applySettings(session, connection);
      start();
      rescan();
      await watchFiles(session, connection);
      if (session.client.workspace?.didChangeConfiguration?.dynamicRegistration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      if (session.client.workspace?.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => canonical(uri)));
          folders = [
            ...folders.filter((folder) => !gone.has(folder)),
            ...added.map(({ uri }) => canonical(uri)),
          ];
          rescan();
          inBackground('Reading settings', () => applySettings(session, connection).then(reconfigured));
        });
    });
  });

  connection.onDidChangeConfiguration(({ settings }) =>
    inBackground('Reading settings', async () => {
      await applySettings(session, connection, settings?.[SECTION]);
      await reconfigured();
    }),
  );
  connection.onDidChangeWatchedFiles((params) =>
    inBackground('Reading changed files', async () => {
      await labs.changed(params.changes.map(({ uri }) => canonical(uri)));
      const { texts, config, ignored } = await filesChanged(session, params);
      if (ignored) rescan();
      if (config) await reconfigured();
      else if (texts) changed();
    }),
  );
  session.texts.listen(connection, {
    changed: (uri, opened) => {
      if (opened) session.workspace.open(uri);
      changed();
      if (isConfig(uri)) inBackground('Reading the configuration', reconfigured);
      else if (opened)
        inBackground('Checking the configuration', () => session.started.then(() => problems.tell()));
    },
    closed: (uri, clientUri) => {
      diagnostics.closed(uri, clientUri);
      lenses.closed(uri);
      session.shellChecks.closed(uri);
      inBackground('Closing a document', async () => {
        await session.workspace.close(uri);
        if (isConfig(uri)) await reconfigured();
        else changed();
      });
    },
  });

  connection.languages.diagnostics.on((params) =>
    safely('Diagnostics', () => diagnostics.pull(params), { kind: 'full', items: [] }),
  );
  connection.onHover((params) => safely('Hover', () => hover(session, params), null));
  connection.onCompletion((params) => safely('Completion', () => complete(session, params), null));
  connection.onCodeAction((params) => safely('Code actions', () => codeActions(session, params), []));
  connection.onCodeActionResolve((action) =>
    safely('Code action', () => resolveCodeAction(session, action), action),
  );
  connection.onDefinition((params) => safely('Definition', () => definition(session, params), null));
  connection.onReferences((params) => safely('References', () => references(session, params), null));
  connection.onDocumentHighlight((params) => safely('Highlights', () => highlights(session, params), null));
  connection.onPrepareRename((params) => safely('Rename', () => prepareRename(session, params), null));
  connection.onRenameRequest((params) => safely('Rename', () => rename(session, params), null));
  connection.onDocumentSymbol((params) => safely('Outline', () => outline(session, params), null));
  connection.onFoldingRanges((params) => safely('Folding', () => folding(session, params), null));
  connection.onSelectionRanges((params) => safely('Selection', () => selections(session, params), null));
  connection.onDocumentLinks((params) => safely('Links', () => links(session, params), null));
  connection.onCodeLens((params) => safely('Lenses', () => lenses.of(params), null));
  connection.onCodeLensResolve((lens) => safely('Lens', () => lenses.resolve(lens), lens));
  connection.workspace.textDocumentContent.on(({ uri }) =>
    safely('Page', async () => ({ text: await readPage(session, uri) }), { text: '' }),
  );
  connection.onRequest(LAYERS, (params: LayersParams) =>
    safely('Layers', () => layers(session, params), null),
  );
  connection.onRequest(OBJECTS, (params: ObjectsParams) => safely('Objects', () => objects.of(params), null));
  connection.onRequest(EXPLAIN, (params: ExplainParams) =>
    safely('Explain', () => explain(session, params), null),
  );
  connection.onRequest(CATALOGUE, () =>
    safely('Catalogue', () => catalogue(session), { chapters: [], rules: [] }),
  );
  connection.onRequest(USES, (params: UsesParams) => safely('Uses', () => uses.of(params), { uses: [] }));
  connection.onRequest(KUBERNETES_VERSION, (params: KubernetesVersionParams) =>
    safely('Version', () => kubernetesVersion(session, params), null),
  );
  connection.onRequest(LABS, () => safely('Labs', () => labs.list(), []));
  connection.onRequest(CHECK_LAB, (params: LabParams) => safely('Lab', () => labs.check(params), null));
  connection.onRequest(LAB_TEXT, (params: LabTextParams) =>
    safely('Text of a lab', () => labs.text(params), { text: null }),
  );
  connection.listen();
}

function capabilities(session: Session): InitializeResult['capabilities'] {
  const { client, options } = session;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    diagnosticProvider: { identifier: PAGE_SCHEME, interFileDependencies: true, workspaceDiagnostics: false },
    hoverProvider: true,
    completionProvider: { triggerCharacters: triggersOf(session) },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: { label: 'Container Tutor' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    codeLensProvider: { resolveProvider: true },
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: true },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // A client that shows pages by itself only wants to be answered.
      ...(client.workspace?.textDocumentContent &&
        !options.pages && { textDocumentContent: { schemes: [PAGE_SCHEME] } }),
    },
  };
}

const NO_SHELLCHECK: Text = {
  ko: 'Container Tutor: ShellCheck({program})를 찾지 못했다. 설치하거나, 설정 containerTutor.dockerfile.shellcheckPath에 어디 있는지 적거나, containerTutor.dockerfile.shellcheck를 끈다.',
  en: 'Container Tutor: ShellCheck ({program}) was not found. Install it, say where it is in the setting containerTutor.dockerfile.shellcheckPath, or switch containerTutor.dockerfile.shellcheck off.',
};

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map((uri) => canonical(uri).replace(/\/$/, ''));
}
