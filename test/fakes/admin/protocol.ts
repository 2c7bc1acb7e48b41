/** What the app's page (through the App Bridge stub) and the mock admin around it say to each other. */

/** A button or link of the app that the admin shows in its own frame; `ref` leads back to the element. */
export type Action = {
  ref: number;
  label: string;
  primary: boolean;
  critical: boolean;
  disabled: boolean;
  loading: boolean;
  /** The label of the menu that it stands in, for actions of a `<section>`. */
  group: string | null;
};

export type NavItem = { ref: number; label: string; href: string; home: boolean };

/** What the app's elements put into the admin's frame. */
export type Chrome = {
  nav: NavItem[];
  titleBar: { title: string; breadcrumb: Action | null; actions: Action[] } | null;
  saveBar: { save: Action | null; discard: Action | null; discardConfirmation: boolean } | null;
};

export type ToastWish = {
  id: string;
  message: string;
  duration: number;
  isError: boolean;
  action: string | null;
};

export type FromApp =
  | { type: 'chrome'; chrome: Chrome }
  | { type: 'path'; path: string }
  | { type: 'toast.show'; toast: ToastWish }
  | { type: 'toast.hide'; id: string }
  | { type: 'loading'; on: boolean }
  | { type: 'modal'; open: boolean }
  | { type: 'open'; url: string }
  | { type: 'ask'; request: number; question: 'token' | 'leave' };

export type FromAdmin =
  | { type: 'navigate'; href: string }
  | { type: 'click'; ref: number }
  | { type: 'toast.action'; id: string }
  | { type: 'toast.dismiss'; id: string }
  | { type: 'answer'; request: number; value: string };

/** Marks our messages among those of other scripts. */
export type Envelope<Message> = { mockAppBridge: true; message: Message };

/** The message in what a window received; undefined for other scripts' messages. */
export function opened(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('mockAppBridge' in data)) return undefined;
  return (data as Envelope<unknown>).message;
}

/** Search parameters with which the admin opens the app; they are not part of the app's own address. */
export const frameParameters = [
  'shop',
  'host',
  'embedded',
  'id_token',
  'session',
  'locale',
  'hmac',
  'timestamp',
];
