import type { Styles } from '../../styles.ts';

/** What blocks are set with. */
export interface Setting {
  readonly styles: Styles;
  /** The width of a line at this moment, in cells. */
  readonly width: () => number;
}
