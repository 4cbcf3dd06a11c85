/** What every view of a lesson is given. */
export interface ViewProps {
  /** What stands in the fence. */
  readonly text: string;
}
