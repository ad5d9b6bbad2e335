import type { ObjectsNode, ObjectsWord } from '../../server/src/lsp/views/drawingProtocol';
import { html, settle } from './svg';

/** What the reader chose to see. */
export interface Choice {
  /** Kinds that are not shown. */
  readonly hidden: readonly string[];
  readonly sought: string;
}

/** What chooses and moves: a button for each kind, a field to find a name, and the zoom. */
export class Tools {
  readonly kinds = html('div', { class: 'kinds', role: 'group' });
  readonly search = html('input', { type: 'search' });
  readonly #zoom: readonly (readonly [word: 'out' | 'in' | 'fit', sign: string, button: HTMLButtonElement])[];
  readonly #buttons = new Map<string, HTMLButtonElement>();
  readonly #hidden: Set<string>;
  readonly #onChoice: (choice: Choice) => void;

  constructor(
    { hidden = [], sought = '' }: Partial<Choice>,
    on: {
      readonly choice: (choice: Choice) => void;
      readonly found: () => void;
      readonly zoom: Readonly<Record<'out' | 'in' | 'fit', () => void>>;
    },
  ) {
    this.#hidden = new Set(hidden);
    this.#onChoice = on.choice;
    this.search.value = sought;
    this.search.addEventListener('input', () => this.#chosen());
    this.search.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') on.found();
    });
    this.#zoom = (
      [
        ['out', '−'],
        ['in', '+'],
        ['fit', '⤢'],
      ] as const
    ).map(([word, sign]) => {
      const button = html('button', { type: 'button', class: 'tool' }, sign);
      button.addEventListener('click', on.zoom[word]);
      return [word, sign, button] as const;
    });
  }

  get zoom(): readonly HTMLButtonElement[] {
    return this.#zoom.map(([, , button]) => button);
  }

  get choice(): Choice {
    return { hidden: [...this.#hidden], sought: this.search.value.trim().toLowerCase() };
  }

  /** @param nodes all there are, shown or not */
  show(nodes: readonly ObjectsNode[], words: Readonly<Record<ObjectsWord, string>>): void {
    this.kinds.setAttribute('aria-label', words.kinds);
    this.search.placeholder = words.search;
    this.search.setAttribute('aria-label', words.search);
    for (const [word, , button] of this.#zoom) {
      button.setAttribute('aria-label', words[word]);
      button.title = words[word];
    }
    const families = new Map(nodes.map(({ kind, family }) => [kind, family]));
    const ordered = [...families].toSorted(
      ([a, one], [b, other]) => order(one) - order(other) || a.localeCompare(b),
    );
    const wanted = ordered.map(([kind, family]) => this.#button(kind, family));
    settle(this.kinds, wanted);
  }

  #button(kind: string, family: string): HTMLButtonElement {
    const known = this.#buttons.get(kind);
    if (known) return known;
    const button = html('button', { type: 'button', class: `kind ${family}` }, kind);
    button.setAttribute('aria-pressed', String(!this.#hidden.has(kind)));
    button.addEventListener('click', () => {
      if (!this.#hidden.delete(kind)) this.#hidden.add(kind);
      button.setAttribute('aria-pressed', String(!this.#hidden.has(kind)));
      this.#chosen();
    });
    this.#buttons.set(kind, button);
    return button;
  }

  #chosen(): void {
    this.#onChoice(this.choice);
  }
}

/** From the outside in. */
const ORDER = ['network', 'workload', 'config', 'storage', 'policy', 'access', 'other'];

function order(family: string): number {
  return ORDER.indexOf(family);
}
