import type { Action, Chrome } from '../protocol';
import type { AppFrame } from './app-frame';
import { confirmIn } from './confirm';
import { byId, make } from './element';
import type { Texts } from './texts';

/** Draws an action of the app as a button of the admin, which clicks it there. */
function actionButton(frame: AppFrame, action: Action, label = action.label): HTMLButtonElement {
  const button = make('button', { type: 'button', disabled: action.disabled || action.loading }, label);
  if (action.primary) button.classList.add('primary');
  if (action.critical) button.classList.add('critical');
  if (action.loading) button.setAttribute('aria-busy', 'true');
  button.addEventListener('click', () => frame.tell({ type: 'click', ref: action.ref }));
  return button;
}

export function drawTitleBar(
  frame: AppFrame,
  titleBar: Chrome['titleBar'],
  appName: string,
  texts: Texts,
): void {
  const back = titleBar?.breadcrumb;
  const path = byId('title');
  path.replaceChildren(make('span', { class: 'app-icon', 'aria-hidden': 'true' }, appName.slice(0, 1)));
  if (back)
    path.append(actionButton(frame, back), make('span', { class: 'separator', 'aria-hidden': 'true' }, '›'));
  path.append(make('h1', {}, titleBar?.title || appName));

  const actions = titleBar?.actions ?? [];
  const single = actions.filter(({ group }) => group === null);
  const groups = [...new Set(actions.map(({ group }) => group).filter((group) => group !== null))];
  const menus = groups.map((group) => {
    const items = actions
      .filter((action) => action.group === group)
      .map((action) => actionButton(frame, action));
    const menu = make(
      'details',
      {},
      make('summary', {}, group || texts.more),
      make('div', { class: 'menu' }, ...items),
    );
    menu.addEventListener('click', (event) => {
      if (event.target instanceof HTMLButtonElement) menu.open = false;
    });
    return menu;
  });
  const ordered = single.toSorted((a, b) => Number(a.primary) - Number(b.primary));
  byId('actions').replaceChildren(...menus, ...ordered.map((action) => actionButton(frame, action)));
}

/** Over the top bar, as long as the app says that something is not saved. */
export function drawSaveBar(frame: AppFrame, saveBar: Chrome['saveBar'], texts: Texts): void {
  const bar = byId('save-bar');
  bar.hidden = saveBar === null;
  bar.replaceChildren();
  if (!saveBar) return;
  const { save, discard, discardConfirmation } = saveBar;
  bar.append(make('span', {}, texts.unsaved));
  if (discard) {
    const button = make(
      'button',
      { type: 'button', disabled: discard.disabled },
      discard.label || texts.discard,
    );
    button.addEventListener('click', () => void dropChanges(frame, discard, discardConfirmation, texts));
    bar.append(button);
  }
  if (save) bar.append(actionButton(frame, { ...save, primary: true }, save.label || texts.save));
}

async function dropChanges(frame: AppFrame, discard: Action, confirm: boolean, texts: Texts): Promise<void> {
  const { discardTitle, discardText, discardYes, stay } = texts;
  const sure =
    !confirm || (await confirmIn({ title: discardTitle, text: discardText, yes: discardYes, no: stay }));
  if (sure) frame.tell({ type: 'click', ref: discard.ref });
}
