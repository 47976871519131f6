/** Registers the journal's elements. */

import { SessionTrace } from './charts/session-trace.ts';
import { TrendChart } from './charts/trend-chart.ts';
import { FindPage } from './find-page.ts';
import { JournalScreen } from './journal-screen.ts';
import { KeepPage } from './keep-page.ts';
import { NoteForm } from './note-form.ts';
import { TrendsPage } from './trends-page.ts';

customElements.define('heartward-note-form', NoteForm);
customElements.define('heartward-session-trace', SessionTrace);
customElements.define('heartward-trend', TrendChart);
customElements.define('heartward-trends', TrendsPage);
customElements.define('heartward-find', FindPage);
customElements.define('heartward-journal-keep', KeepPage);
customElements.define('heartward-journal', JournalScreen);
