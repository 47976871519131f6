/** Program documents and links, in one module that loads when a program is imported or shared. */

import { documentText, MOST_BYTES, readDocument } from '../../program/document.ts';
import { linkTo, programInLink } from '../../program/link.ts';
import type { Documents } from './program-library.ts';

export const documents: Documents = { readDocument, documentText, linkTo, programInLink, most: MOST_BYTES };
