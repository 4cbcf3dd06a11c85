import { useState } from 'react';

/** Light or dark, whatever the system prefers; until it is pressed, the system decides. */
export function ThemeButton() {
  const [theme, setTheme] = useState<'light' | 'dark'>(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  const other = theme === 'dark' ? 'light' : 'dark';
  const change = () => {
    document.documentElement.dataset.theme = other;
    setTheme(other);
  };
  return (
    <button type="button" className="quiet theme-button" onClick={change}>
      <span className="visually-hidden">Change to the </span>
      {other === 'dark' ? 'Dark' : 'Light'}
      <span className="visually-hidden"> theme</span>
    </button>
  );
}
