/** Reads and writes program documents and links. This code loads with the user's own programs, after the first screen. */

import { documentText, LARGEST_FILE_BYTES, readDocument } from '../../program/document.ts';
import { linkTo, programInLink } from '../../program/link.ts';
import type { Documents } from './program-library.ts';

export const documents: Documents = {
  readDocument,
  documentText,
  linkTo,
  programInLink,
  mostBytes: LARGEST_FILE_BYTES,
};
