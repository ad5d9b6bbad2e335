import * as vscode from 'vscode';
import { LAB_SCHEME } from '../../server/src/lsp/views/labProtocol';

/** Which texts go to the server; whether a YAML file is a manifest at all is for the server to say. */
export const SELECTOR = [
  { language: 'dockerfile' },
  { language: 'yaml' },
  // For those who gave Dockerfiles another language, such as a template's.
  { pattern: '**/{Dockerfile,Dockerfile.*,*.Dockerfile,Containerfile}' },
];

/** Besides ours, those whose text counts for ours before it is saved. */
export const TOLD = [...SELECTOR, { pattern: '**/*.dockerignore' }];

/**
 * Texts nobody edits: the past, what programs print, and an assistant's drafts. A selector can only list what it
 * wants, and a file may come from any scheme, so these are taken out by name.
 */
const NOT_EDITED = new Set([
  'git',
  'gitlens',
  'gitlens-git',
  'gitfs',
  'pr',
  'review',
  'vscode-local-history',
  'output',
  LAB_SCHEME,
  'debug',
  'search-editor',
  'chat-editing-text-model',
  'chat-editing-snapshot-text-model',
]);

export function isOurs(document: vscode.TextDocument): boolean {
  return isEdited(document) && vscode.languages.match(SELECTOR, document) > 0;
}

/** Whether the server hears of it. */
export function isTold(document: vscode.TextDocument): boolean {
  return isEdited(document) && vscode.languages.match(TOLD, document) > 0;
}

function isEdited({ uri }: vscode.TextDocument): boolean {
  return !NOT_EDITED.has(uri.scheme);
}
