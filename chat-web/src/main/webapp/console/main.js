import {applyScheme} from './scheme.js';
import {loadConsoleTexts} from './texts.js';

applyScheme();
// Elements read their texts while they render, so the texts come first
await loadConsoleTexts();
await import('./app.js');
