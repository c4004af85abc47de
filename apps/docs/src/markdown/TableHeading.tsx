import type { ComponentProps, ReactNode } from 'react';

/** The corner of a table that heads nothing is no heading. */
export function TableHeading({ children, ...rest }: ComponentProps<'th'>): ReactNode {
  return children ? <th {...rest}>{children}</th> : <td {...rest} />;
}
