import { CellPanel } from '../cell/cell-panel.js';
import { ExerciseBlock } from '../exercises/exercise-block.js';
import type { LessonBlock as Block } from './lesson.js';
import { LessonView } from './lesson-view.js';

interface LessonBlockProps {
  readonly block: Block;
  /** The reader has done a step of the lesson: run a cell, or passed an exercise. */
  readonly onStep: (step: string) => void;
}

/** One block of a lesson. */
export function LessonBlock({ block, onStep }: LessonBlockProps) {
  switch (block.type) {
    case 'prose':
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, from which the build refuses HTML
      return <div className="lesson-prose" dangerouslySetInnerHTML={{ __html: block.html }} />;
    case 'cell':
      return <CellPanel {...block} onEnd={() => onStep(block.name)} />;
    case 'view':
      return <LessonView name={block.name} text={block.text} />;
    case 'exercise':
      return <ExerciseBlock {...block} onPass={() => onStep(block.name)} />;
  }
}
