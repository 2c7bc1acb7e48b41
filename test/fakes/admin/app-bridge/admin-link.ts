import { opened, type Envelope, type FromAdmin, type FromApp } from '../protocol';

type Listener<Type> = (message: Extract<FromAdmin, { type: Type }>) => void;

/** The line to the admin page around this frame. */
export class AdminLink {
  readonly #origin: string;
  readonly #answers = new Map<number, (value: string) => void>();
  #request = 0;

  constructor(adminOrigin: string) {
    this.#origin = adminOrigin;
    this.on('answer', ({ request, value }) => {
      this.#answers.get(request)?.(value);
      this.#answers.delete(request);
    });
  }

  tell(message: FromApp): void {
    const envelope: Envelope<FromApp> = { mockAppBridge: true, message };
    window.parent.postMessage(envelope, this.#origin);
  }

  ask(question: 'token' | 'leave'): Promise<string> {
    this.#request += 1;
    const request = this.#request;
    return new Promise((resolve) => {
      this.#answers.set(request, resolve);
      this.tell({ type: 'ask', request, question });
    });
  }

  on<Type extends FromAdmin['type']>(type: Type, listener: Listener<Type>): void {
    window.addEventListener('message', (event) => {
      if (event.source !== window.parent || event.origin !== this.#origin) return;
      const message = opened(event.data) as FromAdmin | undefined;
      if (message?.type === type) listener(message as Extract<FromAdmin, { type: Type }>);
    });
  }
}
