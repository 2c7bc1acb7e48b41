/** The id that an address names; '' where it can be none: PostgreSQL knows no text with a zero byte. */
export function idOf({ id = '' }: { readonly id?: string | undefined }): string {
  return id.includes('\0') ? '' : id;
}
