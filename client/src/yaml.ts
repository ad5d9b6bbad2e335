import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { Elsewhere } from '../../server/src/lsp/protocol';
import { kubernetesPatterns, namesKubernetesSchema } from './yamlSchemas';

type SendRequest = NonNullable<Middleware['sendRequest']>;

/** Tells the server, with every hover and completion, whether Red Hat's YAML extension answers it, too. */
export const sendRequest: SendRequest = (type, param, token, next) => {
  const setting = ASKED[typeof type === 'string' ? type : type.method];
  const uri = (param as { readonly textDocument?: { readonly uri: string } } | undefined)?.textDocument?.uri;
  if (setting === undefined || uri === undefined || !isElsewhere(uri, setting))
    return next(type, param, token);
  const more: Elsewhere = { schemaElsewhere: true };
  return next(type, { ...param, ...more } as typeof param, token);
};

/** The settings of the YAML extension with which it answers. */
const ASKED: Readonly<Record<string, string>> = {
  'textDocument/hover': 'hover',
  'textDocument/completion': 'completion',
};

const YAML = 'redhat.vscode-yaml';
/** It hands the YAML extension a schema for every manifest. */
const KUBERNETES = 'ms-kubernetes-tools.vscode-kubernetes-tools';

function isElsewhere(uri: string, setting: string): boolean {
  // One that is switched off is not there.
  if (!vscode.extensions.getExtension(YAML)) return false;
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  const settings = document && vscode.workspace.getConfiguration('yaml', document.uri);
  if (!settings || document.languageId === 'dockerfile' || settings.get(setting) === false) return false;
  return (
    vscode.extensions.getExtension(KUBERNETES) !== undefined ||
    namesKubernetesSchema(document.getText(new vscode.Range(0, 0, 20, 0))) ||
    kubernetesPatterns(settings.get('schemas')).some((pattern) => matches(pattern, document))
  );
}

/** A pattern that begins with a slash counts from the folder. */
function matches(pattern: string, document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const written = pattern.startsWith('/')
    ? folder && new vscode.RelativePattern(folder, pattern.slice(1))
    : `**/${pattern}`;
  return written !== undefined && vscode.languages.match({ pattern: written }, document) > 0;
}
