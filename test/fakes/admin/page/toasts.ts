import type { ToastWish } from '../protocol';
import type { AppFrame } from './app-frame';
import { byId, make } from './element';
import type { Texts } from './texts';

export function showToasts(frame: AppFrame, texts: Texts): (toast: ToastWish) => void {
  const shown = new Map<string, HTMLElement>();
  const remove = (id: string) => {
    if (!shown.has(id)) return;
    shown.get(id)?.remove();
    shown.delete(id);
    frame.tell({ type: 'toast.dismiss', id });
  };
  const show = ({ id, message, duration, isError, action }: ToastWish) => {
    const close = make('button', { type: 'button', class: 'icon', 'aria-label': texts.dismiss }, '×');
    close.addEventListener('click', () => remove(id));
    const toast = make(
      'div',
      { class: isError ? 'toast error' : 'toast', 'data-toast': id },
      make('span', {}, message),
    );
    if (action !== null) {
      const button = make('button', { type: 'button', class: 'link' }, action);
      button.addEventListener('click', () => frame.tell({ type: 'toast.action', id }));
      toast.append(button);
    }
    toast.append(close);
    shown.set(id, toast);
    byId('toasts').append(toast);
    setTimeout(() => remove(id), duration);
  };
  frame.on('toast.show', ({ toast }) => show(toast));
  frame.on('toast.hide', ({ id }) => remove(id));
  return show;
}
