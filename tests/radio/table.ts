/** Writes the scenarios' results as a table for people, and a verdict. */

import type { Figure } from './report.ts';
import type { Outcome, Result } from './run-scenario.ts';

const outcomes: Readonly<Record<Outcome, string>> = { good: 'good', page: 'FAILED', guest: 'no guest' };

const figureWords = ({ name, value, unit }: Figure): string =>
  `${name} ${Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`;

const rowsOf = ({ scenario, configuration, outcome, took, report }: Result): readonly string[] => {
  const row = `${scenario.padEnd(20)} ${configuration.padEnd(6)} ${outcomes[outcome].padEnd(9)} ${took.toFixed(0).padStart(5)} s  `;
  const figures = report.figures.map(figureWords).join('; ');
  return [
    row + figures,
    ...report.broken.map((what) => `    ✗ ${what.split('\n').join('\n      ')}`),
    ...(report.kept === null ? [] : [`    see ${report.kept}`]),
  ];
};

export const table = (results: readonly Result[]): string =>
  [`${'scenario'.padEnd(20)} BlueZ  outcome       took  figures`, ...results.flatMap(rowsOf)].join('\n');

export function verdict(results: readonly Result[]): string {
  const count = (outcome: Outcome): number => results.filter((result) => result.outcome === outcome).length;
  const failed = count('page');
  const absent = count('guest');
  const of = `${count('good')} of ${results.length} good`;
  if (failed > 0)
    return `${of}: in ${failed} the page failed${absent > 0 ? `, in ${absent} the guest did` : ''}.`;
  if (absent > 0)
    return `${of}: in ${absent} the guest did not come up or went down. That says nothing about the page.`;
  return `All ${results.length} good.`;
}
