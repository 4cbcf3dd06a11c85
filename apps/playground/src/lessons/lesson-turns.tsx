import './lesson-turns.css';
import { lessonHeads } from './lessons.js';

/** The way to the lesson before and the one after. */
export function LessonTurns({ slug }: { readonly slug: string }) {
  const at = lessonHeads.findIndex((head) => head.slug === slug);
  const before = lessonHeads[at - 1];
  const after = lessonHeads[at + 1];
  return (
    <nav className="lesson-turns" aria-label="Lessons before and after">
      {before === undefined ? (
        <span />
      ) : (
        <a href={`#/lessons/${before.slug}`} rel="prev">
          <small>Before</small>
          {before.title}
        </a>
      )}
      {after === undefined ? (
        <a href="#/workbench" rel="next">
          <small>Next</small>
          The workbench
        </a>
      ) : (
        <a href={`#/lessons/${after.slug}`} rel="next">
          <small>Next</small>
          {after.title}
        </a>
      )}
    </nav>
  );
}
