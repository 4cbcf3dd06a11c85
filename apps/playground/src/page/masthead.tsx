import './masthead.css';
import { ThemeButton } from './theme-button.js';

export function Masthead() {
  return (
    <header className="masthead">
      <div className="masthead-name">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect className="mark-case" x="4" y="2" width="24" height="28" rx="5" />
          <rect className="mark-dark" x="9" y="7" width="14" height="3" rx="1.5" />
          <rect className="mark-dark" x="8" y="14" width="16" height="9" rx="2" />
          <rect className="mark-lamp" x="10" y="16" width="8" height="5" rx="1" />
        </svg>
        <h1>
          Farebox <span>playground</span>
        </h1>
      </div>
      <p className="masthead-line">
        Every call pays before it rides.{' '}
        <span>The most it can cost is set aside before it leaves.</span>
      </p>
      <p className="masthead-note">
        <i aria-hidden="true" />
        Simulated: no key, no server, no real money
      </p>
      <ThemeButton />
    </header>
  );
}
