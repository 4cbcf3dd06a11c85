import { MoneyNote } from '../connection/money-note.js';
import './masthead.css';
import { ThemeButton } from './theme-button.js';

const sections = [
  { page: '', name: 'Lessons', also: 'lessons' },
  { page: 'workbench', name: 'Workbench' },
  { page: 'faults', name: 'Faults' },
];

/** The name, the way around, and that nothing here is real money. */
export function Masthead({ page }: { readonly page: string }) {
  return (
    <header className="masthead">
      <a className="masthead-name" href="#/">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect className="mark-case" x="4" y="2" width="24" height="28" rx="5" />
          <rect className="mark-dark" x="9" y="7" width="14" height="3" rx="1.5" />
          <rect className="mark-dark" x="8" y="14" width="16" height="9" rx="2" />
          <rect className="mark-lamp" x="10" y="16" width="8" height="5" rx="1" />
        </svg>
        Farebox <span>playground</span>
      </a>
      <nav aria-label="Pages">
        {sections.map((section) => (
          <a
            key={section.page}
            href={`#/${section.page}`}
            aria-current={[section.page, section.also].includes(page) ? 'page' : undefined}
          >
            {section.name}
          </a>
        ))}
      </nav>
      <p className="masthead-note">
        <i aria-hidden="true" />
        <MoneyNote />
      </p>
      <ThemeButton />
    </header>
  );
}
