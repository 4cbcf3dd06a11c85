import { lessonHeads } from '../lessons/lessons.js';
import { StepsDone } from '../progress/steps-done.js';
import './contents-page.css';

/** Where the playground begins. */
export function ContentsPage() {
  return (
    <>
      <section className="page-head">
        <h1>Chat Completions, from the first call to a client for production</h1>
        <p>
          Every block of code runs in this page, against a simulated provider. Change it, run it
          again, and see what it costs.
        </p>
      </section>
      <ol className="lesson-list">
        {lessonHeads.map(({ number, slug, title, summary, minutes, steps }) => (
          <li key={slug}>
            <a href={`#/lessons/${slug}`}>{title}</a>
            <p>{summary}</p>
            <small>
              {number} · {minutes} min
              <StepsDone slug={slug} steps={steps} />
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}
