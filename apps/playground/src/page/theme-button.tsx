import { useState, useSyncExternalStore } from 'react';

/** Light or dark, whatever the system prefers; until it is pressed, the system decides. */
export function ThemeButton() {
  const preferred = useSyncExternalStore(watchSystem, systemTheme);
  const [chosen, setChosen] = useState<'light' | 'dark'>();
  const other = (chosen ?? preferred) === 'dark' ? 'light' : 'dark';
  const change = () => {
    document.documentElement.dataset.theme = other;
    setChosen(other);
  };
  return (
    <button type="button" className="quiet theme-button" onClick={change}>
      <span className="visually-hidden">Change to the </span>
      {other === 'dark' ? 'Dark' : 'Light'}
      <span className="visually-hidden"> theme</span>
    </button>
  );
}

const system = matchMedia('(prefers-color-scheme: dark)');

function systemTheme(): 'light' | 'dark' {
  return system.matches ? 'dark' : 'light';
}

function watchSystem(onChange: () => void): () => void {
  system.addEventListener('change', onChange);
  return () => system.removeEventListener('change', onChange);
}
