/** The styles that the pages of the journal share. */

import { unsafeCSS } from 'lit';
import calendar from './journal-calendar.css?inline';
import entries from './journal-entries.css?inline';
import page from './journal-screen.css?inline';

export const journalStyles = [page, calendar, entries].map(unsafeCSS);
