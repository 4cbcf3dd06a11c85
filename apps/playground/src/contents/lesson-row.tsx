import type { LessonHead } from '../lessons/lesson.js';
import { countDone } from '../progress/progress.js';
import { StepsDone } from '../progress/steps-done.js';
import { useProgress } from '../progress/use-progress.js';
import './lesson-row.css';

/** A lesson in the contents: the whole row leads to it. */
export function LessonRow({ lesson }: { readonly lesson: LessonHead }) {
  const { number, slug, title, summary, minutes, steps } = lesson;
  const isDone = countDone(useProgress(), slug, steps) === steps.length;
  return (
    <li className="lesson-row" data-done={isDone}>
      <span className="lesson-number" aria-hidden="true">
        {isDone ? '✓' : number}
      </span>
      <a href={`#/lessons/${slug}`}>{title}</a>
      <p>{summary}</p>
      <small>
        {minutes} min
        <StepsDone slug={slug} steps={steps} />
      </small>
    </li>
  );
}
