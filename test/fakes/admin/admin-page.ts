import type { Settings } from './page/app-frame';

/** The mock admin's page: its frame is empty, `page/main.ts` fills it from what the app says. */
export function adminPage(settings: Settings): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(settings.appName)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/admin.css">
</head>
<body>
<header id="top">
  <a id="skip" href="#app">${escapeHtml(settings.appName)}</a>
  <button id="menu-button" type="button" aria-expanded="false" aria-controls="side">☰</button>
  <span class="shop">${escapeHtml(settings.shopName)}</span>
  <span class="mock">mock admin</span>
  <span class="space"></span>
  <select id="language"><option value="en">English</option><option value="nl">Nederlands</option></select>
  <div id="save-bar" role="region" aria-live="polite" hidden></div>
</header>
<nav id="side">
  <ul id="others"></ul>
  <h2 id="apps-heading"></h2>
  <ul id="app-items"></ul>
</nav>
<div id="shade"></div>
<main id="main">
  <div id="loading" role="presentation"></div>
  <div id="title-bar"><div id="title"></div><div id="actions"></div></div>
  <iframe id="app" title="${escapeHtml(settings.appName)}" allow="clipboard-write"></iframe>
</main>
<div id="toasts" role="status" aria-live="polite"></div>
<dialog id="confirm" aria-labelledby="confirm-title"></dialog>
<script type="application/json" id="settings">${json}</script>
<script src="/admin.js"></script>
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
