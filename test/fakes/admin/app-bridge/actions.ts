import type { Action } from '../protocol';

const refs = new WeakMap<Element, number>();
const elements = new Map<number, WeakRef<HTMLElement>>();
let lastRef = 0;

/** The number by which the admin speaks of an element of the app. */
export function refOf(element: HTMLElement): number {
  const known = refs.get(element);
  if (known !== undefined) return known;
  lastRef += 1;
  refs.set(element, lastRef);
  elements.set(lastRef, new WeakRef(element));
  return lastRef;
}

export function elementOf(ref: number): HTMLElement | undefined {
  const element = elements.get(ref)?.deref();
  return element?.isConnected ? element : undefined;
}

/** Reads a `<button>` or `<a>` with App Bridge's attributes (variant, tone, loading, disabled). */
export function readAction(element: HTMLElement): Action {
  const is = (name: string) => element.hasAttribute(name) && element.getAttribute(name) !== 'false';
  return {
    ref: refOf(element),
    label: element.textContent.trim(),
    primary: element.getAttribute('variant') === 'primary',
    critical: element.getAttribute('tone') === 'critical',
    disabled: is('disabled'),
    loading: is('loading'),
    group: element.closest('section')?.getAttribute('label') ?? null,
  };
}

export function actionElements(bar: Element): HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>('button, a')];
}
