/** Elements that the admin draws are not seen in the app; a modal is. */
export const styles = `
ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar, ui-modal { display: none; }
dialog.mock-app-bridge-modal { border: 0; border-radius: 12px; padding: 0; width: min(620px, calc(100vw - 32px));
  max-height: calc(100vh - 48px); box-shadow: 0 8px 40px rgb(0 0 0 / 35%); color: #303030; background: #fff;
  font: 14px/1.45 system-ui, sans-serif; overflow: hidden; }
dialog.mock-app-bridge-modal[open] { display: flex; flex-direction: column; }
dialog.mock-app-bridge-modal[data-variant=small] { width: min(380px, calc(100vw - 32px)); }
dialog.mock-app-bridge-modal[data-variant=large] { width: min(980px, calc(100vw - 32px)); }
dialog.mock-app-bridge-modal[data-variant=max] { width: calc(100vw - 32px); height: calc(100vh - 48px); }
dialog.mock-app-bridge-modal::backdrop { background: rgb(0 0 0 / 50%); }
.mock-app-bridge-modal > header { display: flex; align-items: center; gap: 8px; padding: 12px 16px; background: #f3f3f3;
  border-bottom: 1px solid #e3e3e3; }
.mock-app-bridge-modal > header h2 { flex: 1; margin: 0; font-size: 14px; font-weight: 650; }
.mock-app-bridge-modal .mock-app-bridge-content { overflow: auto; flex: 1 1 auto; }
.mock-app-bridge-modal .mock-app-bridge-content > iframe { border: 0; width: 100%; min-height: 320px; }
.mock-app-bridge-modal > footer { display: flex; justify-content: flex-end; gap: 8px; padding: 12px 16px;
  border-top: 1px solid #e3e3e3; }
.mock-app-bridge-modal > footer[hidden] { display: none; }
.mock-app-bridge-modal > footer button, .mock-app-bridge-modal .mock-app-bridge-close { font: inherit; font-weight: 600;
  padding: 6px 12px; border-radius: 8px; border: 1px solid #ccc; background: #fff; cursor: pointer; color: inherit; }
.mock-app-bridge-modal > footer button.primary { background: #303030; border-color: #303030; color: #fff; }
.mock-app-bridge-modal > footer button.critical { background: #c70a24; border-color: #c70a24; color: #fff; }
.mock-app-bridge-modal > footer button:disabled { opacity: .5; cursor: default; }
.mock-app-bridge-modal .mock-app-bridge-close { border: 0; background: none; font-size: 20px; line-height: 1; padding: 4px 8px; }
`;
