/** An answer on its way back: change it, or do something because it came. */
export type Meddling = (answer: { readonly text: string; readonly asked: string }) => string | Response;

/** Puts somebody between this process and a server, as a proxy is. Answers how to take them away. */
export function meddle(origin: string, change: Meddling): () => void {
  const ask = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const answer = await ask(input, init);
    if (!url.startsWith(origin)) return answer;
    const body = typeof init?.body === 'string' ? init.body : '';
    const changed = change({ text: await answer.text(), asked: `${url} ${body}` });
    if (changed instanceof Response) return changed;
    return new Response(changed, { status: answer.status, headers: answer.headers });
  };
  return () => {
    globalThis.fetch = ask;
  };
}
