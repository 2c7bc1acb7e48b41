import { setFrameAndBridge } from './frame-and-bridge';
import { running } from './running';
import { addDocumentResponseHeaders } from './shopify.server';

/** Who may show a page in a frame (the shop's admin), and which script comes first. */
export function setDocumentHeaders(request: Request, headers: Headers): void {
  addDocumentResponseHeaders(request, headers);
  setFrameAndBridge(headers, running().environment);
}
