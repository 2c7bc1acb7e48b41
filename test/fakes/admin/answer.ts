export type Answer = { status: number; type: string; text: string; location?: string };

export function plain(status: number, text: string): Answer {
  return { status, type: 'text/plain', text };
}
