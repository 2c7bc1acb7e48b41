import type { Chrome } from '../protocol';
import { actionElements, readAction, refOf } from './actions';
import type { AdminLink } from './admin-link';
import { showingSaveBar } from './save-bar';

/** Reads what the app's elements put into the admin's frame: navigation, title bar, save bar. */
export function readChrome(): Chrome {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('ui-nav-menu a, s-app-nav a')];
  const titleBar = [...document.querySelectorAll('ui-title-bar')].findLast((bar) => !bar.closest('ui-modal'));
  const saveBar = showingSaveBar();
  const isBreadcrumb = (element: Element) => element.getAttribute('variant') === 'breadcrumb';
  const titleActions = titleBar ? actionElements(titleBar) : [];
  const breadcrumb = titleActions.find(isBreadcrumb);
  const saveActions = saveBar ? actionElements(saveBar) : [];
  const save = saveActions.find((element) => element.getAttribute('variant') === 'primary');
  const discard = saveActions.find((element) => element !== save);
  return {
    nav: links.map((link) => ({
      ref: refOf(link),
      label: link.textContent.trim(),
      href: link.getAttribute('href') ?? '/',
      home: link.getAttribute('rel') === 'home',
    })),
    titleBar: titleBar
      ? {
          title: titleBar.getAttribute('title') ?? '',
          breadcrumb: breadcrumb ? readAction(breadcrumb) : null,
          actions: titleActions.filter((element) => !isBreadcrumb(element)).map(readAction),
        }
      : null,
    saveBar: saveBar
      ? {
          save: save ? readAction(save) : null,
          discard: discard ? readAction(discard) : null,
          discardConfirmation: saveBar.hasAttribute('discardconfirmation') || saveBar.discardConfirmation,
        }
      : null,
  };
}

/** Tells the admin whenever what its frame should show has changed. */
export function watchChrome(link: AdminLink): void {
  let told = '';
  let due = false;
  const tell = () => {
    due = false;
    const chrome = readChrome();
    const text = JSON.stringify(chrome);
    if (text === told) return;
    told = text;
    link.tell({ type: 'chrome', chrome });
  };
  const later = () => {
    if (due) return;
    due = true;
    setTimeout(tell);
  };
  new MutationObserver(later).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [
      'title',
      'href',
      'disabled',
      'loading',
      'variant',
      'tone',
      'rel',
      'label',
      'data-showing',
    ],
  });
  later();
}
