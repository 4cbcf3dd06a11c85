import './page/look.css';
import './page/forced-colors.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './page/app.js';

const element = document.getElementById('page');
if (element === null) throw new Error('index.html has no element with the id "page".');
createRoot(element).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
