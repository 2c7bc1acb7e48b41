/** `Order/1001` or `gid://shopify/Order/1001` in the form that Shopify answers. */
export function expandGid(id: string): string {
  return /^[A-Z][A-Za-z]*\/.+$/.test(id) ? `gid://shopify/${id}` : id;
}

export function isGid(text: string): boolean {
  return /^(gid:\/\/shopify\/)?[A-Z][A-Za-z]*\/[^/\s]+$/.test(text);
}

export function gidType(gid: string): string | undefined {
  return /^gid:\/\/shopify\/([A-Za-z]+)\//.exec(gid)?.[1];
}

/** The number (legacy resource id) at the end of a gid; query parameters such as `?kind=…` are left off. */
export function gidNumber(gid: string): string {
  return (gid.split('/').at(-1) ?? '').split('?')[0] ?? '';
}
