import type { CSSProperties, ReactNode } from 'react';

import styles from './table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly align?: 'end';
  /** CSS grid track, e.g. `minmax(8rem, 2fr)`. */
  readonly width: string;
  /**
   * On a phone: beside its heading on a line of its own (default), without heading on a whole line, half a line at the
   * beginning or at the end, a third of a line under its heading, or not at all.
   */
  readonly phone?: 'whole' | 'half' | 'half-end' | 'third' | 'hidden';
  /** null leaves the cell out on a phone. */
  readonly cell: (row: Row) => ReactNode;
  readonly foot?: ReactNode;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowTone?: (row: Row) => 'attention' | undefined;
}

/**
 * A table whose rows turn into small cards on a phone. It is made of a grid, since a real table element loses its
 * meaning to screen readers as soon as its display changes; the roles say what it is at every width.
 */
export function RowTable<Row>({ label, columns, rows, rowKey, rowTone }: Props<Row>) {
  const style = { '--columns': columns.map((column) => column.width).join(' ') } as CSSProperties;
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className={styles.table}
      style={style}
    >
      <div role="rowgroup" className={styles.group}>
        <div role="row" className={`${styles.row ?? ''} ${styles.head ?? ''}`}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className={cellClass(column)}>
              {column.heading}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.group}>
        {rows.map((row) => (
          <div key={rowKey(row)} role="row" className={styles.row} data-tone={rowTone?.(row)}>
            {columns.map((column) => cellOf(column, column.cell(row)))}
          </div>
        ))}
        {columns.some((column) => column.foot !== undefined) ? (
          <div role="row" className={`${styles.row ?? ''} ${styles.foot ?? ''}`}>
            {columns.map((column) => cellOf(column, column.foot ?? null))}
          </div>
        ) : null}
      </div>
    </div>
  );
}

function cellOf<Row>(column: Column<Row>, content: ReactNode) {
  return (
    <div
      key={column.key}
      role="cell"
      className={cellClass(column)}
      data-phone={column.phone}
      data-empty={content === null ? '' : undefined}
    >
      <span aria-hidden="true" className={styles.name}>
        {column.heading}
      </span>
      <div>{content}</div>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>): string {
  return column.align === 'end' ? `${styles.cell ?? ''} ${styles.end ?? ''}` : (styles.cell ?? '');
}
