import { CellPanel } from '../cell/cell-panel.js';
import { ExerciseBlock } from '../exercises/exercise-block.js';
import type { LessonBlock as Block } from './lesson.js';
import { LessonView } from './lesson-view.js';

/** One block of a lesson. */
export function LessonBlock({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'prose':
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, from which the build refuses HTML
      return <div className="lesson-prose" dangerouslySetInnerHTML={{ __html: block.html }} />;
    case 'cell':
      return <CellPanel {...block} />;
    case 'view':
      return <LessonView name={block.name} text={block.text} />;
    case 'exercise':
      return <ExerciseBlock {...block} />;
  }
}
