import type { workspace } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';

type Configuration = NonNullable<NonNullable<Middleware['workspace']>['configuration']>;
type Trust = Pick<typeof workspace, 'isTrusted' | 'onDidGrantWorkspaceTrust'>;

/** The settings as the server asks for them. Until the workspace is trusted, none of them has a program run. */
export function configurationIn(trust: Trust): Configuration {
  return async (params, token, next) => {
    const sections = await next(params, token);
    return trust.isTrusted || !Array.isArray(sections) ? sections : sections.map(withoutPrograms);
  };
}

/** Has a client's server ask again, while it runs, once the workspace is trusted. */
export function askWhenTrusted(client: BaseLanguageClient, trust: Trust): void {
  let waiting: { dispose(): unknown } | undefined;
  client.registerFeature({
    fillClientCapabilities: () => {},
    initialize: () => {
      waiting = trust.onDidGrantWorkspaceTrust(() =>
        client.sendNotification('workspace/didChangeConfiguration', { settings: null }),
      );
    },
    getState: () => ({ kind: 'static' }),
    clear: () => waiting?.dispose(),
  });
}

function withoutPrograms(section: { readonly dockerfile?: object } | null) {
  return section && { ...section, dockerfile: { ...section.dockerfile, shellcheck: false } };
}
