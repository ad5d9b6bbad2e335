import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import { canonical } from '../../core/address';
import type { Config } from '../../core/config';
import type { Diagnosis } from '../../core/diagnosis';
import { ignoreInFile } from '../../core/directive';
import { fixAll } from '../../core/edit';
import type { Fix } from '../../core/rule';
import type { TextEdit } from '../../core/span';
import { isHeard } from '../../core/suppress';
import { render, type Text, type Values } from '../../core/text';
import { toSpan } from '../convert';
import { SOURCE } from '../diagnostic';
import { difference, toWorkspaceEdit } from '../edits';
import { eachFinding } from '../guard';
import { COMMANDS } from '../protocol';
import type { Session } from '../session';
import { whereIn } from './look';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.containerTutor`;
/** What a lens leads to. */
export const STEPS = `${CodeActionKind.RefactorRewrite}.containerTutor.podSecurity`;
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL, STEPS];

/** What a client sends back to have an action's edit worked out: only when it is chosen. */
interface Deferred {
  readonly uri: string;
  /** Only this rule's fixes. */
  readonly rule?: string;
}

/** Repairs and silences for the findings in a range; all safe repairs at once where those are asked for. */
export async function codeActions(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const uri = canonical(params.textDocument.uri);
  const { only, diagnostics: shown } = params.context;
  const wanted = (kind: string) => !only || only.some((asked) => `${kind}.`.startsWith(`${asked}.`));
  const resolved = await session.settle(uri);
  const document = session.texts.get(uri);
  if (!document) return [];
  const all = session.diagnose(uri, resolved);
  const range = toSpan(document, params.range);
  const here = all.filter(({ start, end }) => start <= range.end && range.start <= end);
  const actions = wanted(CodeActionKind.QuickFix)
    ? [
        ...eachFinding(session, here, (diagnosis) => fixes(session, diagnosis, shown)),
        ...wholeFile(session, uri, here, all, resolved.config),
        ...silences(session, uri, here, shown, resolved.config),
      ]
    : [];
  // Never among the suggestions of a light bulb: on save, or when asked for by kind.
  if (only && wanted(FIX_ALL) && all.some(safeFix))
    actions.push(deferred(session, resolved.config, { uri }, say(session, TITLES.fixAll), FIX_ALL));
  if (only && wanted(STEPS)) actions.push(...steps(session, uri, range.start, resolved.config));
  return actions.filter((action, i) => actions.findIndex(({ title }) => title === action.title) === i);
}

/** Works out the edit of an action that was offered without one. */
export async function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const data = action.data as Deferred | undefined;
  if (!data) return action;
  const { config } = await session.settle(data.uri);
  return { ...action, edit: fixAllEdit(session, config, data) };
}

function fixes(session: Session, diagnosis: Diagnosis, shown: readonly Diagnostic[]): CodeAction[] {
  return (diagnosis.finding.fixes ?? []).flatMap((fix) => {
    const edits = session.engine.edits(fix.edits);
    if (!edits) return [];
    return {
      title: say(session, fix.title, fix.values),
      kind: CodeActionKind.QuickFix,
      isPreferred: fix.kind === 'safe',
      diagnostics: sameIn(shown, diagnosis),
      edit: toWorkspaceEdit(session, edits),
      ...(session.options.commandLinks && { command: { title: '', command: COMMANDS.fixed } }),
    };
  });
}

/** What would make the object at an offset better, though nothing is wrong with it. */
function steps(session: Session, uri: string, offset: number, config: Config): CodeAction[] {
  const at = session.engine.at(uri, offset);
  const around = at && { facts: at.facts, kubernetesVersion: config.kubernetesVersion };
  const found = (around && at.language.steps?.(at.model, at.part.id, at.offset, around)) ?? [];
  return found.flatMap((fix) => {
    const edits = session.engine.edits(fix.edits);
    if (!edits) return [];
    return { title: say(session, fix.title, fix.values), kind: STEPS, edit: toWorkspaceEdit(session, edits) };
  });
}

/** "Fix all of this kind", where there are more of the kind. */
function wholeFile(
  session: Session,
  uri: string,
  here: readonly Diagnosis[],
  all: readonly Diagnosis[],
  config: Config,
): CodeAction[] {
  const rules = new Set(here.filter(safeFix).map(({ rule }) => rule));
  return [...rules].flatMap((rule) => {
    const count = all.filter((one) => one.rule === rule && safeFix(one)).length;
    if (count < 2) return [];
    const title = say(session, TITLES.fixKind, { rule: rule.id, count });
    return deferred(session, config, { uri, rule: rule.id }, title, CodeActionKind.QuickFix);
  });
}

function silences(
  session: Session,
  uri: string,
  here: readonly Diagnosis[],
  shown: readonly Diagnostic[],
  config: Config,
): CodeAction[] {
  const { engine } = session;
  const model = engine.model(uri);
  return eachFinding(session, here, (diagnosis) => {
    const { rule, finding, names } = diagnosis;
    const also = names.slice(1).filter((name) => isHeard(name.split('/')[0], rule, finding, config));
    const offer = (
      title: Text,
      edits: ReadonlyMap<string, readonly TextEdit[]> | undefined,
      values: Values = { rule: rule.id },
    ) =>
      edits?.size
        ? {
            title: say(session, title, values),
            kind: CodeActionKind.QuickFix,
            diagnostics: sameIn(shown, diagnosis),
            edit: toWorkspaceEdit(session, edits),
          }
        : [];
    const edits = model?.language.suppress?.(model.model, finding.span, rule.id, also) ?? [];
    const known = model?.language.suppressInFile?.(model.model, also);
    const inFile = known
      ? engine.edits([known])
      : new Map([[uri, [ignoreInFile(engine.text(uri) ?? '', rule.id)]]]);
    const inObject = model?.language.suppressInObject?.(model.model, finding.span, also);
    return [
      offer(TITLES.ignoreHere, engine.edits(edits)),
      ...(inObject
        ? [offer(TITLES.ignoreInObject, engine.edits([inObject.edit]), { name: inObject.name })]
        : []),
      offer(TITLES.ignoreInFile, inFile),
    ].flat();
  });
}

function deferred(session: Session, config: Config, data: Deferred, title: string, kind: string): CodeAction {
  const later = session.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit');
  return later ? { title, kind, data } : { title, kind, edit: fixAllEdit(session, config, data) };
}

function fixAllEdit(session: Session, config: Config, { uri, rule }: Deferred) {
  const before = session.engine.text(uri) ?? '';
  const after = fixAll(session.engine, uri, config, rule ? (one) => one.rule.id === rule : undefined);
  return toWorkspaceEdit(session, new Map([[uri, difference(before, after)]]));
}

function safeFix({ finding }: Diagnosis): Fix | undefined {
  return finding.fixes?.find(({ kind }) => kind === 'safe');
}

/** The client's own copy of a finding, so that it knows what an action is for. */
function sameIn(shown: readonly Diagnostic[], { rule }: Diagnosis): Diagnostic[] {
  return shown.filter(({ source, code }) => source === SOURCE && code === rule.id);
}

function say(session: Session, text: Text, values?: Values): string {
  return render(text, session.lang, values, whereIn(session));
}

const TITLES = {
  fixAll: { ko: '안전하게 고칠 수 있는 것 모두 고치기', en: 'Fix everything that can be fixed safely' },
  fixKind: { ko: '이 파일의 {rule} 모두 고치기 ({count}개)', en: 'Fix all {rule} in this file ({count})' },
  ignoreHere: { ko: '여기서만 {rule} 무시하기', en: 'Ignore {rule} here' },
  ignoreInObject: {
    ko: '이 오브젝트의 annotation에 {name} 더하기',
    en: "Add {name} to this object's annotations",
  },
  ignoreInFile: { ko: '이 파일에서 {rule} 무시하기', en: 'Ignore {rule} in this file' },
} satisfies Record<string, Text>;
