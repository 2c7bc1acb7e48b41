import { actionElements, readAction } from './actions';
import type { AdminLink } from './admin-link';

/**
 * `<ui-modal>`: shown over the app, while the admin around it is dimmed. React puts its children into `content`; plain
 * children of the element are moved there.
 */
export function modalElement(link: AdminLink) {
  return class ModalElement extends HTMLElement {
    readonly #dialog = document.createElement('dialog');
    readonly #body = document.createElement('div');
    readonly #head = document.createElement('h2');
    readonly #foot = document.createElement('footer');
    readonly #bar = new MutationObserver(() => this.#drawBar());

    get content(): HTMLElement {
      return this.#body;
    }

    get variant(): string {
      return this.getAttribute('variant') ?? 'base';
    }

    get src(): string | null {
      return this.getAttribute('src');
    }

    constructor() {
      super();
      this.#dialog.className = 'mock-app-bridge-modal';
      this.#dialog.setAttribute('aria-labelledby', 'mock-app-bridge-modal-title');
      this.#head.id = 'mock-app-bridge-modal-title';
      const close = document.createElement('button');
      close.className = 'mock-app-bridge-close';
      close.setAttribute('aria-label', 'Close');
      close.textContent = '×';
      close.addEventListener('click', () => void this.hide());
      const header = document.createElement('header');
      header.append(this.#head, close);
      this.#body.className = 'mock-app-bridge-content';
      this.#dialog.append(header, this.#body, this.#foot);
      // Escape closes a dialog by itself; the app must hear of it.
      this.#dialog.addEventListener('cancel', (event) => {
        event.preventDefault();
        void this.hide();
      });
    }

    disconnectedCallback(): void {
      void this.hide();
      this.#dialog.remove();
    }

    show(): Promise<void> {
      if (this.#dialog.open) return Promise.resolve();
      document.body.append(this.#dialog);
      this.#dialog.dataset['variant'] = this.variant;
      this.#adoptChildren();
      this.#drawBar();
      this.#bar.observe(this, { subtree: true, childList: true, characterData: true, attributes: true });
      this.#dialog.showModal();
      link.tell({ type: 'modal', open: true });
      this.dispatchEvent(new CustomEvent('show'));
      return Promise.resolve();
    }

    hide(): Promise<void> {
      if (!this.#dialog.open) return Promise.resolve();
      this.#bar.disconnect();
      this.#dialog.close();
      link.tell({ type: 'modal', open: false });
      this.dispatchEvent(new CustomEvent('hide'));
      return Promise.resolve();
    }

    toggle(): Promise<void> {
      return this.#dialog.open ? this.hide() : this.show();
    }

    #adoptChildren(): void {
      if (this.#body.hasChildNodes()) return;
      if (this.src) {
        const frame = document.createElement('iframe');
        frame.src = this.src;
        frame.title = this.querySelector('ui-title-bar')?.getAttribute('title') ?? '';
        this.#body.append(frame);
        return;
      }
      const own = [...this.children].filter((child) => !/^ui-(title|save)-bar$/.test(child.localName));
      this.#body.append(...own);
    }

    #drawBar(): void {
      const bar = this.querySelector('ui-title-bar');
      this.#head.textContent = bar?.getAttribute('title') ?? '';
      const buttons = (bar ? actionElements(bar) : []).map((element) => {
        const action = readAction(element);
        const button = document.createElement('button');
        button.textContent = action.label;
        button.disabled = action.disabled || action.loading;
        button.className = action.primary ? 'primary' : '';
        if (action.critical) button.classList.add('critical');
        button.addEventListener('click', () => element.click());
        return button;
      });
      // The main action stands last, at the right.
      this.#foot.replaceChildren(
        ...buttons.toSorted(
          (a, b) => Number(a.classList.contains('primary')) - Number(b.classList.contains('primary')),
        ),
      );
      this.#foot.hidden = buttons.length === 0;
    }
  };
}
