import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Resolved } from '../../config/resolve';
import { canonical } from '../../core/address';
import type { Diagnosis } from '../../core/diagnosis';
import { renderFinding } from '../../core/page';
import type { Range, Span } from '../../core/span';
import type { Stack, StackStage, StackStep } from '../../core/stack';
import { render, renderMessage, type Text } from '../../core/text';
import { toRange } from '../convert';
import { explainedAt } from '../features/hover';
import { whereIn } from '../features/look';
import { pageUri } from '../pages';
import type { Session } from '../session';
import type {
  DrawnRange,
  LayersBlock,
  LayersParams,
  LayersResult,
  LayersStage,
  LayersStep,
} from './drawingProtocol';

/** What a build of a document makes, ready to be drawn. */
export async function layers(
  session: Session,
  { textDocument, before }: LayersParams,
): Promise<LayersResult> {
  const uri = canonical(textDocument.uri);
  await session.explaining();
  const resolved = await session.settle(uri);
  const { language, model } = session.engine.model(uri) ?? {};
  const document = session.texts.get(uri);
  const file = session.engine.file(uri);
  if (!language?.stack || !document || !file) return null;
  const old =
    before === undefined || before === document.getText() ? undefined : language.parse(before, file);
  const stack = language.stack(model, old);
  return stack ? new Told(session, uri, document, resolved).all(stack) : null;
}

/** Puts a stack into words. */
class Told {
  readonly #session: Session;
  readonly #uri: string;
  readonly #document: TextDocument;
  readonly #resolved: Resolved;
  readonly #found: readonly Diagnosis[];

  constructor(session: Session, uri: string, document: TextDocument, resolved: Resolved) {
    this.#session = session;
    this.#uri = uri;
    this.#document = document;
    this.#resolved = resolved;
    this.#found = session.diagnose(uri, resolved);
  }

  all(stack: Stack): LayersResult {
    const kept = stack.stages.filter(({ role }) => role === 'final' || role === 'part');
    const count = kept.flatMap(({ steps }) => steps).filter(({ sort }) => sort === 'layer').length;
    return {
      stages: stack.stages.map((stage) => this.#stage(stage, stack)),
      copies: stack.copies,
      thin: {
        label: this.#say(TEXTS.thin),
        about: this.#say(TEXTS.thinAbout),
        findings: [],
        ...this.#note('concepts/thin-layer'),
      },
      summary: this.#say(TEXTS.summary, { count, stages: stack.stages.length }),
      words: {
        keep: this.#say(TEXTS.keep),
        more: this.#say(TEXTS.more),
        built: this.#say(TEXTS.built),
      },
    };
  }

  #stage({ name, role, base, steps }: StackStage, { stages }: Stack): LayersStage {
    const label = base.kind === 'stage' ? (stages[base.stage!]?.name ?? base.name) : base.name;
    return {
      title: name,
      role,
      about: this.#say(ROLES[role]),
      base: {
        label: `FROM ${label}`,
        about: this.#say(BASES[base.kind]),
        ...(base.stage !== undefined && { stage: base.stage }),
        ...this.#place(base.span, base.at),
      },
      steps: steps.map((step) => this.#step(step)),
    };
  }

  #step({ sort, keyword, text, span, at, changed }: StackStep): LayersStep {
    return {
      sort,
      keyword,
      label: text,
      about: this.#say(SORTS[sort]),
      ...(changed && { changed: { where: changed, text: this.#say(CHANGES[changed]) } }),
      ...this.#place(span, at),
    };
  }

  #findingsIn(place: Range): LayersBlock['findings'] {
    return this.#found
      .filter(({ start }) => place.start <= start && start <= place.end)
      .map((one) => ({
        severity: one.severity,
        message: renderFinding(one, this.#session.lang, whereIn(this.#session)),
        range: toRange(this.#document, one),
      }));
  }

  /** @param at the word whose hover explains it */
  #place(
    span: Span | undefined,
    at: Span | undefined,
  ): Pick<LayersBlock, 'range' | 'findings' | 'explained'> {
    const { engine, lang } = this.#session;
    const place = span && engine.locate(span);
    const word = at && engine.locate(at);
    if (!place || !word) return { findings: [] };
    const range: DrawnRange = toRange(this.#document, place);
    const found = explainedAt(this.#session, this.#uri, word.start, this.#resolved.config);
    const where = whereIn(this.#session);
    const facts = (found?.card.facts ?? []).map((fact) => renderMessage(fact, lang, where));
    return { range, findings: this.#findingsIn(place), ...this.#note(found?.note?.id, facts) };
  }

  #note(id: string | undefined, facts: readonly string[] = []): Pick<LayersBlock, 'explained'> {
    const { notes, lang } = this.#session;
    const note = id === undefined ? undefined : notes.get(id);
    if (!note) return {};
    const { title, answer } = note.body[lang];
    return { explained: { title, answer, facts, page: pageUri({ note: note.id }) } };
  }

  #say(text: Text, values?: Readonly<Record<string, string | number>>): string {
    return render(text, this.#session.lang, values);
  }
}

const ROLES: Readonly<Record<StackStage['role'], Text>> = {
  final: { ko: '최종 이미지', en: 'the final image' },
  part: { ko: '최종 이미지의 아래쪽', en: 'below the final image' },
  helper: { ko: '빌드에만 쓰고 버림', en: 'for the build only, then thrown away' },
  unused: { ko: '아무도 쓰지 않음', en: 'nobody uses it' },
};

const BASES: Readonly<Record<StackStage['base']['kind'], Text>> = {
  image: {
    ko: '베이스 이미지의 레이어. 안에 무엇이 몇 겹인지는 받아 봐야 안다',
    en: 'the layers of the base image; what and how many is not known before it is pulled',
  },
  stage: { ko: '이 파일의 다른 stage', en: 'another stage of this file' },
  scratch: { ko: '빈 이미지. 레이어가 없다', en: 'the empty image: no layers' },
  unknown: { ko: '무엇인지 이 파일만으로는 모른다', en: 'which one, this file alone does not say' },
};

const SORTS: Readonly<Record<StackStep['sort'], Text>> = {
  layer: {
    ko: '레이어 하나(읽기 전용). 크기는 빌드해야 안다',
    en: 'one layer, read-only; its size is known after a build',
  },
  setting: { ko: '레이어가 아니라 설정, 0바이트', en: 'a setting, no layer: 0 bytes' },
};

const CHANGES: Readonly<Record<NonNullable<StackStep['changed']>, Text>> = {
  here: {
    ko: '고친 곳. 여기부터 캐시가 깨진다',
    en: 'edited: the cache breaks here',
  },
  below: { ko: '아래가 바뀌어 다시 만든다', en: 'made again, since something below changed' },
};

const TEXTS = {
  thin: { ko: 'thin R/W layer', en: 'thin R/W layer' },
  thinAbout: {
    ko: '컨테이너와 함께 생기고 함께 사라진다(읽기·쓰기)',
    en: 'born with the container, gone with it (read and write)',
  },
  keep: { ko: 'SVG로 저장', en: 'Save as SVG' },
  built: { ko: '빌드했다고 치기', en: 'Take it as built' },
  more: { ko: '더 보기', en: 'Read more' },
  summary: {
    ko: 'stage {stages}개, 최종 이미지에 더하는 레이어 {count}개',
    en: 'Stages: {stages}. Layers this file adds to the final image: {count}',
  },
} satisfies Record<string, Text>;
