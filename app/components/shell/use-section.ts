import { useSearchParams } from '@remix-run/react';

/** Which section of a page the address asks for, and which row in it: a finding's link names both. */
export function useSection() {
  const [search, setSearch] = useSearchParams();
  return {
    section: search.get('section') ?? '',
    wanted: search.get('key'),
    onSection: (section: string) =>
      setSearch(
        (known) => {
          const next = new URLSearchParams(known);
          next.set('section', section);
          next.delete('key');
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}
