import {
  DiagnosticSeverity,
  type Range as LspRange,
  type TextEdit as LspTextEdit,
  type Position,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Severity } from '../core/rule';
import type { Range, TextEdit } from '../core/span';

// The only place where offsets become lines and columns. LSP counts UTF-16 units, as the core does.

export function toRange(document: TextDocument, { start, end }: Range): LspRange {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

export function toSpan(document: TextDocument, { start, end }: LspRange): Range {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

export function toTextEdit(document: TextDocument, edit: TextEdit): LspTextEdit {
  return { range: toRange(document, edit), newText: edit.text };
}

export function toSeverity(severity: Severity): DiagnosticSeverity {
  return SEVERITY[severity];
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The line of an offset as people count: from 1. */
export function lineOf(document: TextDocument, offset: number): number {
  return lineAt(document, offset) + 1;
}

/** The line of an offset as the protocol counts: from 0. */
export function lineAt(document: TextDocument, offset: number): number {
  return document.positionAt(offset).line;
}
