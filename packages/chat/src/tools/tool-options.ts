import type { ToolList } from './tool-list.js';
import type { ToolLoopOptions } from './tool-loop-options.js';

/** Which tools the model may call; of a client, or of one call in place of the client's. */
export interface ToolOptions {
  /** Tools that run here (`defineTool()`), and tools in wire format, whose calls the answer hands out. `[]` for none. */
  readonly tools?: ToolList | undefined;
  /** When the loop of calls and results ends without an answer, and how tools run in it. */
  readonly toolLoop?: ToolLoopOptions | undefined;
}
