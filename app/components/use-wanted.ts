import { useEffect, useRef } from 'react';

/** A ref for what a finding's link may ask for: then it is scrolled to, and its first field gets the cursor. */
export function useWanted(isWanted: boolean) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.querySelector<HTMLElement>('select, input')?.focus({ preventScroll: true });
  }, [isWanted]);
  return box;
}
