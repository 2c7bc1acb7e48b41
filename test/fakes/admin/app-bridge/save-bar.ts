/** `<ui-save-bar>`: says that something is not saved. The admin shows it over its top bar. */
export class SaveBarElement extends HTMLElement {
  get showing(): boolean {
    return this.hasAttribute('data-showing');
  }

  get discardConfirmation(): boolean {
    return this.hasAttribute('discardConfirmation');
  }

  set discardConfirmation(on: boolean) {
    this.toggleAttribute('discardConfirmation', on);
  }

  show(): Promise<void> {
    if (!this.showing) {
      this.setAttribute('data-showing', '');
      this.dispatchEvent(new CustomEvent('show'));
    }
    return Promise.resolve();
  }

  hide(): Promise<void> {
    if (this.showing) {
      this.removeAttribute('data-showing');
      this.dispatchEvent(new CustomEvent('hide'));
    }
    return Promise.resolve();
  }

  toggle(): Promise<void> {
    return this.showing ? this.hide() : this.show();
  }
}

export function showingSaveBar(): SaveBarElement | undefined {
  return [...document.querySelectorAll<SaveBarElement>('ui-save-bar[data-showing]')].at(-1);
}

/** `<form data-save-bar>`: its bar shows when a field changes, and goes when the form is sent or reset. */
export function watchForms(): void {
  const bars = new WeakMap<HTMLFormElement, SaveBarElement>();
  const formOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLFormElement>('form[data-save-bar]') : null;
  const changed = (event: Event) => {
    const form = formOf(event);
    if (!form) return;
    const bar = bars.get(form) ?? barOf(form);
    bars.set(form, bar);
    if (!bar.isConnected) form.after(bar);
    void bar.show();
  };
  const done = (event: Event) => {
    const form = formOf(event);
    if (form) void bars.get(form)?.hide();
  };
  document.addEventListener('input', changed);
  document.addEventListener('change', changed);
  document.addEventListener('submit', done);
  document.addEventListener('reset', done);
}

function barOf(form: HTMLFormElement): SaveBarElement {
  const bar = document.createElement('ui-save-bar') as SaveBarElement;
  bar.discardConfirmation = form.hasAttribute('data-discard-confirmation');
  const save = document.createElement('button');
  save.setAttribute('variant', 'primary');
  save.addEventListener('click', () => form.requestSubmit());
  const discard = document.createElement('button');
  discard.addEventListener('click', () => form.reset());
  bar.append(save, discard);
  return bar;
}
