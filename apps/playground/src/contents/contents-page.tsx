import { lessonHeads } from '../lessons/lessons.js';
import { useProgress } from '../progress/use-progress.js';
import './contents-page.css';
import { LessonRow } from './lesson-row.js';
import { nextLesson } from './next-lesson.js';

/** Where the playground begins. */
export function ContentsPage() {
  const progress = useProgress();
  const next = nextLesson(progress, lessonHeads);
  return (
    <div className="contents">
      <section className="contents-head">
        <h1>Chat Completions, from the first call to a client for production</h1>
        <p>
          Every block of code runs in this page, against a simulated provider. Change it, run it
          again, and see what it costs.
        </p>
        {next !== undefined && (
          <a className="contents-go" href={`#/lessons/${next.slug}`}>
            <small>{progress.size === 0 ? 'Begin' : 'Go on'}</small>
            {next.title}
          </a>
        )}
      </section>
      <ol className="lesson-list panel">
        {lessonHeads.map((lesson) => (
          <LessonRow key={lesson.slug} lesson={lesson} />
        ))}
      </ol>
      <nav className="contents-also" aria-label="Beside the lessons">
        <a className="contents-bench" href="#/workbench">
          <b>Workbench</b>
          Ask what you like. The fare box shows what it costs while it streams, prints the receipt,
          and refuses what does not fit.
        </a>
        <a href="#/faults">
          <b>Faults</b>
          Eighty ways in which a call goes wrong. Run one, and see what the client makes of it.
        </a>
      </nav>
    </div>
  );
}
