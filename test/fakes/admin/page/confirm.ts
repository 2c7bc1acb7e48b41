import { byId, make } from './element';

export type Question = { title: string; text: string; yes: string; no: string };

/** Asks in a dialog of the admin; true for yes. Escape is no. */
export function confirmIn({ title, text, yes, no }: Question): Promise<boolean> {
  const dialog = byId('confirm') as HTMLDialogElement;
  const refuse = make('button', { type: 'button' }, no);
  const agree = make('button', { type: 'button', class: 'critical' }, yes);
  dialog.replaceChildren(
    make('h2', { id: 'confirm-title' }, title),
    make('p', {}, text),
    make('footer', {}, refuse, agree),
  );
  return new Promise((resolve) => {
    let answer = false;
    agree.addEventListener('click', () => {
      answer = true;
      dialog.close();
    });
    refuse.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => resolve(answer), { once: true });
    dialog.showModal();
  });
}
