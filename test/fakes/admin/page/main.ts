import type { Chrome } from '../protocol';
import { AppFrame, readSettings } from './app-frame';
import { drawSaveBar, drawTitleBar } from './bars';
import { confirmIn } from './confirm';
import { byId } from './element';
import { drawNavigation, drawOtherItems } from './side-navigation';
import { chooseLocale, chosenLocale, textsOf, type Locale } from './texts';
import { showToasts } from './toasts';

const settings = readSettings();
const frame = new AppFrame(settings);
const locale = chosenLocale();
const texts = textsOf(locale);
let chrome: Chrome = { nav: [], titleBar: null, saveBar: null };
let path = appPathOf(location);

function appPathOf({ pathname, search, hash }: Location): string {
  const below = pathname.slice(settings.base.length);
  return below === '' || below === '/' ? settings.startPath + search : below + search + hash;
}

function draw(): void {
  drawNavigation(chrome.nav, path, settings, (href) => void go(href));
  drawTitleBar(frame, chrome.titleBar, settings.appName, texts);
  drawSaveBar(frame, chrome.saveBar, texts);
  document.title = [chrome.titleBar?.title ?? settings.appName, settings.shopName, texts.mock].join(' · ');
}

/** Goes to a page of the app, if need be after asking whether the changes may be lost. */
async function go(href: string): Promise<void> {
  closeMenu();
  if (chrome.saveBar && !(await mayLeave())) return;
  frame.tell({ type: 'navigate', href });
}

async function mayLeave(): Promise<boolean> {
  const { leaveTitle, leaveText, leave, stay } = texts;
  return confirmIn({ title: leaveTitle, text: leaveText, yes: leave, no: stay });
}

function openAddress(url: string): void {
  const target = new URL(url.replace(/^shopify:(\/\/)?admin\/?/, `${settings.appUrl}/`), settings.appUrl);
  if (url.startsWith('shopify:')) {
    toast({
      id: url,
      message: `${texts.outside} ${target.pathname}`,
      duration: 5000,
      isError: false,
      action: null,
    });
    return;
  }
  if (target.origin === new URL(settings.appUrl).origin)
    void frame.load(target.pathname + target.search, locale);
  else location.assign(target);
}

function setUpMenu(): void {
  const button = byId('menu-button');
  button.setAttribute('aria-label', texts.navigation);
  byId('side').setAttribute('aria-label', texts.navigation);
  button.addEventListener('click', () => {
    const opened = document.body.classList.toggle('menu-open');
    button.setAttribute('aria-expanded', String(opened));
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeMenu();
  });
  byId('shade').addEventListener('click', closeMenu);
}

function closeMenu(): void {
  document.body.classList.remove('menu-open');
  byId('menu-button').setAttribute('aria-expanded', 'false');
}

function setUpLanguage(): void {
  const select = byId('language') as HTMLSelectElement;
  select.value = locale;
  select.setAttribute('aria-label', texts.language);
  select.addEventListener('change', () => {
    chooseLocale(select.value as Locale);
    location.reload();
  });
  document.documentElement.lang = locale;
}

const toast = showToasts(frame, texts);
frame.on('chrome', (message) => {
  chrome = message.chrome;
  draw();
});
frame.on('path', (message) => {
  path = message.path;
  history.replaceState(null, '', settings.base + path);
  draw();
});
frame.on('loading', ({ on }) => byId('loading').classList.toggle('on', on));
frame.on('modal', ({ open }) => {
  document.body.classList.toggle('modal-open', open);
  for (const id of ['top', 'side', 'title-bar']) byId(id).inert = open;
});
frame.on('open', ({ url }) => openAddress(url));
frame.on('ask', ({ request, question }) => {
  const answer =
    question === 'token' ? frame.sessionToken() : mayLeave().then((yes) => (yes ? 'leave' : 'stay'));
  void answer.then((value) => frame.tell({ type: 'answer', request, value }));
});

setUpMenu();
setUpLanguage();
drawOtherItems(texts, settings.ordersPath, locale);
draw();
void frame.load(path, locale);
