/** A short word of success in the admin. Errors are never shown this way: a toast hides itself. */
export function showToast(words: string): void {
  const bridge = window.shopify as typeof window.shopify | undefined;
  bridge?.toast.show(words);
}
