import { TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';

import type { ListFilter } from '../queries/list-filter';

interface Props<Filter extends ListFilter> {
  readonly label: string;
  readonly placeholder: string;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** How long the search waits for the next letter. */
const searchPause = 300;

/** The search of a list: asked for once a person pauses. */
export function SearchField<Filter extends ListFilter>({
  label,
  placeholder,
  filter,
  onFilter,
}: Props<Filter>) {
  const [text, setText] = useState(filter.q);
  const [asked, setAsked] = useState(filter.q);
  // A filter that was cleared from outside empties the box too.
  if (filter.q !== asked) {
    setAsked(filter.q);
    setText(filter.q);
  }
  useEffect(() => {
    if (text.trim() === filter.q) return undefined;
    const timer = setTimeout(() => {
      setAsked(text.trim());
      onFilter({ ...filter, q: text.trim(), page: 1 });
    }, searchPause);
    return () => clearTimeout(timer);
  }, [text, filter, onFilter]);
  return (
    <TextField
      type="search"
      label={label}
      labelHidden
      placeholder={placeholder}
      value={text}
      onChange={setText}
      clearButton
      onClearButtonClick={() => setText('')}
      autoComplete="off"
    />
  );
}
