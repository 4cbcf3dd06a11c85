import { useEffect } from 'react';
import { readShared } from '../page/route.js';
import { useFragment } from '../page/use-fragment.js';
import { pageProgress } from '../progress/page-progress.js';
import { StepsDone } from '../progress/steps-done.js';
import type { Lesson } from './lesson.js';
import { LessonBlock } from './lesson-block.js';
import './lesson-page.css';
import { LessonTurns } from './lesson-turns.js';
import { SectionList } from './section-list.js';
import { showSection } from './show-section.js';

/** A lesson: what it is about, its blocks, and the way to the ones beside it. */
export function LessonPage({ lesson }: { readonly lesson: Lesson }) {
  const { number, slug, title, summary, minutes, steps, sections, blocks } = lesson;
  const section = readShared(useFragment()).get('at');
  useEffect(() => {
    if (section !== null) showSection(section);
  }, [section]);

  return (
    <div className="lesson">
      <SectionList slug={slug} sections={sections} />
      <article className="lesson-text">
        <header className="lesson-head">
          <p>
            Lesson {number} · {minutes} min
            <StepsDone slug={slug} steps={steps} />
          </p>
          <h1>{title}</h1>
          <p>{summary}</p>
        </header>
        {blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a lesson stay where they are
          <LessonBlock key={index} block={block} onStep={(step) => pageProgress.add(slug, step)} />
        ))}
        <LessonTurns slug={slug} />
      </article>
    </div>
  );
}
