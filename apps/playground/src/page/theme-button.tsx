import { useState, useSyncExternalStore } from 'react';
import { browserStorage } from './kept-storage.js';
import { keepTheme, keptTheme, type Theme } from './kept-theme.js';

/** Light or dark, whatever the system prefers; until it is pressed, the system decides. What was chosen is kept in this browser. */
export function ThemeButton() {
  const preferred = useSyncExternalStore(watchSystem, systemTheme);
  const [chosen, setChosen] = useState(kept);
  const other = (chosen ?? preferred) === 'dark' ? 'light' : 'dark';
  const change = () => {
    document.documentElement.dataset.theme = other;
    setChosen(other);
    keepTheme(other, browserStorage);
  };
  return (
    <button type="button" className="quiet theme-button" onClick={change}>
      <span className="visually-hidden">Change to the </span>
      {other === 'dark' ? 'Dark' : 'Light'}
      <span className="visually-hidden"> theme</span>
    </button>
  );
}

const kept = keptTheme(browserStorage);
// Before anything is painted.
if (kept !== undefined) document.documentElement.dataset.theme = kept;

const system = matchMedia('(prefers-color-scheme: dark)');

function systemTheme(): Theme {
  return system.matches ? 'dark' : 'light';
}

function watchSystem(onChange: () => void): () => void {
  system.addEventListener('change', onChange);
  return () => system.removeEventListener('change', onChange);
}
