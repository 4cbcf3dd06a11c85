import type { Lesson } from './lesson.js';
import { showSection } from './show-section.js';

/** The sections of a lesson; each has an address of its own. */
export function SectionList({ slug, sections }: Pick<Lesson, 'slug' | 'sections'>) {
  return (
    <nav className="section-list" aria-label="In this lesson">
      <p>In this lesson</p>
      <ol>
        {sections.map(({ id, title }) => (
          <li key={id}>
            {/* The address alone leads nowhere when it is the page's already. */}
            <a href={`#/lessons/${slug}?at=${id}`} onClick={() => showSection(id)}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
